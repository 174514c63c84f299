import EfficiencyAnalysis
import StatisticalData

/// What sampling leaves open of a score, and how productivity changed.
extension EfficiencyComputation {
    /// The radial score of inputs, bad outputs counted among them, with its bias and interval.
    mutating func addInterval(_ year: Int) throws {
        guard let bootstrap = definition.bootstrap else { return }
        let data = try definition.data(inputs, year: year, countsBadsAsInputs: true)
        let analysis = EfficiencyAnalysis(data, returns: definition.usedReturns)
        let draws = analysis.bootstrap(.input, runs: bootstrap.runs, seed: UInt64(bootstrap.seed))
        func declared(_ role: String, _ value: Int) -> DerivationInput {
            DerivationInput(
                role,
                .declared(
                    DerivationInput.Declared(
                        .number(Double(value)), unit: .one, place: study.place(of: "bootstrap"))))
        }
        let choices = [declared("n", bootstrap.runs), declared("z", bootstrap.seed)]
        for (area, found) in zip(inputs.areas, draws) {
            guard let found else { continue }
            let item = EfficiencyDetail.radial
            let score = builder.add(
                builder.key(item, "score", area, .year(year)), .number(found.score), unit: .one,
                formula: "formula-radial-score", "min θ", from: own(area, year) + [frontier(year)])
            builder.add(
                builder.key(item, "corrected", area, .year(year)),
                .number(
                    found.corrected, low: min(found.low, found.corrected), high: max(found.high, found.corrected)),
                unit: .one, formula: "formula-bootstrap", "1 / (2/θ − Σ 1/θ* / n)",
                from: [DerivationInput("θ", .result(score)), frontier(year)] + choices)
        }
    }

    /// The global Malmquist-Luenberger index year on year, with its two parts, and multiplied up.
    mutating func addProductivity(_ years: [Int]) throws {
        var parts: [(period: String, data: ProductionData)] = []
        for year in years { parts.append((String(year), try definition.data(inputs, year: year))) }
        let analysis = ProductivityAnalysis(
            try ProductionPanel(parts), .directional(definition.disposability ?? .weak, moving: nil), frontier: .global)
        let changes = try analysis.changes()
        for (area, pairs) in zip(inputs.areas, changes.byUnit(count: inputs.areas.count)) {
            var chain: [ResultKey] = []
            for (year, change) in zip(years.dropFirst(), pairs) {
                if let key = add(change, area, year, years) { chain.append(key) }
            }
            guard chain.count == years.count - 1, chain.count > 1 else { continue }
            builder.add(
                builder.key(EfficiencyDetail.productivity, "index", area, .years(years[1], years[years.count - 1])),
                .number(chain.reduce(1) { $0 * (builder[$1]?.number ?? 1) }), unit: .one,
                formula: "formula-chained-ratio", "Π e",
                from: zip(chain, years.dropFirst()).map { DerivationInput("e(\($1))", .result($0)) })
        }
    }

    private mutating func add(
        _ change: ProductivityChange, _ area: Area.ID, _ year: Int, _ years: [Int]
    ) -> ResultKey? {
        let item = EfficiencyDetail.productivity
        let figures = own(area, year - 1, suffix: "(\(year - 1))") + own(area, year, suffix: "(\(year))")
        guard let index = change.index, let efficiency = change.efficiencyChange,
            let frontierChange = change.frontierChange
        else {
            builder.add(
                builder.key(item, "status", area, .year(year)), .word(change.status.rawValue), unit: nil,
                formula: "formula-no-score", "-", from: figures + years.map(frontier))
            return nil
        }
        let whole = builder.add(
            builder.key(item, "index", area, .year(year)), .number(index), unit: .one,
            formula: "formula-global-index", "(1 + β(t)) / (1 + β(t+1))", from: figures + years.map(frontier))
        let own = builder.add(
            builder.key(item, "efficiency-change", area, .year(year)), .number(efficiency), unit: .one,
            formula: "formula-efficiency-change", "(1 + β(t)) / (1 + β(t+1))",
            from: figures + [frontier(year - 1), frontier(year)])
        builder.add(
            builder.key(item, "frontier-change", area, .year(year)), .number(frontierChange), unit: .one,
            formula: "formula-frontier-change", "e / EC",
            from: [DerivationInput("e", .result(whole)), DerivationInput("EC", .result(own))])
        return whole
    }
}

extension [ProductivityChange] {
    /// The changes of each unit in the order of the periods; they come by period, then unit.
    fileprivate func byUnit(count: Int) -> [[ProductivityChange]] {
        (0..<count).map { unit in stride(from: unit, to: self.count, by: count).map { self[$0] } }
    }
}
