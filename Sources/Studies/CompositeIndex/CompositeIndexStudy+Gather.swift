import CompositeIndicators
import StatisticalData

extension CompositeIndexStudy: StudyMethod {
    static var version: Int { 2 }

    /// What goes into a composite index.
    struct Inputs: Codable, Sendable {
        let study: CompositeIndexStudy
        let homeArea: Area.ID
        let areas: [Area]
        let framework: FrameworkFile
        let names: [String: LocalisedText]
        /// By indicator.
        let units: [String: UnitOfMeasure]
        /// The unit of the first element observed, in the order of the framework.
        let firstUnit: UnitOfMeasure?
        /// By indicator, then by area.
        let observations: [String: [String: Observation]]
        /// What the file of weights says; `nil` without one.
        let weightAnswers: WeightAnswers?
        /// The figures of the further periods, in their order, by indicator and area; `nil` without a panel.
        let furtherObservations: [[String: [String: Observation]]]?

        /// The figures of a period of the study.
        func observations(at position: Int) -> [String: [String: Observation]] {
            position == 0 ? observations : (furtherObservations ?? [])[position - 1]
        }
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
        var weightAnswers: WeightAnswers?
        if let file, let tree = file.framework(framework, into: &collector) {
            check(observed, against: tree, at: study.place(of: "observed"), into: &collector)
            checkSteps(tree, file, study, into: &collector)
            checkRules(tree, context.areas, study, into: &collector)
            weightAnswers = try self.weightAnswers(tree, file, study, from: context, into: &collector)
        }
        checkWords(study, areas: areas, into: &collector)
        checkPanel(study, into: &collector)
        let wanted = wanted(study)
        for (id, place) in wanted { _ = context.indicator(id, at: place, into: &collector) }
        checkUnits(in: context, at: study.place(of: "observed"), into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        guard let file else { throw Faults(collector.faults) }
        let observations = try observe(wanted, at: period, areas: areas, in: context, into: &collector)
        let further = try periods.dropFirst().map { period in
            try observe(self.wanted(study, figuresOnly: true), at: period, areas: areas, in: context, into: &collector)
        }
        try collector.throwIfFaulty(in: study.place.file)
        let units = Dictionary(
            wanted.compactMap { id, _ in unit(of: id, in: context).map { (id.rawValue, $0) } },
            uniquingKeysWith: { first, _ in first })
        let first = file.rows.lazy.compactMap { observed[$0.id] }.first
        let named = (beside ?? []).compactMap { id in context.indicators[id].map { (id.rawValue, $0.name) } }
        let names = Dictionary(named, uniquingKeysWith: { first, _ in first })
        return Inputs(
            study: self, homeArea: context.homeArea, areas: areas, framework: file, names: names,
            units: units, firstUnit: first.flatMap { units[$0.rawValue] },
            observations: observations, weightAnswers: weightAnswers,
            furtherObservations: panel == nil ? nil : further)
    }

    /// The indicators needed, with the place that names each.
    ///
    /// - Parameter figuresOnly: without those that are compared or shown beside.
    private func wanted(_ study: Study, figuresOnly: Bool = false) -> [(Indicator.ID, Place)] {
        let scores = observed.sorted { $0.key < $1.key }.map { ($1, study.place(of: "observed", $0)) }
        let score = compare.map { [($0.score, study.place(of: "compare", "score"))] } ?? []
        let rank = compare?.rank.map { [($0, study.place(of: "compare", "rank"))] } ?? []
        let denominators = (steps?.denominators ?? [:]).sorted { $0.key < $1.key }.map {
            ($1, study.place(of: "steps", "denominators", $0))
        }
        if figuresOnly { return scores + denominators }
        return scores + denominators + score + rank + (beside ?? []).map { ($0, study.place(of: "beside")) }
    }

    /// The figures of a period by indicator and area.
    private func observe(
        _ wanted: [(Indicator.ID, Place)], at period: Period, areas: [Area], in context: StudyContext,
        into collector: inout FaultCollector
    ) throws -> [String: [String: Observation]] {
        var observations: [String: [String: Observation]] = [:]
        for (id, place) in wanted {
            let found = try observe(id, at: period, areas: areas, in: context)
            if found.isEmpty { collector.add(.noObservations(id, period: period, at: place)) }
            observations[id.rawValue] = found
        }
        return observations
    }

    private func observe(
        _ indicator: Indicator.ID, at period: Period, areas: [Area], in context: StudyContext
    ) throws -> [String: Observation] {
        var found: [String: Observation] = [:]
        for area in areas {
            let key = SeriesKey(indicator, transformation(of: indicator), in: area.id)
            let series = try context.ledger.series(key, asKnownOn: asKnownOn)
            if let observation = series.first(where: { $0.period == period }) {
                found[area.id.rawValue] = observation
            }
        }
        return found
    }

    /// Denominators must belong to observed elements, and every observed element must say which way is better.
    private func checkSteps(
        _ tree: Framework, _ file: FrameworkFile, _ study: Study, into collector: inout FaultCollector
    ) {
        let named =
            (steps?.denominators ?? [:]).keys.map { ["steps", "denominators", $0] }
            + (transformations ?? [:]).keys.map { ["transformations", $0] }
        for path in named.sorted(by: { $0.joined() < $1.joined() }) {
            guard let element = path.last, observed[element] == nil else { continue }
            collector.add(.unknownElement(element, among: observed.keys.sorted(), at: study.place(of: path)))
        }
        for row in file.rows where observed[row.id] != nil && row.direction == .none {
            collector.add(.elementWithoutDirection(row.id, at: row.place))
        }
    }

    /// Figures that are averaged as they are, and the published index beside them, must measure the same thing.
    private func checkUnits(in context: StudyContext, at place: Place, into collector: inout FaultCollector) {
        guard rules == nil, steps?.normalisation ?? "none" == "none" else { return }
        let units = (observed.values.sorted() + (compare.map { [$0.score] } ?? [])).compactMap {
            unit(of: $0, in: context)
        }
        guard let first = units.first else { return }
        for unit in units where unit.dimension != first.dimension {
            collector.add(.unitMismatch(unit, expected: first, at: place))
        }
    }

    /// What is read of an indicator.
    private func transformation(of indicator: Indicator.ID) -> Transformation {
        observed.first { $0.value == indicator }.flatMap { transformations?[$0.key] } ?? .level
    }

    private func unit(of indicator: Indicator.ID, in context: StudyContext) -> UnitOfMeasure? {
        transformation(of: indicator).isPercentage ? .percent : context.indicators[indicator]?.unit
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
        for element in scoredElements where known.contains(element) {
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
