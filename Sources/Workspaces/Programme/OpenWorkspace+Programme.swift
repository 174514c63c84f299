public import Programmes
public import StatisticalData
public import Studies

extension OpenWorkspace {
    /// How the indicators of the programme's results framework stand: their figures from the ledger, the studies or the
    /// register; empty without a programme.
    ///
    /// - Parameters:
    ///   - results: the results of all studies.
    ///   - known: with a date, series as known on it and activities begun by then.
    public func deliveries(_ results: [StudyResult], asKnownOn known: KnownDate? = nil) throws -> [IndicatorDelivery] {
        guard let programme = workspace.programme else { return [] }
        let evidence = ProgrammeEvidence(
            programme: programme, results: results, ledger: ledger, known: known)
        return try programme.indicators.map { try evidence.delivery(of: $0) }
    }
}

/// Looks the figures of indicators up.
struct ProgrammeEvidence {
    let programme: Programme
    let results: [StudyResult]
    let ledger: any ObservationProvider
    let known: KnownDate?

    func delivery(of indicator: ProgrammeIndicator) throws -> IndicatorDelivery {
        let figures = try figures(of: indicator)
        let end = indicator.period.firstMonth + indicator.period.months
        let actual = figures.filter {
            $0.period.firstMonth + $0.period.months <= end && $0.period != indicator.baseline
        }
        .max { ($0.period.firstMonth + $0.period.months) < ($1.period.firstMonth + $1.period.months) }
        let baseline = indicator.baseline.flatMap { period in figures.first { $0.period == period } }
        return IndicatorDelivery(indicator: indicator, baseline: baseline, actual: actual)
    }

    private func figures(of indicator: ProgrammeIndicator) throws -> [IndicatorFigure] {
        switch indicator.evidence {
        case .register(let rule):
            return [indicator.baseline, indicator.period].compactMap { $0 }.map {
                programme.count(rule, in: $0, begunOn: known)
            }
        case .series(let key):
            return try ledger.series(key, asKnownOn: known).compactMap { observation in
                guard let value = observation.value(in: indicator.unit) else { return nil }
                return IndicatorFigure(
                    value: value, period: observation.period, trust: observation.trust,
                    sources: [observation.source], place: observation.place)
            }
        case .study(let study, let item, let measure, let area):
            let values = results.first { $0.study == study }?.values ?? []
            return values.compactMap { value in
                guard value.key.item == item, value.key.measure == measure, value.key.area == area,
                    let number = value.number, let unit = value.unit,
                    let converted = unit == indicator.unit ? number : unit.convert(number, to: indicator.unit)
                else { return nil }
                return IndicatorFigure(
                    value: converted, period: value.key.period, trust: value.trust, sources: value.sources,
                    key: value.key)
            }
        }
    }
}
