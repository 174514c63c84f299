import Declarations
public import StatisticalData
public import TargetTracking

/// A declared assessment of parks: a list of benchmarks, and what parks have and are to have of them.
public struct EcoParksStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Parks are not read from the ledger: the date is told and changes nothing.
    public var asKnownOn: KnownDate?
    /// The path of the list of benchmarks in the workspace.
    public let framework: String
    /// The path of the table of parks in the workspace.
    public let parks: String
    /// The period of the current state.
    public let period: Period
    /// What the parks are to reach together.
    public let goal: Goal?
    /// Whether the values are invented for trying out: told on every page.
    public let illustrative: Bool?

    /// A goal for parks: all of them reach the benchmarks by a date.
    public struct Goal: Codable, Hashable, Sendable {
        /// The goal in words.
        public let name: LocalisedText
        /// By when.
        public let by: KnownDate
        /// The parks it is about; all of the table where none are named.
        public let parks: [Area.ID]?
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case framework
        case parks
        case period
        case goal
        case illustrative
    }
}

extension Schema {
    /// The keys of an assessment of parks.
    static let ecoParks = Schema.study([
        .required("framework", .text), .required("parks", .text), .required("period", .period),
        .optional(
            "goal",
            .mapping([
                .required("name", .localisedText), .required("by", .date), .optional("parks", .list(.text)),
            ])),
        .optional("illustrative", .boolean),
    ])
}

/// What a reader of an assessment of parks needs beside its values.
public struct EcoParksDetail: Codable, Hashable, Sendable {
    /// The item of what the parks are to reach together.
    public static let goal = "goal"

    /// The item of the whole list.
    public let whole: String
    /// The benchmarks, in order.
    public let lines: [Line]
    /// The groups of benchmarks of one category and kind, in order.
    public let groups: [Group]
    /// The parks, in order.
    public let parks: [Park]
    /// The period of the current state.
    public let period: Period
    /// Whether there is an intended state.
    public let hasIntended: Bool
    /// What the parks are to reach together.
    public let goal: EcoParksStudy.Goal?
    /// Whether the values are invented for trying out.
    public let isIllustrative: Bool

    /// A benchmark.
    public struct Line: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// The item of its category and kind.
        public let group: String
        /// How binding it is.
        public let kind: ThresholdFramework.Kind
        /// The rule as written: `is`, `>=` or `<=`.
        public let rule: String
        /// A remark.
        public let note: LocalisedText?
    }

    /// The benchmarks of a category and kind.
    public struct Group: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// The code of the category.
        public let category: String
        /// How binding they are.
        public let kind: ThresholdFramework.Kind
    }

    /// A park with what is to be done, in order.
    public struct Park: Codable, Hashable, Sendable {
        /// The park.
        public let area: Area.ID
        /// What is not met now, in the order to mend it.
        public let measures: [Measure]
    }

    /// What is to be done about a benchmark that is not met.
    public struct Measure: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// What will be done.
        public let measure: LocalisedText?
        /// Who answers for it.
        public let owner: LocalisedText?
        /// By when.
        public let date: String?
        /// What it costs.
        public let cost: Double?
    }
}
