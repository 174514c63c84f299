import Declarations
public import StatisticalData

/// A variable of a model whose values a study keeps, as its file declares it.
public struct SimulatedOutput: Codable, Hashable, Sendable {
    /// The variable, or one element of it.
    public let variable: String
    /// The indicator of the ledger that measures the same; its figures stand beside, and plans judge by it.
    public let indicator: Indicator.ID?
    /// `annual-change` where the change on the year before is kept in place of the level.
    public let transformation: Transformation?
    /// The name; that of the indicator unless given.
    public let name: LocalisedText?
    /// The unit of the model's numbers, as the workspace writes it.
    public let unit: String

    /// The item in results.
    var item: String {
        let base = indicator?.rawValue ?? String(variable.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        return isChange ? base + "-change" : base
    }

    /// Whether the change on the year before is kept.
    var isChange: Bool { transformation == .annualChange }
}

/// An output with its unit and name found.
struct ResolvedOutput: Codable, Hashable, Sendable {
    let item: String
    let variable: String
    let indicator: Indicator.ID?
    let isChange: Bool
    let name: LocalisedText
    /// The unit of the model's numbers.
    let modelUnit: UnitOfMeasure
    /// The unit of the level in results: that of the indicator where there is one.
    let unit: UnitOfMeasure
    /// The line of the variable in the model's file.
    let line: Int

    /// The unit of the values.
    var valueUnit: UnitOfMeasure { isChange ? .percent : unit }
}

extension Schema {
    /// The keys that studies of models have in common.
    static let simulation: [Key] = [
        .required("model", .text),
        .required("years", .mapping([.required("from", .integer), .required("to", .integer)])),
        .required(
            "outputs",
            .list(
                .mapping([
                    .required("variable", .text), .optional("indicator", .text),
                    .optional("transformation", .word(["level", "annual-change"])), .optional("name", .localisedText),
                    .required("unit", .text),
                ]))),
        .optional("targets", .mapping([.required("file", .text), .required("plan", .text)])),
        .optional("assumptions", .list(.localisedText)),
    ]
}

/// The years of a study of a model.
public struct SimulatedYears: Codable, Hashable, Sendable {
    /// The first.
    public let from: Int
    /// The last.
    public let to: Int

    /// All of them.
    var all: [Int] { from <= to ? Array(from...to) : [] }
}
