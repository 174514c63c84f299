public import StatisticalData

/// The catalogue in one language.
public struct Wording: Sendable {
    /// The language.
    public let language: Language
    let catalogue: Catalogue

    /// Takes the catalogue in a language.
    public init(_ catalogue: Catalogue, _ language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The message under `key`.
    public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        catalogue.text(key, arguments, in: language)
    }

    /// The name of a unit; empty for pure numbers.
    public func unit(_ unit: UnitOfMeasure?) -> String {
        guard let unit, unit != .one else { return "" }
        return catalogue.unit(unit, in: language)
    }

    /// The name of a mark of trust.
    public func trust(_ trust: Trust) -> String {
        self("trust-" + trust.rawValue)
    }

    /// The name of a mark of revision.
    public func revision(_ revision: Revision) -> String {
        self("revision-" + revision.rawValue)
    }

    /// A word found by a study, such as a verdict.
    public func finding(_ word: String) -> String {
        self("word-" + word.split(separator: " ").joined(separator: "-"))
    }

    /// The name of a measure; `achieved@2020-07-01` names its date.
    public func measure(_ measure: String) -> String {
        let parts = measure.split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return self("measure-" + measure) }
        return self("measure-as-known-on", ["measure": self("measure-" + parts[0]), "date": String(parts[1])])
    }
}
