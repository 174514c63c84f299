import Declarations
public import StatisticalData

/// A declared comparison of scenarios: a system-dynamics model run under each, and what plans and indices make of it.
public struct ScenarioStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The model's file in the workspace.
    public let model: String
    /// The years told.
    public let years: SimulatedYears
    /// The variables kept.
    public let outputs: [SimulatedOutput]
    /// A plan whose targets are judged by the simulated figures.
    public let targets: PlanLedgerStudy.TargetsReference?
    /// What a reader must know beside the texts of the model.
    public let assumptions: [LocalisedText]?
    /// The scenarios; the first is the one others are compared with.
    public let scenarios: [ScenarioReference]
    /// An index put together again with simulated figures.
    public let index: IndexReference?

    /// A scenario's file with its name.
    public struct ScenarioReference: Codable, Hashable, Sendable {
        /// The id, part of the items of its results.
        public let id: String
        /// The name.
        public let name: LocalisedText
        /// The path in the workspace; the model as it stands without one.
        public let file: String?
    }

    /// A composite index in which the home area's figures are replaced.
    public struct IndexReference: Codable, Hashable, Sendable {
        /// The study of kind `composite-index`.
        public let study: String
        /// The years whose simulated figures are put in.
        public let years: [Int]
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case model
        case years
        case outputs
        case targets
        case assumptions
        case scenarios
        case index
    }
}

extension Schema {
    /// The keys of a comparison of scenarios.
    static let scenarios = Schema.study(
        simulation + [
            .required(
                "scenarios",
                .list(
                    .mapping([
                        .required("id", .text), .required("name", .localisedText), .optional("file", .text),
                    ]))),
            .optional("index", .mapping([.required("study", .text), .required("years", .list(.integer))])),
        ])
}

/// A thing a study of a model measures, for its page.
public struct SimulatedItem: Codable, Hashable, Sendable {
    /// The item.
    public let item: String
    /// The unit of its values.
    public let unit: UnitOfMeasure
    /// The variable of the model.
    public let variable: String
    /// The line of the variable in the model's file.
    public let line: Int
}

/// A target of a plan judged by simulated figures, for the page.
public struct SimulatedGoal: Codable, Hashable, Sendable {
    /// The item of the target.
    public let item: String
    /// The output it is judged by.
    public let output: String
    /// The target year.
    public let year: Int
    /// Whether the target is a level of the output, so that it can be marked in its chart.
    public let isLevel: Bool
}

/// What a reader of a comparison of scenarios needs beside its values.
public struct ScenarioDetail: Codable, Hashable, Sendable {
    /// The model's file.
    public let model: String
    /// The years.
    public let years: [Int]
    /// The outputs.
    public let outputs: [SimulatedItem]
    /// The scenarios, the baseline first.
    public let scenarios: [Scenario]
    /// The targets judged.
    public let goals: [SimulatedGoal]
    /// The index put together again: the item, its study and the years.
    public let index: Index?
    /// What a reader must know beside the texts of the model.
    public let assumptions: [LocalisedText]

    /// A scenario.
    public struct Scenario: Codable, Hashable, Sendable {
        /// The id.
        public let id: String
        /// The name.
        public let name: LocalisedText
        /// Its file, where it has one.
        public let file: String?
        /// The constants it changes.
        public let changes: [Change]
    }

    /// A constant that a scenario changes.
    public struct Change: Codable, Hashable, Sendable {
        /// The variable.
        public let variable: String
        /// What the model says of it.
        public let documentation: String
        /// The value of the model.
        public let before: Double?
        /// The value it takes; `nil` for another graphical function.
        public let after: Double?
        /// When the change begins and ends; `nil` for a value that holds from the start.
        public let from, until: Double?
    }

    /// An index with simulated figures.
    public struct Index: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// The study.
        public let study: String
        /// Its title.
        public let title: LocalisedText
        /// The period of the figures of all others.
        public let period: Period
        /// The years.
        public let years: [Int]
    }
}
