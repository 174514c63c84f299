internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

/// A table of the National Bureau of Statistics of China, or one with its codes.
///
/// Sectors have codes 01 to 42 or 001 to 153; TII, VA001 to VA004, TVA and TI are rows, FU101 and further, EX, IM and GO
/// columns. What stands around the codes (titles, names) is passed over, sums are left out, an empty cell is no flow.
/// Source: input-output tables of China, National Bureau of Statistics; unit 10,000 yuan.
struct NBSTable {
    private let grid: TableGrid
    private let table: FileTable

    /// Codes of sums.
    private static let sums: Set<String> = ["TII", "TIU", "TI", "THC", "TC", "GCF", "TFU", "TVA", "TO", "GO", "TU"]
    /// Codes of columns that are subtracted.
    private static let imports: Set<String> = ["IM", "IF"]

    init(_ bytes: [UInt8], file: String, sheet: String?) throws {
        grid = try TableGrid(bytes, file: file, sheet: sheet)
        var faults = FaultCollector()
        let codes = try NBSCodes(grid)
        let sectors = codes.sectorColumns.map(\.code)
        let known = Set(sectors)
        let found = Set(codes.sectorRows.map(\.code))
        let surplus = codes.sectorRows.map(\.code).filter { !known.contains($0) }
        if !surplus.isEmpty { faults.add(.ioMissingLabels(surplus.map { [$0] }, areRows: false, file: file)) }
        let missing = sectors.filter { !found.contains($0) }
        if !missing.isEmpty { faults.add(.ioMissingLabels(missing.map { [$0] }, areRows: true, file: file)) }
        for (list, kind) in [(sectors, true), (codes.sectorRows.map(\.code), false)] {
            var seen: Set<String> = []
            for code in list where !seen.insert(code).inserted {
                faults.add(.ioRepeatedLabel([code], at: Place(file: file, column: kind ? code : nil)))
            }
        }
        try faults.throwIfFaulty(in: file)
        let rows = Dictionary(uniqueKeysWithValues: codes.sectorRows.map { ($0.code, $0.position) })
        let order = sectors.compactMap { rows[$0] }
        let demand = codes.otherColumns.filter { !Self.sums.contains($0.code) && !Self.imports.contains($0.code) }
        let bought = codes.otherColumns.filter { Self.imports.contains($0.code) }
        let inputs = codes.otherRows.filter { !Self.sums.contains($0.code) }
        let grid = grid
        let read = { (rows: [Int], columns: [(code: String, position: Int)]) in
            Matrix(rows: rows.count, columns: columns.count) { row, column in
                grid.number(rows[row], columns[column].position, named: columns[column].code, into: &faults)
            }
        }
        let flows = read(order, codes.sectorColumns)
        let finalDemand = read(order, demand)
        let subtracted = read(order, bought).rowSums
        let given = codes.otherColumns.first { $0.code == "GO" || $0.code == "TO" }.map { read(order, [$0]).elements }
        let added = read(inputs.map(\.position), codes.sectorColumns)
        try faults.throwIfFaulty(in: file)
        let axis = LabelAxis(levels: ["sector"], labels: sectors.map { [$0] })
        // Some tables print imports with a minus sign.
        let areNegative = subtracted.allSatisfy { $0 <= 0 }
        table = FileTable(
            industries: axis, demandCategories: LabelAxis(levels: ["category"], labels: demand.map { [$0.code] }),
            flows: flows, demand: finalDemand, output: given,
            inputs: inputs.isEmpty
                ? nil
                : LabelledMatrix(
                    rows: LabelAxis(levels: ["input"], labels: inputs.map { [$0.code] }), columns: axis,
                    values: added),
            imports: bought.isEmpty ? nil : subtracted.map { areNegative ? abs($0) : $0 })
    }

    func folder(_ declarations: InputOutputFolder.Declarations) throws -> InputOutputFolder {
        try table.folder(declarations, file: grid.file)
    }
}

/// Where the codes of a table stand.
private struct NBSCodes {
    let sectorRows: [(code: String, position: Int)]
    let otherRows: [(code: String, position: Int)]
    let sectorColumns: [(code: String, position: Int)]
    let otherColumns: [(code: String, position: Int)]

    private static let marks: Set<String> = ["TII", "TIU", "TFU", "GO", "EX", "TO"]

    init(_ grid: TableGrid) throws {
        // The row of codes has sectors and sums, and is the one with most codes.
        let header = grid.rows.indices.filter { row in grid.rows[row].contains { Self.marks.contains($0) } }
            .max { Self.codes(grid.rows[$0]) < Self.codes(grid.rows[$1]) }
        guard let header, Self.codes(grid.rows[header]) > 1 else {
            throw Faults([Fault("io-no-codes", at: Place(file: grid.file))])
        }
        let width = grid.rows.map(\.count).max() ?? 0
        let below = grid.rows.indices.filter { $0 > header }
        let first = grid.rows[header].firstIndex { Self.isSector($0) } ?? 0
        let column = (0..<min(first, width)).max { left, right in
            Self.codes(below.map { grid.cell($0, left) }) < Self.codes(below.map { grid.cell($0, right) })
        }
        guard let column else { throw Faults([Fault("io-no-codes", at: Place(file: grid.file))]) }
        let columns = grid.rows[header].enumerated().filter { $0.offset > column && !$0.element.isEmpty }
        let rows = below.map { (element: grid.cell($0, column), offset: $0) }.filter { !$0.element.isEmpty }
        // A workbook may keep 01 as the number 1: codes have the digits of the longest, two at least.
        let digits = max(
            2, (columns.map(\.element) + rows.map(\.element)).filter(Self.isSector).map(\.count).max() ?? 2)
        let padded = { (code: String) in
            Self.isSector(code) ? String(repeating: "0", count: max(0, digits - code.count)) + code : code
        }
        sectorColumns = columns.filter { Self.isSector($0.element) }.map { (padded($0.element), $0.offset) }
        otherColumns = columns.filter { Self.isCode($0.element) }.map { ($0.element, $0.offset) }
        sectorRows = rows.filter { Self.isSector($0.element) }.map { (padded($0.element), $0.offset) }
        otherRows = rows.filter { Self.isCode($0.element) }.map { ($0.element, $0.offset) }
    }

    private static func codes(_ cells: [String]) -> Int { cells.count { isSector($0) || isCode($0) } }

    private static func isSector(_ text: String) -> Bool {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// A code of other rows and columns: capital letters, then digits.
    private static func isCode(_ text: String) -> Bool {
        let letters = text.utf8.prefix { (65...90).contains($0) }.count
        return letters >= 2 && text.utf8.count <= 8
            && text.utf8.dropFirst(letters).allSatisfy { (48...57).contains($0) }
    }
}
