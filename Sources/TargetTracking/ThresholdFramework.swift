/// A list of benchmarks to reach, such as the international framework for eco-industrial parks. Not an index: nothing is
/// weighted, nothing offsets anything, and parks are not ranked but by the share of benchmarks met.
///
/// The list is data, with its version and source; none is part of the program. A benchmark is reached at the figure
/// itself (90 meets ">= 90") and without rounding (59.999 does not meet 60).
///
/// Source of the form (prerequisites and performance indicators, current and intended state, no weights): UNIDO, World
/// Bank Group, GIZ, An International Framework for Eco-Industrial Parks, version 2.0, 2021. Shares and verdicts are ours.
public struct ThresholdFramework: Hashable, Sendable, Codable {
    /// How binding an indicator is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Must be there; cannot be offset.
        case prerequisite
        /// Is measured.
        case performance
    }

    /// When an indicator is met.
    public enum Rule: Hashable, Sendable, Codable {
        /// When the answer is this.
        case answer(Bool)
        /// When the figure is this or more.
        case atLeast(Double)
        /// When the figure is this or less.
        case atMost(Double)
    }

    /// A line of the list.
    public struct Indicator: Hashable, Sendable, Codable {
        /// The code.
        public let id: String
        /// The category it belongs to.
        public let category: String
        /// How binding it is.
        public let kind: Kind
        /// When it is met.
        public let rule: Rule

        /// Makes an indicator.
        public init(id: String, category: String, kind: Kind, rule: Rule) {
            self.id = id
            self.category = category
            self.kind = kind
            self.rule = rule
        }
    }

    /// What a park has of an indicator.
    public enum Value: Hashable, Sendable, Codable {
        /// A figure in the unit of the indicator.
        case figure(Double)
        /// An answer to a question.
        case answer(Bool)
        /// The indicator does not apply, for a reason.
        case notApplicable(reason: String)
    }

    /// Where a park stands on an indicator.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// The benchmark is reached.
        case met
        /// It is not.
        case notMet = "not met"
        /// There is no figure.
        case noData = "no data"
        /// It does not apply.
        case notApplicable = "not applicable"
    }

    /// The lines, in order.
    public let indicators: [Indicator]

    /// Makes a framework.
    public init(_ indicators: [Indicator]) {
        self.indicators = indicators
    }

    /// The categories, in the order of their first indicator.
    public var categories: [String] {
        var seen: Set<String> = []
        return indicators.map(\.category).filter { seen.insert($0).inserted }
    }
}

extension ThresholdFramework.Rule {
    /// Whether a value meets the rule; `nil` for a value of another kind, which is a fault.
    func isMet(by value: ThresholdFramework.Value) -> Bool? {
        switch (self, value) {
        case (.answer(let wanted), .answer(let found)): wanted == found
        case (.atLeast(let benchmark), .figure(let figure)): figure >= benchmark
        case (.atMost(let benchmark), .figure(let figure)): figure <= benchmark
        default: nil
        }
    }

    /// (value - benchmark)/|benchmark|, positive where it is better than the benchmark; `nil` for answers and for a
    /// benchmark of zero.
    func gap(of value: ThresholdFramework.Value) -> Double? {
        switch (self, value) {
        case (.atLeast(let benchmark), .figure(let figure)) where benchmark != 0:
            (figure - benchmark) / benchmark.magnitude
        case (.atMost(let benchmark), .figure(let figure)) where benchmark != 0:
            (benchmark - figure) / benchmark.magnitude
        default: nil
        }
    }
}
