import StatisticalData
import TableFormats
import TargetTracking

/// From the tables to statuses, gaps, shares and verdicts, every value with its derivation.
struct EcoParksComputation {
    /// The item of the whole list.
    static let whole = "all-benchmarks"
    /// The item of what the parks are to reach together.
    static let goal = EcoParksDetail.goal

    let inputs: EcoParksStudy.Inputs
    var builder: ResultBuilder
    private(set) var parks: [EcoParksDetail.Park] = []

    init(study: String, inputs: EcoParksStudy.Inputs) {
        self.inputs = inputs
        builder = ResultBuilder(study: study)
    }

    var period: Period { inputs.study.period }

    /// The item of a category and kind.
    static func group(_ category: String, _ kind: ThresholdFramework.Kind) -> String {
        category + "-" + kind.rawValue
    }

    /// The categories and kinds that have benchmarks, in order.
    var groups: [EcoParksDetail.Group] {
        inputs.framework.categories.flatMap { category in
            ThresholdFramework.Kind.allCases.filter { kind in
                inputs.rows.contains { $0.indicator.category == category && $0.indicator.kind == kind }
            }.map { EcoParksDetail.Group(item: Self.group(category, $0), category: category, kind: $0) }
        }
    }

    /// The name of a category and kind.
    func name(of group: EcoParksDetail.Group) -> LocalisedText {
        let row = inputs.rows.first { $0.indicator.category == group.category }
        return Self.name(row?.category ?? LocalisedText(en: group.category, zh: group.category), group.kind)
    }

    static func name(_ category: LocalisedText, _ kind: ThresholdFramework.Kind) -> LocalisedText {
        switch kind {
        case .prerequisite: LocalisedText(en: category.en + ": prerequisites", zh: category.zh + "：先决条件")
        case .performance: LocalisedText(en: category.en + ": performance", zh: category.zh + "：绩效指标")
        }
    }

    /// Works through the parks.
    ///
    /// - Throws: `ThresholdFaults`, which gathering excludes.
    mutating func run() throws {
        let framework = inputs.framework
        var shares: [[ThresholdFramework.Share]] = []
        for park in inputs.parks {
            let current = try framework.assess(park.current)
            let states =
                [("", park.current, current)]
                + (inputs.hasIntended ? [("intended-", park.intended, try framework.assess(park.intended))] : [])
            for (prefix, values, assessment) in states { add(assessment, values, of: park, prefix) }
            shares.append(states.map { $0.2.share() })
            parks.append(
                EcoParksDetail.Park(
                    area: Area.ID(park.code),
                    measures: current.measures(costs: park.costs).map { line in
                        let row = park.rows[line.indicator.id]
                        return .init(
                            item: line.indicator.id, measure: row?.measure, owner: row?.owner,
                            date: row?.intention.date, cost: row?.cost)
                    }))
        }
        for state in (shares.first ?? []).indices {
            addPlaces(shares.map { $0[state] }, state == 0 ? "" : "intended-")
        }
        try addCounts()
        try addGoal()
        for row in inputs.rows where trust(of: row) >= .doubtful {
            builder.note(Notice("notice-benchmark-unverified", item: row.indicator.id))
        }
    }

    func key(_ item: String, _ measure: String, _ park: ParkTable.Park) -> ResultKey {
        builder.key(item, measure, Area.ID(park.code), period)
    }

    private func trust(of row: BenchmarkTable.Row) -> Trust { row.trust ?? inputs.benchmarks.trust }

    private mutating func add(
        _ assessment: ThresholdFramework.Assessment, _ values: [String: ThresholdFramework.Value],
        of park: ParkTable.Park, _ prefix: String
    ) {
        for (row, line) in zip(inputs.rows, assessment.lines) {
            add(line, row, values[row.indicator.id], of: park, prefix)
        }
        for group in groups {
            let chosen = inputs.rows.filter {
                $0.indicator.category == group.category && $0.indicator.kind == group.kind
            }
            add(assessment.share(category: group.category, kind: group.kind), group.item, chosen, park, prefix)
        }
        for kind in ThresholdFramework.Kind.allCases {
            let chosen = inputs.rows.filter { $0.indicator.kind == kind }
            if chosen.isEmpty { continue }
            add(assessment.share(kind: kind), Self.group("all", kind), chosen, park, prefix)
        }
        add(assessment.share(), Self.whole, inputs.rows, park, prefix)
        builder.add(
            key(Self.whole, prefix + "verdict", park), .word(assessment.verdict.rawValue), unit: nil,
            formula: "formula-park-verdict", "[∀p ∧ ∀i] > [∀p] > [∃¬p]",
            from: statuses(inputs.rows, park, prefix))
    }

    private func statuses(_ rows: [BenchmarkTable.Row], _ park: ParkTable.Park, _ prefix: String) -> [DerivationInput] {
        rows.map { row in
            let role = (row.indicator.kind == .prerequisite ? "p" : "i") + "(\(row.indicator.id))"
            return DerivationInput(role, .result(key(row.indicator.id, prefix + "status", park)))
        }
    }

