/// An index of units of which some cannot have every indicator, as in China's annual evaluation of green development.
///
/// Four things are kept apart: a value; an indicator a unit cannot have (`inapplicable`), whose weight stays within
/// its dimension; an indicator collected nowhere (`isCollected` false), which keeps its weight and scores the lowest
/// score; and a value missing though the unit could have it, which is a status or a fault and never a number.
///
/// Y = low + (high - low) (x - min)/(max - min), turned round where less is better, with low 60 and high 100; dimension
/// score = sum of w Y / sum of w over the dimension; index = sum of w Y over all indicators, the weights adding to 1.
/// Minimum and maximum are taken over the units given and no others, so give only those that are compared.
///
/// Source: bulletin of the annual evaluation for 2016, of 26 December 2017 (weighted mean, inapplicable and not
/// collected indicators); that the scores run from 60 to 100 is not verified. That the weight stays within the dimension
/// follows from the published figures of 31 provinces; whether in proportion or in equal parts is not known.
public struct ProvincialIndex: Hashable, Sendable, Codable {
    /// Who takes over the weight of an indicator that a unit cannot have, within its dimension.
    public enum InapplicableRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// The other indicators, in proportion to their weights.
        case proportional
        /// The other indicators, in equal parts.
        case equal
    }

    /// What becomes of a value that is missing though the unit could have it.
    public enum MissingRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// The unit has no score in the dimension and no index; the part has the status `missing`.
        case withoutScore
        /// The values are at fault.
        case fault
    }

    /// An indicator of the index.
    public struct Indicator: Hashable, Sendable, Codable {
        /// The code.
        public let id: String
        /// The dimension it belongs to.
        public let dimension: String
        /// The weight, in any unit; above zero.
        public let weight: Double
        /// Whether more is better.
        public let isHigherBetter: Bool
        /// Whether there are data anywhere; `false` gives every unit that can have it the lowest score.
        public let isCollected: Bool

        /// Makes an indicator.
        public init(id: String, dimension: String, weight: Double, isHigherBetter: Bool, isCollected: Bool = true) {
            self.id = id
            self.dimension = dimension
            self.weight = weight
            self.isHigherBetter = isHigherBetter
            self.isCollected = isCollected
        }
    }

    /// What a unit has of an indicator.
    public enum Cell: Hashable, Sendable, Codable {
        /// A figure, in the unit of the indicator.
        case value(Double)
        /// The unit cannot have it: no sea, no grassland.
        case inapplicable
        /// There is no figure.
        case missing
    }

    /// A unit with its cells by indicator; an indicator that is not named is missing.
    public struct Unit: Hashable, Sendable, Codable {
        /// The code.
        public let id: String
        /// By indicator.
        public let cells: [String: Cell]

        /// Makes a unit.
        public init(id: String, cells: [String: Cell]) {
            self.id = id
            self.cells = cells
        }
    }

    /// The indicators, in order; dimensions come in the order of their first indicator.
    public let indicators: [Indicator]
    /// Who takes over the weight of what a unit cannot have.
    public let inapplicable: InapplicableRule
    /// What becomes of missing values.
    public let missing: MissingRule
    /// The lowest score.
    public let lowest: Double
    /// The highest score.
    public let highest: Double

    /// Makes an index.
    public init(
        _ indicators: [Indicator], inapplicable: InapplicableRule = .proportional,
        missing: MissingRule = .withoutScore, lowest: Double = 60, highest: Double = 100
    ) {
        self.indicators = indicators
        self.inapplicable = inapplicable
        self.missing = missing
        self.lowest = lowest
        self.highest = highest
    }

    /// The dimensions, in order.
    public var dimensions: [String] {
        var seen: Set<String> = []
        return indicators.map(\.dimension).filter { seen.insert($0).inserted }
    }
}
