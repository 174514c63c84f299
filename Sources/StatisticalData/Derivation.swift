/// How a value came about: a formula and what went into it.
public struct Derivation: Hashable, Sendable, Codable {
    /// The key of the formula in the catalogue, which tells it in words.
    public let formula: String
    /// The formula in symbols.
    public let expression: String
    /// What went in, in the order of the formula.
    public let inputs: [DerivationInput]

    /// Makes a derivation.
    public init(formula: String, expression: String, inputs: [DerivationInput]) {
        self.formula = formula
        self.expression = expression
        self.inputs = inputs
    }
}

/// One thing that went into a value.
public struct DerivationInput: Hashable, Sendable, Codable {
    /// What it is in the formula, such as `s` or `w(resource-use)`.
    public let role: String
    /// Where it came from.
    public let origin: Origin

    /// Makes an input.
    public init(_ role: String, _ origin: Origin) {
        self.role = role
        self.origin = origin
    }

    /// Where an input came from.
    public enum Origin: Hashable, Sendable, Codable {
        /// A figure of the ledger.
        case observation(Observation)
        /// A value of this study.
        case result(ResultKey)
        /// A figure written in a file of the workspace that is not a batch: a target, a weight, a parameter.
        case declared(Declared)
    }

    /// A figure or word declared in a file of the workspace.
    public struct Declared: Hashable, Sendable, Codable {
        /// The figure or word.
        public let finding: Finding
        /// The unit of a number.
        public let unit: UnitOfMeasure?
        /// How far it can be trusted.
        public let trust: Trust
        /// Its source; `nil` for a choice of the analyst.
        public let source: Source.ID?
        /// A remark.
        public let note: LocalisedText?
        /// Where it is written.
        public let place: Place

        /// Makes a declared input.
        public init(
            _ finding: Finding, unit: UnitOfMeasure? = nil, trust: Trust = .official, source: Source.ID? = nil,
            note: LocalisedText? = nil, place: Place
        ) {
            self.finding = finding
            self.unit = unit
            self.trust = trust
            self.source = source
            self.note = note
            self.place = place
        }
    }
}
