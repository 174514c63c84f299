import StatisticalData
import TargetTracking

/// The figures a target is judged by, each with the account of how it was got from the ledger.
struct PlanEvidence {
    /// A figure in the form of the target.
    struct Reading {
        let tracked: TrackedValue
        let low: Double?
        let high: Double?
        let formula: String
        let expression: String
        let inputs: [DerivationInput]
    }

    let target: PlanTarget
    private let newest: [Transformation: [Observation]]

    /// Takes the newest vintage of each figure known on `known`.
    init(_ target: PlanTarget, series: [PlanLedgerStudy.SeriesVintages], asKnownOn known: KnownDate?) {
        self.target = target
        var newest: [Transformation: [Observation]] = [:]
        for entry in series where entry.key.indicator == target.series && entry.key.area == target.area {
            let visible = entry.observations.filter { observation in
                known.map { observation.knownOn.latestDay <= $0.latestDay } ?? true
            }
            newest[entry.key.transformation] = Dictionary(grouping: visible, by: \.period).values
                .compactMap { Vintages.newest($0) }.sorted { $0.period < $1.period }
        }
        self.newest = newest
    }

    /// One reading a year, ascending.
    var readings: [Reading] {
        switch target.target.form {
        case .cumulativeCut, .cumulativeGrowth: cumulativeReadings
        case .annualRate:
            simpleYears(.annualChange).map {
                Self.plain($0.year, $0.observation, value: $0.observation.value(in: .percent))
            }
        case .level, .cap, .floor, .range:
            target.transformation == .level ? levelReadings : sinceBaseReadings(target.transformation)
        }
    }

    /// The level in the base year: as the plan states it, else as the ledger has it.
    var base: (value: Double, input: DerivationInput)? {
        if let base = target.base, target.transformation == .level || target.target.form.isPercentage {
            let declared = DerivationInput.Declared(
                .number(base), unit: target.baseUnit, trust: target.baseTrust, source: target.source,
                note: target.baseNote, place: target.place)
            return (base, DerivationInput("y₀", .declared(declared)))
        }
        guard let year = target.target.baseYear,
            let observation = simpleYears(.level).first(where: { $0.year == year })?.observation,
            let value = observation.value
        else { return nil }
        return (value, DerivationInput("y₀", .observation(observation)))
    }

    private func simpleYears(_ transformation: Transformation) -> [(year: Int, observation: Observation)] {
        (newest[transformation] ?? []).compactMap { observation in
            guard let year = observation.period.simpleYear, observation.value != nil else { return nil }
            return (year, observation)
        }
    }

    private static func plain(_ year: Int, _ observation: Observation, value: Double? = nil) -> Reading {
        let printed = observation.value ?? .nan
        let shown = value ?? printed
        let scale = printed == 0 ? 1 : abs(shown / printed)
        let width = observation.roundingError.map { $0 * scale }
        return Reading(
            tracked: TrackedValue(year: year, value: shown, qualifier: observation.qualifier),
            low: width.map { shown - $0 }, high: width.map { shown + $0 },
            formula: "formula-observed", expression: "x", inputs: [DerivationInput("x", .observation(observation))])
    }

    private var levelReadings: [Reading] {
        simpleYears(.level).compactMap { year, observation in
            guard let converted = observation.value(in: target.unit) else {
                return nil
            }
            return Self.plain(year, observation, value: converted)
        }
    }

    /// Figures over the years since the base year, counted together.
    private func sinceBaseReadings(_ transformation: Transformation) -> [Reading] {
        guard let base = target.target.baseYear else { return [] }
        return (newest[transformation] ?? []).compactMap { observation in
            guard observation.period.frequency == .year, observation.period.ordinal == base + 1,
                let converted = observation.value(in: target.unit)
            else { return nil }
            return Self.plain(observation.period.last.ordinal, observation, value: converted)
        }
    }

    /// A year's cumulative change: the product of all annual changes, else from levels, else as printed.
    private var cumulativeReadings: [Reading] {
        var byYear: [Int: Reading] = [:]
        for reading in sinceBaseReadings(.cumulativeChange) + ratioReadings + chainReadings {
            byYear[reading.tracked.year] = reading
        }
        return byYear.values.sorted { $0.tracked.year < $1.tracked.year }
    }

    /// Figures printed as cumulative, beside which the product of annual changes can be checked.
    var printedCumulative: [Observation] {
        guard let base = target.target.baseYear, target.target.form.isPercentage else { return [] }
        return (newest[.cumulativeChange] ?? []).filter {
            $0.period.frequency == .year && $0.period.ordinal == base + 1 && $0.trust != .computed && $0.value != nil
        }
    }

    /// Products of complete chains of annual changes.
    var chainReadings: [Reading] {
        guard let base = target.target.baseYear else { return [] }
        let annual = Dictionary(simpleYears(.annualChange).map { ($0.year, $0.observation) }, uniquingKeysWith: { $1 })
        let chain = CumulativeChange.chain(annual.compactMapValues { $0.value(in: .percent) }, from: base)
        return chain.map { tracked in
            let parts = (base + 1...tracked.year).compactMap { annual[$0] }
            let change = parts.compoundInterval
            return Reading(
                tracked: tracked, low: change?.low, high: change?.high, formula: "formula-chain",
                expression: "100 · (Π (1 + r/100) − 1)",
                inputs: parts.map { DerivationInput("r(\($0.period))", .observation($0)) })
        }
    }

    /// Changes between levels.
    private var ratioReadings: [Reading] {
        guard let base, base.value > 0, let baseYear = target.target.baseYear else { return [] }
        let unit = target.baseUnit
        return simpleYears(.level).compactMap { year, observation in
            guard year > baseYear, let value = observation.value,
                let level = unit.map({ observation.unit.convert(value, to: $0) }) ?? value
            else { return nil }
            let change = CumulativeChange.fromLevels([year: level], base: base.value).first
            return change.map { tracked in
                Reading(
                    tracked: TrackedValue(year: year, value: tracked.value, qualifier: observation.qualifier),
                    low: nil, high: nil, formula: "formula-from-levels", expression: "100 · (y / y₀ − 1)",
                    inputs: [DerivationInput("y", .observation(observation)), base.input])
            }
        }
    }
}
