import CompositeIndicators
import Reports
import StatisticalData
import Studies

/// The tables of an audit that need no scores, so that data that cannot be scored can be looked at.
struct AuditOfData {
    let prepared: IndexRecipe.Prepared
    let metadata: [IndicatorMetadata]
    /// Whether values were divided by denominators.
    let isDenominated: Bool

    func table(_ subject: IndexAudit.Subject, _ stage: IndexRecipe.Stage) throws -> OutputTable {
        switch subject {
        case .treatment: return treatment
        case .strengths(let unit): return try strengths(of: unit)
        default: return statistics(prepared.stages[stage] ?? prepared.data)
        }
    }

    private func statistics(_ data: IndicatorMatrix) -> OutputTable {
        let directions = Dictionary(metadata.map { ($0.code, $0.direction) }) { first, _ in first }
        let rows = zip(data.codes, Descriptives.summaries(data)).map { code, summary -> [OutputTable.Cell] in
            [
                .word(code), .number(Double(summary.available)), .number(Double(summary.missing)),
                .number(summary.minimum), .number(summary.maximum), .number(summary.mean), .number(summary.median),
                .number(summary.standardDeviation), .number(summary.skewness), .number(summary.kurtosis),
                .number(summary.zeroShare), .number(Double(summary.unique)),
                .number(directions[code].map(Double.init)), .words(summary.flags.map(\.rawValue)),
            ]
        }
        return OutputTable(
            header: [
                "indicator", "n", "missing", "min", "max", "mean", "median", "sd", "skew", "kurtosis", "zeros",
                "distinct", "direction", "flags",
            ], rows: rows)
    }

    private var treatment: OutputTable {
        let rows = prepared.record.treatment.map { record -> [OutputTable.Cell] in
            let outcome = record.outcome
            return [
                .word(record.indicator), .word(outcome.status.rawValue), .number(outcome.before?.skewness),
                .number(outcome.before?.kurtosis), .number(outcome.after?.skewness), .number(outcome.after?.kurtosis),
                .number(Double(outcome.keptHigh)), .number(Double(outcome.keptLow)),
                .word(outcome.transformation?.name ?? ""),
            ]
        }
        return OutputTable(
            header: [
                "indicator", "status", "skew", "kurtosis", "skew_after", "kurtosis_after", "winsorised_high",
                "winsorised_low", "transformation",
            ], rows: rows)
    }

    /// The values as they are compared: after denomination, before anything is filled in.
    private func strengths(of code: String) throws -> OutputTable {
        let data = prepared.stages[.denominated] ?? prepared.data
        guard let unit = data.units.firstIndex(of: code) else {
            throw Fault.unknownUnit(code, known: data.units, at: Place(file: "--audit"))
        }
        let names = Dictionary(metadata.map { ($0.code, $0) }) { first, _ in first }
        let sides = [
            ("strength", Audit.strengths(of: unit, values: data, metadata: metadata)),
            ("weakness", Audit.weaknesses(of: unit, values: data, metadata: metadata)),
        ]
        let rows = sides.flatMap { side, standings in
            standings.map { standing -> [OutputTable.Cell] in
                [
                    .word(side), .word(standing.indicator), .word(names[standing.indicator]?.name ?? ""),
                    .word(names[standing.indicator]?.parent ?? ""), .number(Double(standing.rank)),
                    .number(Double(standing.compared)), .number(standing.value),
                    .word(names[standing.indicator].map(unitText) ?? ""),
                ]
            }
        }
        return OutputTable(
            header: ["side", "indicator", "name", "parent", "rank", "of", "value", "unit"], rows: rows)
    }
}

extension AuditOfData {
    /// The unit of an indicator, with the denominator it was divided by.
    private func unitText(_ indicator: IndicatorMetadata) -> String {
        let unit = indicator.unit ?? ""
        guard isDenominated, let denominator = indicator.denominator else { return unit }
        return unit + " / " + denominator
    }
}

extension OutputTable.Cell {
    /// Several words in one cell, separated by semicolons.
    static func words(_ words: [String]) -> Self { .word(words.joined(separator: ";")) }
}
