import ArgumentParser
import CompositeIndicators
import Reports
import StatisticalData
import Studies
import TableFormats

/// How `greenprint index` takes the times of a panel.
struct IndexPanel: ParsableArguments {
    @Option(help: "The time to take from a panel, such as 2016. 面板数据中所取的时期。")
    var time: Int?

    @Option(
        help: """
            Print all times of a panel: pooled (statistics over all rows) or by-time (each time for itself); ranks are \
            within a time. 输出面板全部时期：合并计算或逐期计算，位次在同一时期内。
            """)
    var panel: Mode?

    /// What statistics are taken over.
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case pooled
        case byTime = "by-time"
    }

    /// Which options go together.
    func check(isVaried: Bool, isAudited: Bool, imputesOverTime: Bool) throws {
        if panel != nil, time != nil { throw ValidationError("--panel, --time: one at a time; 两者只能选其一") }
        if panel != nil, isVaried || isAudited {
            throw ValidationError("--panel: not with --audit, --uncertainty or --sensitivity; 不能与其同用")
        }
        if imputesOverTime, isVaried {
            throw ValidationError("--impute: not over time with --uncertainty or --sensitivity; 按时间插补不能与其同用")
        }
    }

    /// The rows of the result of a panel with their times.
    struct Rows {
        let outcome: IndexRecipe.Outcome
        /// The time of each row of the data before screening.
        let times: [Int]

        /// The units with their times, for messages.
        var labels: [String] {
            zip(outcome.stages[.denominated]?.units ?? [], times).map { "\($0) \($1)" }
        }

        /// The times of the rows that screening left.
        var kept: [Int] {
            let screening = outcome.record.screening
            return screening.isEmpty ? times : zip(times, screening).filter { $1.included }.map(\.0)
        }
    }

    /// Runs the steps over all times; one run for all, or one a time.
    func rows(_ tables: IndexTables, _ recipe: (IndexTables) throws -> IndexRecipe) throws -> [Rows] {
        guard let times = tables.times else { throw Fault.noTimes(at: Place(file: "--panel")) }
        guard panel == .byTime else { return [Rows(outcome: try run(tables, recipe(tables)), times: times)] }
        return try tables.panel.map { slice in
            var whole = try recipe(tables)
            // A unit named to stay or go need not be there at every time.
            let absent = Set(tables.units.map(\.code)).subtracting(slice.rows.map { tables.units[$0].code })
            whole.force = whole.force.filter { !absent.contains($0.key) }
            let outcome: IndexRecipe.Outcome
            if case .panel = whole.imputation {
                var one = whole
                one.rows = slice.rows
                outcome = try run(tables, one)
            } else {
                guard let part = tables.slice(at: slice.time) else { throw Fault.noTimes(at: Place(file: "--panel")) }
                var one = try recipe(part)
                one.force = whole.force
                outcome = try run(part, one)
            }
            return Rows(outcome: outcome, times: slice.rows.map { _ in slice.time })
        }
    }

    private func run(_ tables: IndexTables, _ recipe: IndexRecipe) throws -> IndexRecipe.Outcome {
        try recipe.run(tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
    }

    /// The rows as a table: scores with ranks within each time, or the data after a step.
    func table(_ rows: [Rows], stage: IndexRecipe.Stage?) -> OutputTable {
        var header: [String] = []
        var cells: [[OutputTable.Cell]] = []
        for part in rows {
            let matrix = stage.flatMap { part.outcome.stages[$0] } ?? part.outcome.aggregates
            let isScreened = stage == nil || stage == .screened || stage == .treated || stage == .normalised
            let times = isScreened ? part.kept : part.times
            let scores =
                part.outcome.aggregates.position(of: part.outcome.index)
                .map(part.outcome.aggregates.column) ?? []
            let ranks = stage == nil ? Ranking.descending(scores, within: times) : []
            header = ["unit", "time"] + matrix.codes + (stage == nil ? ["rank"] : [])
            for unit in matrix.units.indices {
                let values = matrix.codes.indices.map { OutputTable.Cell.number(matrix[unit, $0]) }
                let rank = stage == nil ? [OutputTable.Cell.number(ranks[unit].map(Double.init))] : []
                cells.append([.word(matrix.units[unit]), .number(Double(times[unit]))] + values + rank)
            }
        }
        return OutputTable(header: header, rows: cells)
    }
}