    private mutating func add(
        _ line: ThresholdFramework.Line, _ row: BenchmarkTable.Row, _ value: ThresholdFramework.Value?,
        of park: ParkTable.Park, _ prefix: String
    ) {
        let id = row.indicator.id
        let benchmark = benchmark(row)
        var from = [DerivationInput("b", .result(benchmark))]
        if let value {
            let written = park.rows[id]
            let own = builder.add(
                key(id, prefix + "park-value", park), Self.finding(value), unit: unit(row, of: value),
                formula: "formula-declared", "x",
                from: [
                    DerivationInput(
                        "x",
                        .declared(
                            .init(
                                Self.finding(value), unit: unit(row, of: value),
                                trust: written?.trust ?? inputs.values.trust, source: inputs.values.source,
                                note: written.flatMap { Self.reason(value, $0) },
                                place: Self.place(written, prefix) ?? Place(file: inputs.study.parks))))
                ])
            from.insert(DerivationInput("x", .result(own)), at: 0)
        }
        builder.add(
            key(id, prefix + "status", park), .word(line.status.rawValue), unit: nil,
            formula: "formula-park-status", "x \(row.rule == "is" ? "=" : row.rule == ">=" ? "≥" : "≤") b", from: from)
        guard let gap = line.gap else { return }
        builder.add(
            key(id, prefix + "gap", park), .number(100 * gap), unit: .percent, formula: "formula-park-gap",
            row.rule == ">=" ? "100 · (x − b) / |b|" : "100 · (b − x) / |b|", from: from)
    }

    /// The benchmark, once for all parks: filed under the home area.
    private mutating func benchmark(_ row: BenchmarkTable.Row) -> ResultKey {
        let key = builder.key(row.indicator.id, "benchmark", inputs.homeArea, period)
        if builder[key] != nil { return key }
        let finding: Finding =
            switch row.indicator.rule {
            case .answer(let answer): .word(answer ? "yes" : "no")
            case .atLeast(let number), .atMost(let number): .number(number)
            }
        let unit = unit(row, of: row.indicator.rule.isAnswer ? .answer(true) : .figure(0))
        return builder.add(
            key, finding, unit: unit, formula: "formula-declared", "b",
            from: [
                DerivationInput(
                    "b",
                    .declared(
                        .init(
                            finding, unit: unit, trust: trust(of: row), source: inputs.benchmarks.source,
                            note: row.note, place: row.place)))
            ])
    }

    /// The unit of a figure; a unit the program does not know is none.
    private func unit(_ row: BenchmarkTable.Row, of value: ThresholdFramework.Value) -> UnitOfMeasure? {
        guard case .figure = value else { return nil }
        return row.unit.flatMap { UnitOfMeasure($0) } ?? .one
    }

    private static func finding(_ value: ThresholdFramework.Value) -> Finding {
        switch value {
        case .figure(let figure): .number(figure)
        case .answer(let answer): .word(answer ? "yes" : "no")
        case .notApplicable: .word(ThresholdFramework.Status.notApplicable.rawValue)
        }
    }

    /// Why an indicator does not apply, as written.
    private static func reason(_ value: ThresholdFramework.Value, _ row: ParkTable.Row) -> LocalisedText? {
        guard case .notApplicable = value else { return nil }
        return row.reason
    }

    /// Where the value of a state stands.
    private static func place(_ row: ParkTable.Row?, _ prefix: String) -> Place? {
        row.map { row in
            prefix.isEmpty ? row.place : Place(file: row.place.file, line: row.place.line, column: "intended")
        }
    }

    private mutating func add(
        _ share: ThresholdFramework.Share, _ item: String, _ rows: [BenchmarkTable.Row], _ park: ParkTable.Park,
        _ prefix: String
    ) {
        let from = statuses(rows, park, prefix)
        let counts = [("applicable", share.applicable), ("benchmarks-met", share.met), ("without-data", share.noData)]
        let keys = counts.map { measure, count in
            builder.add(
                key(item, prefix + measure, park), .number(Double(count)), unit: .one,
                formula: "formula-park-" + measure, "#", from: from)
        }
        let inputs = zip(["n", "m", "k"], keys).map { DerivationInput($0, .result($1)) }
        if let strict = share.strict {
            builder.add(
                key(item, prefix + "share-met", park), .number(100 * strict), unit: .percent,
                formula: "formula-park-share", "100 · m / n", from: [inputs[1], inputs[0]])
        }
        guard let known = share.known else { return }
        builder.add(
            key(item, prefix + "share-met-known", park), .number(100 * known), unit: .percent,
            formula: "formula-park-share-known", "100 · m / (n − k)", from: [inputs[1], inputs[0], inputs[2]])
    }

    private mutating func addPlaces(_ shares: [ThresholdFramework.Share], _ prefix: String) {
        let from = zip(inputs.parks, shares).filter { $1.strict != nil }.map { park, _ in
            DerivationInput("s(\(park.code))", .result(key(Self.whole, prefix + "share-met", park)))
        }
        for (park, place) in zip(inputs.parks, ThresholdFramework.places(shares)) {
            guard let place else { continue }
            builder.add(
                key(Self.whole, prefix + "place", park), .number(Double(place)), unit: .one, formula: "formula-rank",
                "1 + #{s > s(\(park.code))}", from: from)
        }
    }
}

extension ThresholdFramework.Rule {
    /// Whether it asks for an answer.
    fileprivate var isAnswer: Bool {
        if case .answer = self { true } else { false }
    }
}
