import DecompositionAnalysis
import StatisticalData

/// The figures of one area in a year and the year before, as the method takes them.
struct DecompositionFigures {
    private let definition: DecompositionStudy
    private let data: DetailedData
    private let moments: [String]

    /// Takes the figures of a year; `nil` where one of them is missing.
    init?(_ definition: DecompositionStudy, inputs: DecompositionStudy.Inputs, area: Area.ID, year: Int) {
        self.definition = definition
        let suffix = inputs.areas.count > 1 ? " · " + area.rawValue : ""
        moments = ["\(year - 1)" + suffix, "\(year)" + suffix]
        let names = Set(inputs.figures.keys.map { $0.split(separator: "@").first.map(String.init) ?? $0 })
        var columns: [String: [[Double?]]] = [:]
        for name in names {
            var rows: [[Double?]] = [[], []]
            for cell in inputs.cells {
                let item = DecompositionStudy.item(name, cell)
                guard let figures = inputs.figures[item]?[area.rawValue], let unit = inputs.units[item],
                    let pair = Self.pair(figures, definition.reads, year, unit)
                else { return nil }
                rows[0].append(pair.start)
                rows[1].append(pair.end)
            }
            columns[name] = rows
        }
        data = DetailedData(
            dimensions: definition.dimension.map { [$0] } ?? [],
            cells: inputs.cells.map { $0.isEmpty ? [] : [$0] }, moments: moments, columns: columns,
            lines: moments.map { _ in inputs.cells.map { _ in nil } })
    }

    /// The two figures: levels, or 1 and 1 + change.
    private static func pair(
        _ figures: YearlyFigures, _ reads: DecompositionStudy.Figures, _ year: Int, _ unit: UnitOfMeasure
    ) -> (start: Double, end: Double)? {
        if reads == .changes, let change = figures.changes[year]?.value(in: .percent) {
            return (1, 1 + change / 100)
        }
        guard let start = figures.levels[year - 1]?.value(in: unit), let end = figures.levels[year]?.value(in: unit)
        else { return nil }
        guard reads == .changes else { return (start, end) }
        return start > 0 ? (1, end / start) : nil
    }

    /// The effects from the year before to the year.
    func decomposition(_ identity: Identity) throws -> Decomposition? {
        let values = try IdentityValues(
            identity, in: data, moments: moments, tolerance: definition.tolerance ?? 1e-6)
        return try values.decompositions(over: moments, span: .fixed, method: definition.usedMethod).first?
            .decomposition
    }
}
