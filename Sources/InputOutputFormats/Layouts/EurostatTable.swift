internal import InputOutput
internal import LinearAlgebra
internal import Spreadsheets
internal import StatisticalData

/// A symmetric table of Eurostat as SDMX-CSV: a figure a row, with the codes of row and column.
///
/// Products or industries are the codes that occur in both dimensions. Where figures of home-made and imported flows (DOM,
/// IMP) are given these are taken, else those of both together (TOTAL), from which imports (row P7) are subtracted. Of final
/// uses and primary inputs the parts are taken, not their sums; P1 is output, to compare with.
struct EurostatTable {
    private let file: String
    private let table: FileTable

    private static let rowNames = ["prd_ava", "ind_ava", "prod_na", "t_rows2"]
    private static let columnNames = ["prd_use", "ind_use", "induse", "t_cols2"]
    private static let uses = ["P3_S14", "P3_S15", "P3_S13", "P51G", "P52", "P53", "P6"]
    /// Inputs beside flows: net taxes on products and the parts of value added.
    private static let inputs = ["D21X31", "D1", "D29X39", "P51C", "B2A3N"]

    init(_ bytes: [UInt8], file: String) throws {
        self.file = file
        let grid = try TableGrid(bytes, file: file)
        let cells = try EurostatCells(grid, rowNames: Self.rowNames, columnNames: Self.columnNames)
        let sectors = cells.sectors
        guard !sectors.isEmpty else { throw Faults([Fault("io-no-codes", at: Place(file: file))]) }
        let flow = cells.has("DOM") ? "DOM" : "TOTAL"
        var uses = Self.uses
        // Changes in inventories and valuables may be given together.
        if !cells.hasColumn("P52"), cells.hasColumn("P5M") { uses = uses.map { $0 == "P52" ? "P5M" : $0 } }
        uses = uses.filter { cells.hasColumn($0) }
        let inputs = Self.inputs.filter { cells.hasRow($0) }
        let added = inputs.contains("D1") || !cells.hasRow("B1G") ? inputs : inputs + ["B1G"]
        let part = { (flow: String, rows: [String], columns: [String]) in
            Matrix(rows: rows.count, columns: columns.count) { cells.value(flow, rows[$0], columns[$1]) }
        }
        // Rows below the flows are printed with one of the kinds of flow, mostly TOTAL.
        let below = cells.hasRow("P1", in: "TOTAL") ? "TOTAL" : flow
        let axis = LabelAxis(levels: ["sector"], labels: sectors.map { [$0] })
        let output = cells.hasRow("P1") ? part(below, ["P1"], sectors).elements : nil
        let hasImports = flow == "DOM" && cells.has("IMP")
        table = FileTable(
            industries: axis, demandCategories: LabelAxis(levels: ["category"], labels: uses.map { [$0] }),
            flows: part(flow, sectors, sectors), demand: part(flow, sectors, uses), output: output,
            inputs: added.isEmpty
                ? nil
                : LabelledMatrix(
                    rows: LabelAxis(levels: ["input"], labels: added.map { [$0] }), columns: axis,
                    values: part(below, added, sectors)),
            unit: cells.unit,
            imports: flow == "TOTAL" && cells.hasRow("P7") ? part(below, ["P7"], sectors).elements : nil,
            importFlows: hasImports ? part("IMP", sectors, sectors) : nil,
            importDemand: hasImports ? part("IMP", sectors, uses) : nil)
    }

    func folder(_ declarations: InputOutputFolder.Declarations) throws -> InputOutputFolder {
        var declarations = declarations
        if declarations.exports.isEmpty { declarations.exports = ["P6"] }
        return try table.folder(declarations, file: file)
    }
}

/// The figures by kind of flow, row and column.
private struct EurostatCells {
    let unit: String?
    private(set) var sectors: [String] = []
    private var values: [[String]: Double] = [:]
    private var rows: [String: Set<String>] = [:]
    private var columns: Set<String> = []
    private var flows: Set<String> = []

    private static let totals: Set<String> = ["TOTAL", "TU", "TFU", "CPA_TOTAL", "TS_BP"]

    init(_ grid: TableGrid, rowNames: [String], columnNames: [String]) throws {
        let header = grid.rows[0]
        let position = { (names: [String]) in header.firstIndex { names.contains($0.lowercased()) } }
        guard let row = position(rowNames), let column = position(columnNames), let value = position(["obs_value"])
        else { throw Faults([Fault("io-no-codes", at: Place(file: grid.file, line: grid.lines[0]))]) }
        var faults = FaultCollector()
        let flow = position(["stk_flow"])
        // One table a file: what else distinguishes figures has one value.
        for name in ["geo", "time_period", "unit", "freq"] {
            guard let found = position([name]) else { continue }
            let words = Set(grid.rows.indices.dropFirst().map { grid.cell($0, found) })
            if words.count > 1 {
                faults.add(
                    Fault(
                        "io-several-tables", at: Place(file: grid.file, column: header[found]),
                        ["found": words.sorted().prefix(5).joined(separator: ", "), "count": String(words.count)]))
            }
        }
        unit = position(["unit"]).map { grid.cell(min(1, grid.rows.count - 1), $0) }
        var order: [String] = []
        for line in grid.rows.indices.dropFirst() where !grid.cell(line, value).isEmpty {
            let kind = flow.map { grid.cell(line, $0) } ?? "TOTAL"
            let (from, to) = (grid.cell(line, row), grid.cell(line, column))
            let number = grid.number(line, value, named: header[value], into: &faults)
            if values.updateValue(number, forKey: [kind, from, to]) != nil {
                faults.add(.ioRepeatedLabel([kind, from, to], at: Place(file: grid.file, line: grid.lines[line])))
            }
            if rows[from] == nil { order.append(from) }
            rows[from, default: []].insert(kind)
            columns.insert(to)
            flows.insert(kind)
        }
        try faults.throwIfFaulty(in: grid.file)
        sectors = order.filter { columns.contains($0) && !Self.totals.contains($0) }
    }

    func has(_ flow: String) -> Bool { flows.contains(flow) }

    func hasRow(_ code: String) -> Bool { rows[code] != nil }

    func hasRow(_ code: String, in flow: String) -> Bool { rows[code]?.contains(flow) == true }

    func hasColumn(_ code: String) -> Bool { columns.contains(code) }

    /// A figure; one that is not there is no flow.
    func value(_ flow: String, _ row: String, _ column: String) -> Double { values[[flow, row, column]] ?? 0 }
}
