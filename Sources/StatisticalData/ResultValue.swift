/// The address of a value among the results of all studies.
public struct ResultKey: Hashable, Sendable, Codable {
    /// The study.
    public let study: String
    /// The thing measured: an element of an index, a target of a plan.
    public let item: String
    /// What is said of it: `score`, `rank`, `achieved`.
    public let measure: String
    /// The area.
    public let area: Area.ID
    /// The time.
    public let period: Period

    /// Names a value.
    public init(study: String, item: String, measure: String, area: Area.ID, period: Period) {
        self.study = study
        self.item = item
        self.measure = measure
        self.area = area
        self.period = period
    }
}

/// What a study found for one key.
public enum Finding: Hashable, Sendable, Codable {
    /// A number, with an interval where the method gives one, in the unit of the value.
    case number(Double, low: Double? = nil, high: Double? = nil)
    /// A word, such as a verdict.
    case word(String)
}

/// One value of a study, with the marks it inherits and the account of how it came about.
public struct ResultValue: Hashable, Sendable, Codable {
    /// Its address.
    public let key: ResultKey
    /// What was found.
    public let finding: Finding
    /// The unit of a number; `nil` for words.
    public let unit: UnitOfMeasure?
    /// The weakest trust among everything it rests on.
    public let trust: Trust
    /// The sources it rests on, sorted.
    public let sources: [Source.ID]
    /// How it came about.
    public let derivation: Derivation

    /// Makes a value; trust and sources are those given by the derivation's inputs.
    public init(
        key: ResultKey, finding: Finding, unit: UnitOfMeasure?, trust: Trust, sources: [Source.ID],
        derivation: Derivation
    ) {
        self.key = key
        self.finding = finding
        self.unit = unit
        self.trust = trust
        self.sources = sources
        self.derivation = derivation
    }

    /// The number found, if it is one.
    public var number: Double? {
        if case .number(let value, _, _) = finding { value } else { nil }
    }

    /// The lower end of a number's interval, if it has one.
    public var low: Double? {
        if case .number(_, let low, _) = finding { low } else { nil }
    }

    /// The upper end of a number's interval, if it has one.
    public var high: Double? {
        if case .number(_, _, let high) = finding { high } else { nil }
    }

    /// The word found, if it is one.
    public var word: String? {
        if case .word(let text) = finding { text } else { nil }
    }
}
