import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports

/// The tables of `greenprint io --shock`.
enum ScenarioTables {
    /// What gets a row of its own.
    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case sector
        case shock
        case total
    }

    /// Direct, indirect and induced effects by timing and part.
    static func effects(_ result: ScenarioResult, by grouping: Grouping, _ industries: LabelAxis) -> OutputTable {
        let labels = rows(of: result)
        var lines: [[OutputTable.Cell]] = []
        for (timing, part, name, effects) in parts(of: result, by: grouping) {
            for (row, label) in labels {
                let head: [OutputTable.Cell] =
                    [.word(timing.rawValue), .word(part)] + (grouping == .shock ? [.word(name)] : [])
                let line = { (sector: [String], value: (Matrix) -> Double) in
                    lines.append(
                        head + (sector + label).map { .word($0) }
                            + [effects.direct, effects.indirect].map { .number(value($0)) }
                            + [.number(effects.induced.map(value)), .number(value(effects.total))])
                }
                guard grouping == .sector else {
                    line([]) { $0.row(row).reduce(0, +) }
                    continue
                }
                for (column, sector) in industries.labels.enumerated() { line(sector) { $0[row, column] } }
            }
        }
        let head = ["timing", "part"] + (grouping == .shock ? ["shock"] : [])
        return OutputTable(
            header: head + (grouping == .sector ? industries.levels : [])
                + ["row", "unit", "direct", "indirect", "induced", "total"], rows: lines)
    }

    /// Intervals of totals, and which input carries them.
    static func spreads(_ found: UncertainImpact.Result, of result: ScenarioResult) -> OutputTable {
        let labels = Dictionary(uniqueKeysWithValues: rows(of: result))
        let rows = zip(UncertainImpact.quantities(of: result), found.spreads).compactMap {
            quantity, spread -> [OutputTable.Cell]? in
            guard let label = labels[quantity.row] else { return nil }
            let words =
                [quantity.timing.rawValue, quantity.part?.rawValue ?? "net"] + label + [quantity.effect.rawValue]
            let numbers = [spread.point, spread.median, spread.low, spread.high] + spread.correlations
            return words.map { .word($0) } + numbers.map { .number($0) }
        }
        return OutputTable(
            header: ["timing", "part", "row", "unit", "effect", "point", "median", "p5", "p95"]
                + found.inputs.map { "correlation:" + $0 }, rows: rows)
    }

    /// The rows shown: those of the extension, or output where there is none.
    private static func rows(of result: ScenarioResult) -> [(Int, [String])] {
        guard !result.stressors.isEmpty else { return [(result.outputRow, ["output", ""])] }
        return result.stressors.enumerated().map { ($0, [$1.label.joined(separator: " "), $1.unit ?? ""]) }
    }

    private static func parts(
        of result: ScenarioResult, by grouping: Grouping
    ) -> [(ShockTiming, String, String, ImpactEffects)] {
        guard grouping != .shock else {
            return result.contributions.map { ($0.timing, $0.part.rawValue, $0.name, $0.effects) }
        }
        return result.timings.flatMap { timing in
            ScenarioPart.allCases.compactMap { part in
                result.effects(of: part, timing).map { (timing, part.rawValue, "", $0) }
            } + (result.net(timing).map { [(timing, "net", "", $0)] } ?? [])
        }
    }
}
