/// Figures by moment and cell; a cell is one combination of labels, such as a sector in a region.
public struct DetailedData: Hashable, Sendable {
    /// The names of the dimensions.
    public let dimensions: [String]
    /// The labels of each cell, as the dimensions.
    public let cells: [[String]]
    /// The moments, in order: years, or areas that are compared.
    public let moments: [String]
    /// The figures of each column, by moment and cell; `nil` where there is none.
    public let columns: [String: [[Double?]]]
    /// The line of each row, by moment and cell, for messages; `nil` where there is no row.
    public let lines: [[Int?]]

    /// Bundles figures.
    public init(
        dimensions: [String], cells: [[String]], moments: [String], columns: [String: [[Double?]]], lines: [[Int?]]
    ) {
        self.dimensions = dimensions
        self.cells = cells
        self.moments = moments
        self.columns = columns
        self.lines = lines
    }

    /// The name of a cell; `all` where there are no dimensions.
    public func name(_ cell: Int) -> String { Self.name(cells[cell]) }

    static func name(_ labels: [String]) -> String { labels.isEmpty ? "all" : labels.joined(separator: " · ") }

    /// The group of each cell by some of the dimensions, numbered in the order of the cells, and the labels of each.
    public func groups(by names: [String]) -> (ofCell: [Int], labels: [[String]]) {
        let positions = names.compactMap { dimensions.firstIndex(of: $0) }
        var numbers: [[String]: Int] = [:]
        var labels: [[String]] = []
        let ofCell = cells.map { cell in
            let key = positions.map { cell[$0] }
            if let number = numbers[key] { return number }
            numbers[key] = labels.count
            labels.append(key)
            return labels.count - 1
        }
        return (ofCell, labels)
    }

    /// The figures with the dimensions left out that are not named: what is there is summed, what is missing stays so.
    func summed(to names: [String], absentIsZero: Bool) -> DetailedData {
        let kept = dimensions.filter(names.contains)
        guard kept.count < dimensions.count else { return self }
        let (ofCell, labels) = groups(by: kept)
        var lines = moments.map { _ in [Int?](repeating: nil, count: labels.count) }
        for moment in moments.indices {
            for cell in cells.indices where lines[moment][ofCell[cell]] == nil {
                lines[moment][ofCell[cell]] = self.lines[moment][cell]
            }
        }
        let sums = columns.mapValues { column in
            zip(column, self.lines).map { values, rows in
                let filled = zip(values, rows).map { $0 ?? (absentIsZero && $1 == nil ? 0 : nil) }
                return Self.sums(filled, ofCell, count: labels.count)
            }
        }
        return DetailedData(dimensions: kept, cells: labels, moments: moments, columns: sums, lines: lines)
    }

    static func sums(_ values: [Double?], _ group: [Int], count: Int) -> [Double?] {
        var parts = [[Double]?](repeating: [], count: count)
        for (value, number) in zip(values, group) {
            if let value { parts[number]?.append(value) } else { parts[number] = nil }
        }
        return parts.map { $0?.compensatedSum() }
    }

    /// The sums of a column at a moment over the cells of each group; `nil` where a figure is missing.
    public func sums(of column: String, at moment: String, by names: [String] = []) -> [Double?] {
        let (ofCell, labels) = groups(by: names)
        guard let position = moments.firstIndex(of: moment), let values = columns[column]?[position] else {
            return labels.map { _ in nil }
        }
        return Self.sums(values, ofCell, count: labels.count)
    }

    /// The moments from `first` to `last`. Whole numbers are years in ascending order, of which none may be missing
    /// unless gaps are allowed; other moments come in the order of the data.
    public func moments(
        from first: String, to last: String, allowsGaps: Bool
    ) throws(DecompositionFaults) -> [String] {
        let unknown = [first, last].filter { !moments.contains($0) }
        try unknown.map { .unknownMoment($0, known: moments) }.throwIfAny()
        guard let start = Int(first), let end = Int(last), moments.allSatisfy({ Int($0) != nil }) else {
            guard let start = moments.firstIndex(of: first), let end = moments.firstIndex(of: last) else { return [] }
            return start <= end ? Array(moments[start...end]) : moments[end...start].reversed()
        }
        let range = min(start, end)...max(start, end)
        let present = moments.filter { Int($0).map(range.contains) ?? false }
        let known = Set(present.compactMap { Int($0) })
        if !allowsGaps, range.count <= 10_000 {
            try range.filter { !known.contains($0) }.map { .missingMoment(String($0)) }.throwIfAny()
        }
        let ordered = present.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
        return start <= end ? ordered : ordered.reversed()
    }
}
