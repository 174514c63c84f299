import StatisticalData

/// Gathers the values of a study; marks and sources follow from what went into each.
struct ResultBuilder {
    let study: String
    private(set) var values: [ResultValue] = []
    private(set) var notices: [Notice] = []
    private(set) var dataKnownOn: KnownDate?
    private var positions: [ResultKey: Int] = [:]

    init(study: String) {
        self.study = study
    }

    subscript(key: ResultKey) -> ResultValue? {
        positions[key].map { values[$0] }
    }

    /// The number an input stands for, where it is an earlier value.
    func number(of input: DerivationInput) -> Double? {
        if case .result(let key) = input.origin { self[key]?.number } else { nil }
    }

    func key(_ item: String, _ measure: String, _ area: Area.ID, _ period: Period) -> ResultKey {
        ResultKey(study: study, item: item, measure: measure, area: area, period: period)
    }

    /// Adds a value and returns its key, to be used as an input of later ones.
    ///
    /// - Parameter rule: how far the formula itself is known; a value is as weak as its weakest input, or its rule.
    @discardableResult
    mutating func add(
        _ key: ResultKey, _ finding: Finding, unit: UnitOfMeasure?, formula: String, _ expression: String,
        from inputs: [DerivationInput], rule: Trust = .official
    ) -> ResultKey {
        var marks = [rule]
        var sources: Set<Source.ID> = []
        for input in inputs {
            switch input.origin {
            case .observation(let observation):
                marks.append(observation.trust)
                sources.insert(observation.source)
                dataKnownOn = max(dataKnownOn ?? observation.knownOn, observation.knownOn)
            case .result(let key):
                guard let earlier = self[key] else { continue }
                marks.append(earlier.trust)
                sources.formUnion(earlier.sources)
            case .declared(let declared):
                marks.append(declared.trust)
                if let source = declared.source { sources.insert(source) }
            }
        }
        positions[key] = values.count
        values.append(
            ResultValue(
                key: key, finding: finding, unit: unit, trust: .weakest(of: marks), sources: sources.sorted(),
                derivation: Derivation(formula: formula, expression: expression, inputs: inputs)))
        return key
    }

    /// Adds a published figure in `unit`, with the interval its printed decimals leave open.
    @discardableResult
    mutating func addObserved(_ key: ResultKey, _ observation: Observation, in unit: UnitOfMeasure) -> ResultKey? {
        guard let value = observation.value(in: unit) else { return nil }
        let error = unit == .one ? nil : observation.roundingError(in: unit)
        let finding = Finding.number(value, low: error.map { value - $0 }, high: error.map { value + $0 })
        return add(
            key, finding, unit: unit, formula: "formula-observed", "x",
            from: [DerivationInput("x", .observation(observation))])
    }

    mutating func note(_ notice: Notice) {
        notices.append(notice)
    }
}
