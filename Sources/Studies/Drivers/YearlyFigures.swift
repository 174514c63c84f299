import StatisticalData

/// What the ledger says of an indicator in an area, by year: annual changes, and levels.
struct YearlyFigures: Codable, Sendable {
    /// Annual changes in per cent, as printed.
    let changes: [Int: Observation]
    /// Levels, from the year before the first.
    let levels: [Int: Observation]

    /// Reads the years `years.from` to `years.to`, and the level of the year before.
    static func read(
        _ indicator: Indicator, in area: Area.ID, years: GrowthIdentityStudy.Years, from context: StudyContext,
        asKnownOn known: KnownDate?
    ) throws -> YearlyFigures {
        func figures(_ transformation: Transformation, _ wanted: ClosedRange<Int>) throws -> [Int: Observation] {
            let unit = indicator.unit(after: transformation)
            let series = try context.ledger.series(SeriesKey(indicator.id, transformation, in: area), asKnownOn: known)
            let pairs = series.compactMap { observation -> (Int, Observation)? in
                guard let year = observation.period.simpleYear, wanted.contains(year),
                    observation.value(in: unit) != nil
                else { return nil }
                return (year, observation)
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        return YearlyFigures(
            changes: try figures(.annualChange, years.from...years.to),
            levels: try figures(.level, years.from - 1...years.to))
    }

    /// Whether there is a change for some year.
    var hasChanges: Bool { !changes.isEmpty || levels.keys.contains { levels[$0 - 1] != nil } }
}

/// A relative change in per cent with the bounds that rounding leaves, filed under its key.
struct FiledChange {
    let key: ResultKey
    let value: Double
    let low: Double?
    let high: Double?

    init?(_ key: ResultKey?, in builder: ResultBuilder) {
        guard let key, let found = builder[key], let value = found.number else { return nil }
        self.key = key
        self.value = value
        low = found.low
        high = found.high
    }

    func input(_ role: String) -> DerivationInput { DerivationInput(role, .result(key)) }
}

extension ResultBuilder {
    /// Adds the change of a year: the annual change as printed, else from the levels of the year and the one before.
    mutating func addChange(_ figures: YearlyFigures, _ item: String, _ area: Area.ID, _ year: Int) -> FiledChange? {
        let key = key(item, "annual-change", area, .year(year))
        if let printed = figures.changes[year] {
            return FiledChange(addObserved(key, printed, in: .percent), in: self)
        }
        return FiledChange(addRatio(key, figures, from: year - 1, to: year), in: self)
    }

    /// Adds the change between the levels of two years; `nil` unless both are there and the first is above zero.
    mutating func addRatio(_ key: ResultKey, _ figures: YearlyFigures, from: Int, to: Int) -> ResultKey? {
        guard let start = figures.levels[from], let end = figures.levels[to], let before = start.value,
            before > 0, let after = end.value(in: start.unit)
        else { return nil }
        return add(
            key, .number(100 * (after / before - 1)), unit: .percent, formula: "formula-from-levels",
            "100 · (y / y₀ − 1)",
            from: [DerivationInput("y", .observation(end)), DerivationInput("y₀", .observation(start))])
    }

    /// Adds the product of two changes, or of many: 100 (Π (1 + r/100) - 1), with the product of the bounds.
    mutating func addProduct(
        _ key: ResultKey, _ parts: [FiledChange], formula: String, _ expression: String, roles: [String]
    ) -> FiledChange? {
        func product(_ values: [Double]) -> Double { 100 * (values.reduce(1) { $0 * (1 + max($1, -100) / 100) } - 1) }
        let (lows, highs) = (parts.compactMap(\.low), parts.compactMap(\.high))
        let isBounded = lows.count == parts.count && highs.count == parts.count
        add(
            key,
            .number(
                product(parts.map(\.value)), low: isBounded ? product(lows) : nil,
                high: isBounded ? product(highs) : nil),
            unit: .percent, formula: formula, expression, from: zip(parts, roles).map { $0.input($1) })
        return FiledChange(key, in: self)
    }
}
