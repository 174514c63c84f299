import CompositeIndicators
import StatisticalData

extension CompositeIndexStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a composite index.
    struct Inputs: Codable, Sendable {
        let study: CompositeIndexStudy
        let homeArea: Area.ID
        let areas: [Area.ID]
        let framework: FrameworkFile
        let names: [String: LocalisedText]
        /// By indicator.
        let units: [String: UnitOfMeasure]
        /// By indicator, then by area.
        let observations: [String: [String: Observation]]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let areas = self.areas.resolve(in: context.areas, at: study.place(of: "areas"), into: &collector)
        let bytes = try collector.collect { _ in
            try context.readFile(framework.file, study.place(of: "framework", "file"))
        }
        let source = context.defaultSources[framework.file].flatMap { context.sources[$0] }
        let file = try bytes.flatMap { bytes in
            try collector.collect { try FrameworkFile(bytes, reference: framework, source: source, into: &$0) }
        }
        if let file, let tree = file.framework(framework, into: &collector) {
            check(observed, against: tree, at: study.place(of: "observed"), into: &collector)
        }
        let wanted = wanted(study)
        for (id, place) in wanted { _ = context.indicator(id, at: place, into: &collector) }
        checkUnits(in: context, at: study.place(of: "observed"), into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        guard let file else { throw Faults(collector.faults) }
        var observations: [String: [String: Observation]] = [:]
        for (id, place) in wanted {
            let found = try observe(id, areas: areas, in: context)
            if found.isEmpty { collector.add(.noObservations(id, period: period, at: place)) }
            observations[id.rawValue] = found
        }
        try collector.throwIfFaulty(in: study.place.file)
        let units = Dictionary(
            wanted.compactMap { id, _ in context.indicators[id].map { (id.rawValue, $0.unit) } },
            uniquingKeysWith: { first, _ in first })
        let named = (beside ?? []).compactMap { id in context.indicators[id].map { (id.rawValue, $0.name) } }
        let names = Dictionary(named, uniquingKeysWith: { first, _ in first })
        return Inputs(
            study: self, homeArea: context.homeArea, areas: areas.map(\.id), framework: file, names: names,
            units: units,
            observations: observations)
    }

    /// The indicators needed, with the place that names each.
    private func wanted(_ study: Study) -> [(Indicator.ID, Place)] {
        let scores = observed.sorted { $0.key < $1.key }.map { ($1, study.place(of: "observed", $0)) }
        let score = compare.map { [($0.score, study.place(of: "compare", "score"))] } ?? []
        let rank = compare?.rank.map { [($0, study.place(of: "compare", "rank"))] } ?? []
        return scores + score + rank + (beside ?? []).map { ($0, study.place(of: "beside")) }
    }

    private func observe(
        _ indicator: Indicator.ID, areas: [Area], in context: StudyContext
    ) throws -> [String: Observation] {
        var found: [String: Observation] = [:]
        for area in areas {
            let series = try context.ledger.series(SeriesKey(indicator, in: area.id), asKnownOn: asKnownOn)
            if let observation = series.first(where: { $0.period == period }) {
                found[area.id.rawValue] = observation
            }
        }
        return found
    }

    /// Scores that are averaged, and the published index beside them, must measure the same thing.
    private func checkUnits(in context: StudyContext, at place: Place, into collector: inout FaultCollector) {
        let scored = (observed.values.sorted() + (compare.map { [$0.score] } ?? [])).compactMap {
            context.indicators[$0]
        }
        guard let first = scored.first else { return }
        for indicator in scored where indicator.unit.dimension != first.unit.dimension {
            collector.add(.unitMismatch(indicator.unit, expected: first.unit, at: place))
        }
    }

    /// Each indicator of the framework must be observed exactly once: itself or through one aggregate above it.
    private func check(
        _ observed: [String: Indicator.ID], against tree: Framework, at place: Place,
        into collector: inout FaultCollector
    ) {
        let known = tree.elements.map(\.id)
        for element in observed.keys.sorted() where !known.contains(element) {
            collector.add(.unknownElement(element, among: known, at: place))
        }
        var users: [Indicator.ID: Int] = [:]
        for indicator in observed.values { users[indicator, default: 0] += 1 }
        for (indicator, count) in users.sorted(by: { $0.key < $1.key }) where count > 1 {
            collector.add(.indicatorUsedTwice(indicator, at: place))
        }
        var coverage: [String: Int] = [:]
        for element in observed.keys where known.contains(element) {
            for leaf in tree.indicators(below: element) { coverage[leaf, default: 0] += 1 }
        }
        for leaf in tree.indicators(below: tree.root) {
            switch coverage[leaf] ?? 0 {
            case 0: collector.add(.elementNotObserved(leaf, at: place))
            case 1: break
            default: collector.add(.elementObservedTwice(leaf, at: place))
            }
        }
    }
}
