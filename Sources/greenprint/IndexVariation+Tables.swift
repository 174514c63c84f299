import CompositeIndicators
import Reports
import SensitivityAnalysis
import StatisticalData
import Studies
import TableFormats

extension IndexVariation {
    /// The table asked for.
    func table(_ recipe: IndexRecipe, _ tables: IndexTables, _ messages: Messages) throws -> OutputTable {
        let choices = try choices(groups: tables.groups)
        messages.tell(
            "index-varied",
            [
                "choices": words, "runs": String(uncertainty ?? sensitivity ?? 0), "seed": String(seed),
            ])
        var analysis = IndexUncertainty(recipe, choices: choices, seed: seed, threads: threads)
        analysis.excluded = try excludedPairs()
        analysis.allowedFailureShare = allowFailures ?? 0
        if let rows = sensitivity {
            try checkUnit(of: tables)
            let indices = try analysis.sensitivity(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata, rows: rows,
                of: output)
            tell(indices.failures, messages)
            return shares(indices, choices)
        }
        if above, tables.indicators.units.contains("unit") {
            throw Fault.codeOfResult("unit", at: Place(file: "--above"))
        }
        let ranks = try analysis.ranks(
            tables.indicators, denominators: tables.denominators, metadata: tables.metadata, runs: uncertainty ?? 0,
            pairs: above || distinguishable != nil)
        tell(ranks.distribution.failures, messages)
        return table(ranks)
    }

    private func checkUnit(of tables: IndexTables) throws {
        let units = tables.indicators.units
        switch output {
        case .score(let unit) where !units.contains(unit), .rank(let unit) where !units.contains(unit):
            throw Fault.uncertainty(.unknownUnit(unit, known: units), at: Place(file: "--of"))
        default: break
        }
    }

    private func table(_ ranks: IndexUncertainty.Ranks) -> OutputTable {
        let spread = ranks.distribution
        if let top { return probabilities(ranks) { spread.probability(of: $0, inTop: top) } }
        if let within {
            return probabilities(ranks) { unit in
                ranks.nominal[unit].flatMap { spread.probability(of: unit, within: within, of: $0) }
            }
        }
        if above { return pairs(ranks) }
        if let distinguishable { return unsure(ranks, below: distinguishable) }
        return OutputTable(
            header: ["unit", "nominal", "mean", "median", "q5", "q95"],
            rows: ranks.units.enumerated().map { position, unit in
                [
                    .word(unit), .number(ranks.nominal[position].map(Double.init)),
                    .number(spread.mean(of: position)?.value), .number(spread.median(of: position)),
                    .number(spread.quantile(0.05, of: position)), .number(spread.quantile(0.95, of: position)),
                ]
            })
    }

    private func probabilities(
        _ ranks: IndexUncertainty.Ranks, _ probability: (Int) -> MonteCarloEstimate?
    ) -> OutputTable {
        OutputTable(
            header: ["unit", "nominal", "probability", "standard_error"],
            rows: ranks.units.enumerated().map { position, unit in
                let estimate = probability(position)
                return [
                    .word(unit), .number(ranks.nominal[position].map(Double.init)), .number(estimate?.value),
                    .number(estimate?.standardError),
                ]
            })
    }

    /// P(row above column), ties half; a unit is neither above nor below itself.
    private func pairs(_ ranks: IndexUncertainty.Ranks) -> OutputTable {
        OutputTable(
            header: ["unit"] + ranks.units,
            rows: ranks.units.enumerated().map { row, unit in
                [.word(unit)]
                    + ranks.units.indices.map {
                        .number(ranks.distribution.probability(that: row, isAbove: $0)?.value)
                    }
            })
    }

    /// Pairs of which neither is above the other as surely as asked for, the better nominal rank first.
    private func unsure(_ ranks: IndexUncertainty.Ranks, below sure: Double) -> OutputTable {
        let order = ranks.units.indices.sorted {
            (ranks.nominal[$0] ?? .max, $0) < (ranks.nominal[$1] ?? .max, $1)
        }
        var rows: [[OutputTable.Cell]] = []
        for (place, first) in order.enumerated() {
            for second in order[(place + 1)...] {
                guard let estimate = ranks.distribution.probability(that: first, isAbove: second),
                    max(estimate.value, 1 - estimate.value) < sure
                else { continue }
                rows.append([
                    .word(ranks.units[first]), .word(ranks.units[second]), .number(estimate.value),
                    .number(estimate.standardError),
                ])
            }
        }
        return OutputTable(header: ["unit", "other", "probability", "standard_error"], rows: rows)
    }

    /// The share of each choice, with the interval of its total share.
    private func shares(_ indices: SobolIndices, _ choices: [IndexUncertainty.Choice]) -> OutputTable {
        OutputTable(
            header: ["assumption", "first", "total", "low", "high"],
            rows: zip(choices, indices.inputs).map { choice, input in
                [
                    .word(choice.name), .number(input.first.value), .number(input.total.value),
                    .number(input.total.interval?.lowerBound), .number(input.total.interval?.upperBound),
                ]
            })
    }

    private func tell(_ failures: RunFailures, _ messages: Messages) {
        guard failures.count > 0 else { return }
        let runs = failures.runs.prefix(20).map(String.init).joined(separator: ", ")
        messages.tell(
            "index-failed-runs",
            [
                "count": String(failures.count), "total": String(failures.total),
                "runs": runs + (failures.count > 20 ? ", …" : ""),
            ])
    }
}
