internal import EfficiencyAnalysis
internal import Spreadsheets
internal import StatisticalData

/// The rows of a table of production, sorted into periods.
struct ProductionRows {
    private let sheet: Sheet
    private let names: [String]
    private let period: String?
    private let units: [String]
    private let figures: [[Double?]]

    /// Reads names and figures; `nil` if a column is missing.
    init?(_ sheet: Sheet, _ request: ProductionTable.Request, faults: inout FaultCollector) {
        self.sheet = sheet
        names = request.inputs + request.outputs + request.bads
        let missing = Set(names + (request.period.map { [$0] } ?? [])).filter { !sheet.has($0) }
        for name in missing.sorted() {
            faults.add(.csvMissingColumn(name, among: sheet.header, file: sheet.file))
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            faults.add(.productionRoles(name, file: sheet.file))
        }
        guard missing.isEmpty, seen.count == names.count, !sheet.rows.isEmpty else { return nil }
        let used = names
        period =
            request.period ?? ProductionTable.periods.first { sheet.has($0) && !used.contains($0) }
        let hasUnits = sheet.has(ProductionTable.unit) && !used.contains(ProductionTable.unit)
        units = sheet.rows.enumerated().map { position, row in
            guard hasUnits else { return String(position + 1) }
            guard let name = sheet.text(row, ProductionTable.unit) else {
                faults.add(.csvEmptyField(at: sheet.place(row, ProductionTable.unit)))
                return ""
            }
            return name
        }
        let named = units
        figures = sheet.rows.enumerated().map { position, row in
            used.map { column in
                if sheet.text(row, column) == nil {
                    faults.add(.productionMissing(named[position], at: sheet.place(row, column)))
                }
                return sheet.number(row, column, faults: &faults)
            }
        }
    }

    /// The table.
    func table(_ request: ProductionTable.Request, faults: inout FaultCollector) -> ProductionTable? {
        let moments = sheet.rows.map { row in period.map { sheet.text(row, $0) } ?? "" }
        for (row, moment) in zip(sheet.rows, moments) where moment == nil {
            faults.add(.csvEmptyField(at: sheet.place(row, period ?? "")))
        }
        let periods = Self.ordered(moments.compactMap { $0 })
        guard !faults.hasErrors else { return nil }
        var rows = Array(repeating: ProductionTable.Row(part: 0, unit: 0), count: moments.count)
        var parts: [ProductionTable.Part] = []
        for (part, name) in periods.enumerated() {
            let here = moments.indices.filter { moments[$0] == name }
            for (unit, row) in here.enumerated() { rows[row] = .init(part: part, unit: unit) }
            if let data = data(here, request, name, faults: &faults) {
                parts.append(.init(period: name, data: data))
            }
        }
        let used = Set(names + [ProductionTable.unit] + (period.map { [$0] } ?? []))
        return parts.count == periods.count
            ? ProductionTable(parts: parts, rows: rows, ignored: sheet.header.filter { !used.contains($0) }) : nil
    }

    private func data(
        _ rows: [Int], _ request: ProductionTable.Request, _ period: String, faults: inout FaultCollector
    ) -> ProductionData? {
        func variables(_ names: [String], from first: Int) -> [ProductionData.Variable] {
            names.enumerated().map { offset, name in
                ProductionData.Variable(name: name, values: rows.map { figures[$0][first + offset] ?? .nan })
            }
        }
        do throws(EfficiencyFaults) {
            return try ProductionData(
                units: rows.map { units[$0] }, inputs: variables(request.inputs, from: 0),
                outputs: variables(request.outputs, from: request.inputs.count),
                bads: variables(request.bads, from: request.inputs.count + request.outputs.count))
        } catch {
            let lines = Dictionary(rows.map { (units[$0], sheet.rows[$0].line) }) { _, last in last }
            faults.add(contentsOf: error.list.map { $0.fault(in: sheet.file, period: period, lines: lines) })
            return nil
        }
    }

    /// Years in ascending order, anything else as it first comes.
    private static func ordered(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        let periods = words.filter { seen.insert($0).inserted }
        let years = periods.compactMap { Int($0) }
        return years.count == periods.count ? periods.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) } : periods
    }
}
