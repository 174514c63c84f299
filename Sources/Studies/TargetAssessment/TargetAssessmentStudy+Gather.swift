import StatisticalData
import TargetTracking

extension TargetAssessmentStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a five-year assessment.
    struct Inputs: Codable, Sendable {
        let study: TargetAssessmentStudy
        let homeArea: Area.ID
        let file: AssessmentFile
        let rules: AssessmentRulesFile
        let linked: TargetLinks.Linked
        /// The ranks found, by year.
        let ranks: [Int: Observation]
        /// The share of people satisfied in the last year.
        let satisfied: Observation?
        /// Where the study declares its own figures.
        let places: Places
    }

    /// Where figures of the study file stand.
    struct Places: Codable, Sendable {
        let incidents: Place
        let years: Place
        let notApplicable: Place
        let falsified: Place
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        if years.from > years.to { collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years"))) }
        _ = context.indicator(rank, at: study.place(of: "rank"), into: &collector)
        if let satisfaction { checkSatisfaction(satisfaction, study, context, into: &collector) }
        let file = try read(framework.file, study.place(of: "framework", "file"), context, into: &collector) {
            try AssessmentFile($0, reference: framework, source: $1, into: &$2)
        }
        let rules = try read(framework.rules, study.place(of: "framework", "rules"), context, into: &collector) {
            try AssessmentRulesFile($0, file: framework.rules, source: $1, into: &$2)
        }
        let known = file?.rows(of: .target).map(\.id) ?? []
        for item in notApplicable ?? [] where file != nil && !known.contains(item) {
            collector.add(.unknownElement(item, among: known, at: study.place(of: "not-applicable")))
        }
        let linked = try targets.gather(
            study: study, area: context.homeArea, items: known, asKnownOn: asKnownOn, from: context, into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        guard let file, let rules else { throw Faults(collector.faults) }
        let inputs = Inputs(
            study: self, homeArea: context.homeArea, file: file, rules: rules, linked: linked,
            ranks: try ranks(in: context), satisfied: try satisfied(in: context),
            places: Places(
                incidents: study.place(of: "incidents"),
                years: study.place(of: "years"), notApplicable: study.place(of: "not-applicable"),
                falsified: study.place(of: "falsified")))
        for fault in inputs.assessment.faults() { collector.add(fault.fault(in: inputs, study: study)) }
        try collector.throwIfFaulty(in: study.place.file)
        return inputs
    }

    private func read<File>(
        _ path: String, _ place: Place, _ context: StudyContext, into collector: inout FaultCollector,
        _ make: ([UInt8], Source?, inout FaultCollector) throws -> File
    ) throws -> File? {
        let bytes = try collector.collect { _ in try context.readFile(path, place) }
        let source = context.defaultSources[path].flatMap { context.sources[$0] }
        return try bytes.flatMap { bytes in try collector.collect { try make(bytes, source, &$0) } }
    }

    private func checkSatisfaction(
        _ id: Indicator.ID, _ study: Study, _ context: StudyContext, into collector: inout FaultCollector
    ) {
        let place = study.place(of: "satisfaction")
        guard let indicator = context.indicator(id, at: place, into: &collector) else { return }
        if indicator.unit.dimension != UnitOfMeasure.percent.dimension {
            collector.add(.unitMismatch(indicator.unit, expected: .percent, at: place))
        }
    }

    private func ranks(in context: StudyContext) throws -> [Int: Observation] {
        let series = try context.ledger.series(
            SeriesKey(rank, in: context.homeArea), asKnownOn: asKnownOn)
        let pairs = series.compactMap { observation -> (Int, Observation)? in
            guard let year = observation.period.simpleYear, years.from <= year, year <= years.to,
                observation.value != nil
            else { return nil }
            return (year, observation)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func satisfied(in context: StudyContext) throws -> Observation? {
        guard let satisfaction else { return nil }
        return try context.ledger.series(SeriesKey(satisfaction, in: context.homeArea), asKnownOn: asKnownOn)
            .first { $0.period == .year(years.to) && $0.value != nil }
    }
}

extension TargetAssessmentStudy.Inputs {
    /// The years assessed.
    var years: [Int] { Array(study.years.from...max(study.years.from, study.years.to)) }

    /// The targets linked, in the order of the list.
    var links: [LinkedTarget] {
        file.rows(of: .target).compactMap { row in
            linked.targets[row.id].map { LinkedTarget(item: row.id, plan: $0, series: linked.series) }
        }
    }

    /// The assessment for the method.
    var assessment: TargetAssessment {
        let links = Dictionary(links.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        let items = file.rows(of: .target).map { row in
            TargetAssessment.Item(
                id: row.id, points: row.points, isBinding: row.isBinding, outcome: outcome(row.id, links[row.id]))
        }
        return TargetAssessment(
            items: items,
            annual: .init(
                points: file.rows(of: .annual).first?.points ?? 0, ranks: years.map { rank(in: $0) },
                areas: rules.rankedAreas),
            satisfactionPoints: file.rows(of: .satisfaction).first?.points ?? 0,
            satisfied: satisfied?.value(in: .percent), incidents: study.incidents, isFalsified: study.falsified,
            rules: rules.rules)
    }

    /// A rank that is no whole number is none, and is told as out of range.
    private func rank(in year: Int) -> Int? {
        ranks[year]?.value.map { Int(exactly: $0) ?? 0 }
    }

    private func outcome(_ item: String, _ link: LinkedTarget?) -> TargetAssessment.Outcome {
        if study.notApplicable?.contains(item) == true { return .notApplicable }
        return switch link?.final?.status {
        case .met: .met
        case .missed, .missedAndRegressed: .missed
        default: .unknown
        }
    }
}
