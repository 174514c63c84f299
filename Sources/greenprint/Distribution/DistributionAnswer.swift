import DistributionAnalysis
import Reports
import SensitivityAnalysis
import TableFormats

/// Measures of microdata, as a table.
struct DistributionAnswer {
    let table: MicrodataTable
    let questions: [DistributionQuestion]
    let bootstrap: Bootstrap?
    let isByGroup: Bool

    /// A row a measure, and before it each group's where they are asked for.
    func rows() throws -> OutputTable {
        let whole = try IncomeDistribution(table.values, weights: table.weights)
        let groups =
            table.groups.isEmpty
            ? nil : try GroupDecomposition(table.values, weights: table.weights, groups: table.groups)
        let header = ["measure", "value", "low", "high"]
        guard isByGroup, let groups else { return OutputTable(header: header, rows: try lines(whole, groups)) }
        let parts = groups.groups.map { ($0.name, $0.distribution) }
        let rows = try parts.flatMap { name, part in try lines(part, nil).map { [.word(name)] + $0 } }
        return OutputTable(
            header: ["group"] + header, rows: rows + (try lines(whole, groups).map { [.word("all")] + $0 }))
    }

    func hasUndefined(_ table: OutputTable) -> Bool {
        let place = table.header.count - 3
        return table.rows.contains { $0[place] == .number(nil) }
    }

    private func lines(_ part: IncomeDistribution, _ groups: GroupDecomposition?) throws -> [[OutputTable.Cell]] {
        var measures: [DistributionMeasure] = []
        for question in questions { if case .measure(let measure) = question.kind { measures.append(measure) } }
        var ranges = bootstrap.map { IncomeBootstrap(part, $0).intervals(measures) }?.makeIterator()
        return try questions.map { question in
            var (value, range): (Double?, ClosedRange<Double>?) = (nil, nil)
            switch question.kind {
            case .measure(let measure):
                value = try part.value(measure)
                range = ranges?.next() ?? nil
            case .theilWithin: value = try groups?.theil()?.within
            case .theilBetween: value = try groups?.theil()?.between
            case .mldWithin: value = try groups?.mld()?.within
            case .mldBetween: value = try groups?.mld()?.between
            }
            return [.word(question.text), .number(value), .number(range?.lowerBound), .number(range?.upperBound)]
        }
    }
}
