import Spreadsheets
import StatisticalData

/// Finds the row of headers among the first rows of a table, and the layout a wide table seems to have.
struct HeaderFinder {
    /// The rows looked at.
    static let depth = 40

    let names: RegistryNames

    /// The row with the most headers known: at least three, or the first row that is not blank.
    func header(in rows: [TableRow], layout: TableLayout) -> TableRow? {
        if let line = layout.header { return rows.first { $0.line == line } }
        let declared = Set(((layout.columns ?? [:]).values + (layout.take ?? [])).map(CellText.comparable))
        let scores = rows.map { row in
            row.cells.reduce(0) { count, cell in
                let isDeclared = declared.contains(CellText.comparable(cell.text))
                return count + (isDeclared || ImportColumn(header: cell.text) != nil ? 1 : 0)
            }
        }
        let least = declared.isEmpty ? 3 : 1
        if let best = scores.max(), best >= least, let index = scores.firstIndex(of: best) { return rows[index] }
        return wideHeader(in: rows) ?? rows.first { !$0.isBlank }
    }

    /// The first row with at least two periods, areas or indicators in a row of headers.
    private func wideHeader(in rows: [TableRow]) -> TableRow? {
        rows.first { row in row.cells.count > 2 && TableLayout.Across.allCases.contains { count($0, in: row) >= 2 } }
    }

    private func count(_ across: TableLayout.Across, in row: TableRow) -> Int {
        row.cells.count { isKey($0.text, across) }
    }

    /// Whether a header can be read as a period, an area or an indicator.
    func isKey(_ header: String, _ across: TableLayout.Across) -> Bool {
        let text = CellText.trimmed(header)
        guard !text.isEmpty else { return false }
        switch across {
        case .period: return PrintedPeriod(text) != nil
        case .area: return names.area(text).isKnown
        case .indicator: return names.indicator(text) != nil
        }
    }

    /// The layout that a table without a declared one seems to have: long where it has the headers, else what at
    /// least two of the headers are; `nil` when neither shows.
    ///
    /// - Parameter dimensions: the codes of the dimensions of SDMX.
    func guess(_ rows: [TableRow], dimensions: [(id: String, codes: [String])] = []) -> TableLayout? {
        guard let header = header(in: rows, layout: .long) else { return nil }
        let found = Set(header.cells.compactMap { ImportColumn(header: $0.text) })
        if found.contains(.value), found.contains(.period) || found.contains(.area) {
            return completed(header, found, dimensions)
        }
        let counts = TableLayout.Across.allCases.map { ($0, count($0, in: header)) }
        guard let best = counts.max(by: { $0.1 < $1.1 }), best.1 >= 2 else { return nil }
        var layout = TableLayout(header: header.line, across: best.0)
        layout.take = header.cells.map { CellText.trimmed($0.text) }.filter { isKey($0, best.0) }
        layout.columns = keys(header, body: rows.filter { $0.line > header.line && !$0.isBlank }, across: best.0)
        let missing = ImportColumn.required.filter {
            $0 != .value && $0 != best.0.column && layout.columns?[$0.rawValue] == nil
        }
        layout.fixed = Dictionary(uniqueKeysWithValues: missing.map { ($0.rawValue, "?") })
        return layout
    }

    /// The columns whose cells can all be read as one kind of key.
    private func keys(_ header: TableRow, body: [TableRow], across: TableLayout.Across) -> [String: String] {
        var keys: [String: String] = [:]
        for (index, cell) in header.cells.enumerated() where !isKey(cell.text, across) {
            let name = CellText.trimmed(cell.text)
            guard !name.isEmpty else { continue }
            let texts = body.compactMap { index < $0.cells.count ? CellText.trimmed($0.cells[index].text) : nil }
                .filter { !$0.isEmpty }
            let readable = TableLayout.Across.allCases.first { kind in
                kind != across && !texts.isEmpty && texts.count { isKey($0, kind) } * 2 > texts.count
            }
            let isUnit = !texts.isEmpty && texts.count { names.unit($0) != nil } * 2 > texts.count
            let column = ImportColumn(header: name) ?? readable?.column ?? (isUnit ? .unit : nil)
            if let column, keys[column.rawValue] == nil { keys[column.rawValue] = name }
        }
        return keys
    }
}
