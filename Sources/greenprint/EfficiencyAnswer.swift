import EfficiencyAnalysis
import Reports
import StatisticalData
import TableFormats

/// The answer to a question about efficiency, as a table.
struct EfficiencyAnswer {
    let table: ProductionTable
    let question: EfficiencyQuestion
    let isPooled: Bool

    private var hasPeriods: Bool { table.parts.first?.period.isEmpty == false }

    /// The rows: those of the file, or of each pair of periods.
    func rows(_ messages: Messages) throws -> OutputTable {
        if question.model.isOverTime { return try changes(messages) }
        let parts =
            try isPooled && table.parts.count > 1
            ? [ProductionData(pooling: table.parts.map { ($0.period, $0.data) })]
            : table.parts.map(\.data)
        let lines = try parts.map { try columns($0) }
        let header = lines.first?.header ?? []
        let extra = hasPeriods ? ["period"] : []
        return OutputTable(
            header: ["unit", "score", "status"] + extra + header,
            rows: table.rows.map { row in
                let part = parts.count == 1 ? 0 : row.part
                let unit =
                    parts.count == 1 ? table.parts[..<row.part].reduce(row.unit) { $0 + $1.data.units.count } : row.unit
                let line = lines[part].lines[unit]
                let name = table.parts[row.part].data.units[row.unit]
                return [.word(name), .number(line.score), .word(line.status.rawValue)]
                    + (hasPeriods ? [.word(table.parts[row.part].period)] : []) + line.cells
            })
    }

    /// A unit's score and the cells after it.
    private struct Line {
        let score: Double?
        let status: EfficiencyStatus
        let cells: [OutputTable.Cell]
    }

    /// The columns after the status, and a line for each unit.
    private func columns(_ data: ProductionData) throws -> (header: [String], lines: [Line]) {
        let analysis = EfficiencyAnalysis(data, returns: question.scale, threads: question.threads)
        let side = question.orientation?.orientation
        if let runs = question.bootstrap { return bootstrap(analysis, side ?? .input, runs) }
        if question.leaveOneOut { return leaveOneOut(analysis, side ?? .input) }
        switch (question.model, question.isSuper) {
        case (.sbm, false): return scores(analysis.slacksBased(side), data)
        case (.sbm, true): return scores(analysis.superSlacksBased(side), data, detailed: false)
        case (.ddf, _):
            return scores(
                try analysis.directional(
                    question.disposability.disposability, moving: MomentOptions.names(question.direction)), data)
        case (_, true): return scores(analysis.superEfficiency(side ?? .input), data, detailed: false)
        default: return scores(analysis.radial(side ?? .input, slacks: question.slacks), data)
        }
    }

    private func scores(
        _ scores: [EfficiencyScore], _ data: ProductionData, detailed: Bool = true
    ) -> (header: [String], lines: [Line]) {
        let isDistance = question.model == .ddf
        let hasBads = question.model == .sbm || isDistance
        let names = (data.inputs + data.outputs + (hasBads ? data.bads : [])).map(\.name)
        guard detailed else { return ([], scores.map { Line(score: $0.score, status: $0.status, cells: []) }) }
        let lines = scores.map { score in
            let peers = score.peers.map { data.units[$0.unit] + ":" + Decimals.text($0.value) }
            let none = names.map { _ in OutputTable.Cell.number(nil) }
            let slacks = score.slacks.isEmpty ? none : score.slacks.map { .number($0) }
            let targets = score.targets.isEmpty ? none : score.targets.map { .number($0) }
            return Line(
                score: score.score, status: score.status,
                cells: slacks + [.word(peers.joined(separator: ";"))] + targets)
        }
        return (names.map { "slack:" + $0 } + ["peers"] + names.map { "target:" + $0 }, lines)
    }

    private func bootstrap(
        _ analysis: EfficiencyAnalysis, _ side: Orientation, _ runs: Int
    ) -> (header: [String], lines: [Line]) {
        let found = analysis.bootstrap(side, runs: runs, seed: question.seed ?? 1)
        return (
            ["corrected", "low", "high"],
            found.map { score in
                Line(
                    score: score?.score, status: score == nil ? .uncertified : .optimal,
                    cells: [.number(score?.corrected), .number(score?.low), .number(score?.high)])
            }
        )
    }

    private func leaveOneOut(
        _ analysis: EfficiencyAnalysis, _ side: Orientation
    ) -> (header: [String], lines: [Line]) {
        let found = analysis.leaveOneOut(side)
        return (
            ["extreme", "without"],
            found.map { range in
                Line(
                    score: range?.score, status: range == nil ? .uncertified : .optimal,
                    cells: [.number(range?.extreme), .word(range?.without ?? "")])
            }
        )
    }
}
