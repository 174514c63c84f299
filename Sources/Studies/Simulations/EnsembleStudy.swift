import Declarations
public import StatisticalData

/// A declared ensemble: a system-dynamics model run many times with inputs that vary, and the bands this makes.
public struct EnsembleStudy: Codable, Hashable, Sendable {
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
    /// A plan whose targets are judged in every run.
    public let targets: PlanLedgerStudy.TargetsReference?
    /// What a reader must know beside the texts of the model.
    public let assumptions: [LocalisedText]?
    /// The scenario all runs share; the model as it stands without one.
    public let scenario: String?
    /// The file that says what varies.
    public let ensemble: String

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case model
        case years
        case outputs
        case targets
        case assumptions
        case scenario
        case ensemble
    }
}

extension Schema {
    /// The keys of an ensemble.
    static let ensembleStudy = Schema.study(
        simulation + [.optional("scenario", .text), .required("ensemble", .text)])
}

/// What a reader of an ensemble needs beside its values.
public struct EnsembleDetail: Codable, Hashable, Sendable {
    /// The model's file.
    public let model: String
    /// The scenario's file.
    public let scenario: String?
    /// The file that says what varies.
    public let ensemble: String
    /// The years.
    public let years: [Int]
    /// The outputs.
    public let outputs: [SimulatedItem]
    /// The targets judged.
    public let goals: [SimulatedGoal]
    /// The runs.
    public let runs: Int
    /// The seed.
    public let seed: UInt64
    /// The inputs that vary.
    public let inputs: [Input]
    /// What a reader must know beside the texts of the model.
    public let assumptions: [LocalisedText]

    /// An input that varies.
    public struct Input: Codable, Hashable, Sendable {
        /// The variable.
        public let variable: String
        /// What the model says of it.
        public let documentation: String
        /// The value of the model.
        public let value: Double?
        /// The smallest and greatest value among the runs.
        public let low, high: Double
    }
}
