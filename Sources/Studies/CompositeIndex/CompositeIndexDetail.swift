public import StatisticalData

/// What a reader of a composite index needs beside its values.
public struct CompositeIndexDetail: Codable, Hashable, Sendable {
    /// The item of the index itself.
    public let index: String
    /// The direct parts of the index.
    public let components: [String]
    /// The items below them whose figures were observed; empty where those of `components` were.
    public let indicators: [String]
    /// The aggregates between the index and what was observed.
    public let aggregates: [String]
    /// All elements of the framework, each with the one above it, in the order of its file.
    public let tree: [Node]
    /// The pairs of elements whose scores were correlated.
    public let pairs: [Pair]
    /// Items shown beside the index.
    public let beside: [String]
    /// The areas compared.
    public let areas: [Area.ID]
    /// The area that stands for all of them.
    public let whole: Area.ID
    /// The area that leads.
    public let leader: Area.ID?
    /// The period.
    public let period: Period
    /// The largest difference from the published index that rounding explains.
    public let tolerance: Double?
    /// What a reader must know of the study beside the rules of the method.
    public let assumptions: [LocalisedText]
    /// Whether the figures went through steps before they were combined.
    public let hasSteps: Bool
    /// How sure the ranks are; `nil` when nothing was varied.
    public let uncertainty: Uncertainty?
    /// What would lift the home area; `nil` when not asked, or when it leads already.
    public let lift: Lift?
    /// Several periods of the index; `nil` for one alone.
    public let panel: Panel?

    /// Several periods.
    public struct Panel: Codable, Hashable, Sendable {
        /// The periods, the earliest first.
        public let periods: [Period]
        /// Whether scores rest on the figures of all periods together.
        public let isPooled: Bool
        /// The earlier of the periods compared; `nil` when none are.
        public let from: Period?
        /// The later one.
        public let to: Period?
    }

    /// An element of the framework.
    public struct Node: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// The item above; `nil` for the index.
        public let parent: String?
    }

    /// Two elements whose scores were correlated.
    public struct Pair: Codable, Hashable, Sendable {
        /// The item of the pair, with the measures `correlation` and `areas`.
        public let item: String
        /// The first element.
        public let first: String
        /// The second element.
        public let second: String
        /// The number of areas that have both scores.
        public let count: Int
    }

    /// What would lift the home area.
    public struct Lift: Codable, Hashable, Sendable {
        /// The area that holds the place wanted.
        public let rival: Area.ID
        /// How far each weight may move either way, as a share; `nil` when weights were not looked at.
        public let within: Double?
    }

    /// What was varied.
    public struct Uncertainty: Codable, Hashable, Sendable {
        /// The items of the choices varied.
        public let choices: [String]
        /// The number of runs.
        public let runs: Int
        /// The seed.
        public let seed: UInt64
        /// The k of the probability to be among the first k.
        public let top: Int
        /// The number of rows of the analysis of variance; `nil` without one.
        public let rows: Int?
    }
}
