import Declarations
import EfficiencyAnalysis
public import StatisticalData

/// A declared comparison of efficiency: which areas or parks turn what they use into what they want with least waste.
public struct EfficiencyStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// What is used.
    public let inputs: [Indicator.ID]
    /// What is wanted.
    public let outputs: [Indicator.ID]
    /// What is produced beside and not wanted.
    public let bads: [Indicator.ID]?
    /// The units compared.
    public let areas: AreaSelection
    /// The years, each with a frontier of its own.
    public let years: GrowthIdentityStudy.Years
    /// How a score is measured; slacks-based unless named.
    public let model: Model?
    /// The returns to scale; constant unless named.
    let returns: ReturnsToScale?
    /// How bad outputs may be reduced where productivity is measured; weakly unless named.
    let disposability: Disposability?
    /// Draws for the interval of scores; none without it.
    public let bootstrap: Bootstrap?
    /// Whether all figures are invented, which every page then says.
    public let illustrative: Bool?
    /// What was assumed, shown with the method.
    public let assumptions: [LocalisedText]?

    /// How a score is measured.
    public enum Model: String, Codable, Hashable, Sendable, CaseIterable {
        /// By the slacks of all variables, bad outputs among them.
        case slacksBased = "sbm"
        /// By the factor to which all inputs can shrink.
        case radialInput = "radial-input"
        /// By the factor to which all outputs can grow.
        case radialOutput = "radial-output"
    }

    /// Draws for the interval of scores.
    public struct Bootstrap: Codable, Hashable, Sendable {
        /// How many.
        public let runs: Int
        /// From where random numbers begin.
        public let seed: Int
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case inputs
        case outputs
        case bads
        case areas
        case years
        case model
        case returns
        case disposability
        case bootstrap
        case illustrative
        case assumptions
    }

    var usedModel: Model { model ?? .slacksBased }
    var usedReturns: ReturnsToScale { returns ?? .constant }
    var variables: [Indicator.ID] { inputs + outputs + (bads ?? []) }
}

extension ReturnsToScale: Codable {}
extension Disposability: Codable {}

extension Schema {
    /// The keys of a comparison of efficiency.
    static let efficiency = Schema.study([
        .required("inputs", .list(.text)), .required("outputs", .list(.text)), .optional("bads", .list(.text)),
        .required("areas", .areaSelection), .required("years", .yearRange),
        .optional("model", .word(EfficiencyStudy.Model.allCases.map(\.rawValue))),
        .optional("returns", .word(ReturnsToScale.allCases.map(\.rawValue))),
        .optional("disposability", .word([Disposability.weak.rawValue, Disposability.inequality.rawValue])),
        .optional("bootstrap", .mapping([.required("runs", .integer), .required("seed", .integer)])),
        .optional("illustrative", .boolean), .optional("assumptions", .list(.localisedText)),
    ])
}

/// What a reader of a comparison of efficiency needs beside its values.
public struct EfficiencyDetail: Codable, Hashable, Sendable {
    /// The item of scores.
    public static let score = "efficiency"
    /// The item of the radial score and its interval.
    public static let radial = "radial-efficiency"
    /// The item of productivity.
    public static let productivity = "green-productivity"
    /// The item of all units together.
    public static let frontier = "frontier"

    /// The items of inputs.
    public let inputs: [String]
    /// The items of good outputs.
    public let outputs: [String]
    /// The items of bad outputs.
    public let bads: [String]
    /// The units.
    public let areas: [Area.ID]
    /// The area that stands for all of them.
    public let whole: Area.ID
    /// The years.
    public let years: [Int]
    /// How a score is measured.
    public let model: EfficiencyStudy.Model
    /// The returns to scale: crs, vrs, nirs, ndrs.
    public let returns: String
    /// How bad outputs may be reduced.
    public let disposability: String
    /// The draws of the bootstrap.
    public let runs: Int?
    /// Whether all figures are invented.
    public let isIllustrative: Bool
    /// Assumptions of the study.
    public let assumptions: [LocalisedText]
}
