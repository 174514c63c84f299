import StatisticalData
import TargetTracking

/// The steps from targets and figures to progress, weights and index, each with its derivation.
struct GreenEconomyProgressComputation {
    static let index = "progress-index"

    let inputs: GreenEconomyProgressStudy.Inputs
    let result: GreenEconomyProgress.Result
    var builder: ResultBuilder
    private let linked: [GreenEconomyProgressStudy.Inputs.Linked]

    private var area: Area.ID { inputs.homeArea }
    private var period: Period { .year(inputs.study.year) }

    init(study: String, inputs: GreenEconomyProgressStudy.Inputs) throws(GreenEconomyProgressFaults) {
        self.inputs = inputs
        result = try inputs.measure.result()
        linked = inputs.indicators
        builder = ResultBuilder(study: study)
    }

    mutating func run() {
        for (indicator, progress) in zip(linked, result.indicators) {
            addFigures(of: indicator.row.id)
            addProgress(progress, indicator)
        }
        addWeights()
        addIndex()
        addCounts()
        builder.note(Notice("notice-not-official-formula", item: Self.index))
        if result.index == nil {
            builder.note(Notice("notice-no-progress-index", item: Self.index))
        }
    }

    private func key(_ item: String, _ measure: String) -> ResultKey {
        builder.key(item, measure, area, period)
    }

    private func input(_ role: String, _ item: String, _ measure: String) -> DerivationInput? {
        let key = key(item, measure)
        return builder[key] == nil ? nil : DerivationInput(role, .result(key))
    }

    /// Figures of the ledger that stand beside and decide nothing.
    private mutating func addFigures(of item: String) {
        for observation in inputs.figures[item] ?? [] {
            builder.addObserved(
                builder.key(item, "value", area, observation.period), observation, in: observation.unit)
        }
    }

    /// What was promised and done, the progress, its class.
    private mutating func addProgress(
        _ progress: GreenEconomyProgress.Progress, _ indicator: GreenEconomyProgressStudy.Inputs.Linked
    ) {
        var grounds: [DerivationInput] = []
        if let link = indicator.link {
            grounds.append(DerivationInput("y*", .result(link.addTarget(to: &builder))))
            if let achieved = link.addAchieved(to: &builder) {
                grounds.insert(DerivationInput("y", .result(achieved)), at: 0)
            }
            if let base = link.addBase(to: &builder) { grounds.append(DerivationInput("y₀", .result(base))) }
            if let value = progress.progress {
                builder.add(
                    key(progress.id, "progress"), .number(value), unit: .one, formula: "formula-progress",
                    PlanExpressions(link.plan).progress, from: grounds)
            }
        }
        if let found = input("P", progress.id, "progress") { grounds = [found] }
        if grounds.isEmpty {
            let row = indicator.row
            let declared = DerivationInput.Declared(
                .word("no link"), trust: row.trust, source: row.source, note: row.note, place: row.place)
            grounds.append(DerivationInput("i", .declared(declared)))
        }
        builder.add(
            key(progress.id, "progress-class"), .word(progress.status.rawValue), unit: nil,
            formula: "formula-progress-class", "P ≥ (t − t₀) / (T − t₀)", from: grounds)
    }

    /// Raw weights where base and threshold are known, and the weights when all are.
    private mutating func addWeights() {
        for (indicator, progress) in zip(linked, result.indicators) {
            guard let raw = progress.rawWeight,
                let base = DerivationInput.base(indicator.link, builder), let threshold = indicator.row.thresholdInput
            else { continue }
            let isUp = indicator.row.direction == .up
            builder.add(
                key(progress.id, "raw-weight"), .number(raw), unit: .one,
                formula: isUp ? "formula-raw-weight-up" : "formula-raw-weight-down", isUp ? "t / y₀" : "y₀ / t",
                from: [threshold, base])
        }
        let all = linked.compactMap { input("v(\($0.row.id))", $0.row.id, "raw-weight") }
        for progress in result.indicators {
            guard let weight = progress.weight else { continue }
            builder.add(
                key(progress.id, "weight"), .number(weight), unit: .one, formula: "formula-weight-of-sum",
                "v(\(progress.id)) / Σ v", from: all)
        }
    }

    /// The index, or that it cannot be told.
    private mutating func addIndex() {
        let own = linked.filter { $0.row.part == .index }.map(\.row.id)
        guard let index = result.index else {
            builder.add(
                key(Self.index, "index"), .word("undetermined"), unit: nil, formula: "formula-index-open", "Σ w · P",
                from: own.compactMap { input("P(\($0))", $0, "progress-class") })
            return
        }
        var parts = own.flatMap { id in
            [input("w(\(id))", id, "weight"), input("P(\(id))", id, "progress")].compactMap { $0 }
        }
        if let cap = inputs.study.cap {
            parts.append(
                DerivationInput("c", .declared(.init(.number(cap), unit: .one, place: inputs.capPlace))))
        }
        builder.add(
            key(Self.index, "index"), .number(index), unit: .one, formula: "formula-progress-index",
            inputs.study.cap == nil ? "Σ w · P" : "Σ w · min(c, P)", from: parts)
    }

    /// How many indicators have progress, in the index and on the dashboard apart.
    private mutating func addCounts() {
        for (part, prefix) in [(ProgressFrameworkFile.Part.index, ""), (.dashboard, "dashboard-")] {
            let own = linked.filter { $0.row.part == part }.map(\.row.id)
            let counts = [
                ("indicators", own.compactMap { input($0, $0, "progress-class") }),
                ("with-progress", own.compactMap { input($0, $0, "progress") }),
            ]
            for (measure, found) in counts {
                builder.add(
                    key(Self.index, prefix + measure), .number(Double(found.count)), unit: .one,
                    formula: "formula-count", "#", from: found)
            }
        }
    }
}

extension DerivationInput {
    /// The base of a linked target among the values there are.
    fileprivate static func base(_ link: LinkedTarget?, _ builder: ResultBuilder) -> DerivationInput? {
        guard let link, let year = link.plan.target.baseYear else { return nil }
        let key = builder.key(link.item, "base", link.plan.area, .year(year))
        return builder[key] == nil ? nil : DerivationInput("y₀", .result(key))
    }
}

extension ProgressFrameworkFile.Row {
    /// The threshold as an input of a formula.
    fileprivate var thresholdInput: DerivationInput? {
        threshold.map { threshold in
            DerivationInput(
                "t",
                .declared(
                    .init(.number(threshold), unit: unit, trust: trust, source: source, note: note, place: place)))
        }
    }
}
