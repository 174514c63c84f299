import Declarations
import DecompositionAnalysis
public import StatisticalData

/// A declared decomposition: why a total changed from year to year, by an identity written as text over series of the
/// ledger.
public struct DecompositionStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The identity, such as `energy = gdp * energy/gdp as intensity`.
    public let identity: String
    /// What is read: levels, or changes, which are chained to an index.
    public let figures: Figures?
    /// The indicator of each name of the identity.
    public let series: [String: Indicator.ID]?
    /// The same for each part, such as a sector: its name, then name of the identity, then indicator.
    public let cells: [String: [String: Indicator.ID]]?
    /// What the parts are called in the identity.
    public let dimension: String?
    /// The names of the total, of the factors by their labels, and of the parts.
    public let names: [String: LocalisedText]?
    /// The areas, each on its own.
    public let areas: AreaSelection
    /// The years whose change counts.
    public let years: GrowthIdentityStudy.Years
    /// How the change is shared out; LMDI-I, additive, unless named.
    let method: DecompositionMethod?
    /// The relative difference allowed between the product of the factors and the total.
    public let tolerance: Double?
    /// What was assumed, shown with the method.
    public let assumptions: [LocalisedText]?

    /// What is read from the ledger.
    public enum Figures: String, Codable, Hashable, Sendable, CaseIterable {
        /// Levels of the years and the year before the first.
        case levels
        /// Annual changes: as printed, else from levels. Each year begins from 100.
        case changes
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case identity
        case figures
        case series
        case cells
        case dimension
        case names
        case areas
        case years
        case method
        case tolerance
        case assumptions
    }

    var reads: Figures { figures ?? .levels }
    var usedMethod: DecompositionMethod { method ?? .lmdi1Additive }
}

extension Schema {
    /// The keys of a decomposition.
    static let decomposition = Schema.study([
        .required("identity", .text), .optional("figures", .word(DecompositionStudy.Figures.allCases.map(\.rawValue))),
        .optional("series", .dictionary(.text)), .optional("cells", .dictionary(.dictionary(.text))),
        .optional("dimension", .text), .optional("names", .dictionary(.localisedText)),
        .required("areas", .areaSelection), .required("years", .yearRange),
        .optional("method", .word(DecompositionMethod.allCases.map(\.rawValue))), .optional("tolerance", .number),
        .optional("assumptions", .list(.localisedText)),
    ])
}

/// What a reader of a decomposition needs beside its values.
public struct DecompositionDetail: Codable, Hashable, Sendable {
    /// The item of the total.
    public let total: String
    /// The items of the factors, in the order of the identity.
    public let factors: [String]
    /// The factors once more as ratios of series.
    public let ratios: [Ratio]
    /// The items of the series.
    public let series: [String]
    /// The names of the parts; none where there is one cell.
    public let parts: [String]
    /// The identity as it was written.
    public let identity: String
    /// The method.
    public let method: String
    /// Whether effects multiply.
    public let isMultiplicative: Bool
    /// Whether changes were read, so that effects are in per cent of the year before.
    public let readsChanges: Bool
    /// The areas.
    public let areas: [Area.ID]
    /// The years.
    public let years: [Int]
    /// Assumptions of the study.
    public let assumptions: [LocalisedText]

    /// A factor: a series, or one over another.
    public struct Ratio: Codable, Hashable, Sendable {
        /// The numerator.
        public let numerator: String
        /// The denominator.
        public let denominator: String?
    }
}
