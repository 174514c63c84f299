internal import DecompositionAnalysis
internal import Spreadsheets
internal import StatisticalData

/// The rows of a table of moments, sorted into moments and cells.
struct DecompositionRows {
    private let sheet: Sheet
    private let layout: MomentLayout
    private var cells: [[String]] = []
    private var moments: [String]
    private var numbers: [[String]: Int] = [:]
    private var columns: [String: [[Double?]]] = [:]
    private var lines: [[Int?]] = []

    init(_ sheet: Sheet, _ layout: MomentLayout) {
        self.sheet = sheet
        self.layout = layout
        moments = layout.moments
    }

    /// The figures.
    var data: DetailedData {
        DetailedData(dimensions: layout.labels, cells: cells, moments: moments, columns: columns, lines: lines)
    }

    /// Reads all rows; `false` if nothing can be made of them.
    mutating func read(faults: inout FaultCollector) -> Bool {
        let keys = sheet.rows.map { row in key(row, faults: &faults) }
        for case let key? in keys where numbers[key.cell] == nil {
            numbers[key.cell] = cells.count
            cells.append(key.cell)
        }
        if let column = layout.moment { moments = Self.ordered(sheet.rows.compactMap { sheet.text($0, column) }) }
        let (size, overflows) = cells.count.multipliedReportingOverflow(by: moments.count)
        guard !overflows, size <= DecompositionTable.largest else {
            faults.add(.momentTableTooLarge(limit: DecompositionTable.largest, file: sheet.file))
            return false
        }
        guard size > 0 else { return false }
        let empty = [[Double?]](repeating: .init(repeating: nil, count: cells.count), count: moments.count)
        lines = .init(repeating: .init(repeating: nil, count: cells.count), count: moments.count)
        for name in layout.figures { columns[name] = empty }
        let positions = Dictionary(zip(moments, moments.indices)) { first, _ in first }
        for (row, key) in zip(sheet.rows, keys) {
            guard let key, let cell = numbers[key.cell] else { continue }
            let wanted = key.moment.map { [$0] } ?? moments
            for moment in wanted { place(row, cell, moment, positions[moment], faults: &faults) }
        }
        return true
    }

    /// The labels and the moment of a row; `nil` when one is missing, which is a fault.
    private func key(_ row: Sheet.Row, faults: inout FaultCollector) -> (cell: [String], moment: String?)? {
        var labels: [String] = []
        let named = layout.labels + (layout.moment.map { [$0] } ?? [])
        for column in named {
            guard let label = sheet.text(row, column) else {
                faults.add(.csvEmptyField(at: sheet.place(row, column)))
                continue
            }
            labels.append(label)
        }
        guard labels.count == named.count else { return nil }
        let moment = layout.moment == nil ? nil : labels.popLast()
        return (labels, moment)
    }

    private mutating func place(
        _ row: Sheet.Row, _ cell: Int, _ moment: String, _ position: Int?, faults: inout FaultCollector
    ) {
        guard let position else { return }
        if let line = lines[position][cell] {
            let column = layout.moment ?? layout.labels.first
            faults.add(
                .duplicateCell(
                    moment, cells[cell], line: line, at: Place(file: sheet.file, line: row.line, column: column)))
            return
        }
        lines[position][cell] = row.line
        for name in layout.figures {
            let column = layout.moment == nil ? name + "_" + moment : name
            columns[name]?[position][cell] = sheet.number(row, column, faults: &faults)
        }
    }

    /// Years in ascending order, anything else as it first comes.
    private static func ordered(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        let moments = words.filter { seen.insert($0).inserted }
        let years = moments.compactMap { Int($0) }
        return years.count == moments.count ? moments.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) } : moments
    }
}
