import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Spreadsheets
import StatisticalData

/// Reads the files of a national table: `Z`, `Y`, `x` and `primary_F` as `greenprint io` does, and beside them jobs, imports,
/// who consumes, the sample, and names.
struct RegionalTableReader {
    let folder: String
    let place: Place
    private var files: [String: [UInt8]] = [:]
    private var marks: [String: RegionalTableData.Mark] = [:]

    static let names = [
        "Z.csv", "Y.csv", "x.csv", "primary_F.csv", "imported-uses.csv", "purchasers.csv", "jobs.csv", "sample.csv",
        "sectors.csv",
    ]

    /// Fetches the bytes of all files.
    init(_ folder: String, at place: Place, from context: StudyContext, into collector: inout FaultCollector) throws {
        self.folder = folder
        self.place = place
        for name in Self.names {
            let path = folder + "/" + name
            files[name] = try collector.collect { _ in try context.readFile(path, place) }
            let source = context.defaultSources[path]
            marks[name] = RegionalTableData.Mark(
                trust: source.flatMap { context.sources[$0]?.trust } ?? .unverified, source: source)
        }
    }

    /// The table; `nil` where faults were found.
    func read(into collector: inout FaultCollector) throws -> RegionalTableData? {
        guard files.count == Self.names.count else { return nil }
        let bytes = files
        let whole = try collector.collect { _ in
            try InputOutputFolder(
                FolderFiles(path: folder, names: Self.names) { bytes[$0] ?? [] })
        }
        guard let whole else { return nil }
        collector.add(contentsOf: whole.warnings)
        let table = whole.table
        let ids = table.industries.map(\.sector)
        let categories = table.demandCategories.map(\.category)
        let file = { (name: String) in self.folder + "/" + name }
        guard categories.contains(RegionalTableData.consumption) else {
            collector.add(
                .noCategory(RegionalTableData.consumption, known: categories, at: Place(file: file("Y.csv"), line: 1)))
            return nil
        }
        let primary = try collector.collect { _ in try whole.account("primary").account }
        let shares = try collector.collect { _ in
            try RegionalShares(bytes["jobs.csv"] ?? [], file: file("jobs.csv"), industries: table.industries)
        }
        let names = try column(["name_en", "name_zh", "group_en", "group_zh"], of: "sectors.csv", ids, &collector)
        let imports = try numbers(["inputs"] + categories, of: "imported-uses.csv", ids, &collector)
        let purchasers = try numbers(
            ["rural_households", "urban_households", "government"], of: "purchasers.csv", ids, &collector)
        let sample = try numbers(["persons"], of: "sample.csv", ids, &collector)
        guard let primary, let shares, let names, let imports, let purchasers, let sample else { return nil }
        let rows = primary.stressors.map { $0.label.joined(separator: " ") }
        guard let wages = rows.firstIndex(of: RegionalTableData.compensationRow),
            rows.contains(RegionalTableData.importsRow), let totalLine = shares.totalPlace?.line
        else {
            let missing = shares.totalPlace == nil ? "jobs.csv" : "primary_F.csv"
            collector.add(
                .noCategory(
                    shares.totalPlace == nil ? RegionalShares.total : RegionalTableData.compensationRow,
                    known: rows, at: Place(file: file(missing))))
            return nil
        }
        checkColumns(table, primary, into: &collector)
        var lines: [String: [Int]] = [:]
        for name in Self.names {
            let wanted = name == "primary_F.csv" ? rows : ids
            lines[name] = try Self.lines(of: wanted, in: bytes[name] ?? [], file: file(name))
        }
        let flows = primary.industryFlows
        return RegionalTableData(
            folder: folder,
            sectors: ids.indices.map {
                RegionalTableData.Sector(
                    id: ids[$0], name: LocalisedText(en: names[$0][0], zh: names[$0][1]),
                    group: LocalisedText(en: names[$0][2], zh: names[$0][3]))
            },
            categories: categories, flows: table.flows.elements, finalDemand: table.finalDemand.elements,
            importedDemand: imports.flatMap { $0.dropFirst() }, importedInputs: imports.map { $0[0] },
            compensation: Array(flows.row(wages)),
            valueAdded: ids.indices.map { column in
                rows.indices.reduce(0) { rows[$1] == RegionalTableData.importsRow ? $0 : $0 + flows[$1, column] }
            },
            householdConsumption: purchasers.map { $0[0] + $0[1] }, governmentConsumption: purchasers.map { $0[2] },
            regionJobs: shares.region, nationJobs: shares.nation, sample: sample.map { $0[0] }, lines: lines,
            primaryRows: rows, totalLine: totalLine, marks: marks)
    }

    /// Inputs and primary inputs must add up to output: within 0.1 per cent, told from one in a million on.
    private func checkColumns(
        _ table: InputOutputTable, _ primary: SatelliteAccount, into collector: inout FaultCollector
    ) {
        guard let gap = table.largestColumnGap(primaryInputs: primary.industryFlows.columnSums),
            gap.relative > InputOutputFolder.gapLimits.warning
        else { return }
        let isError = gap.relative > InputOutputFolder.gapLimits.error
        collector.add(
            Fault(
                "table-column-gap", at: Place(file: folder + "/primary_F.csv"), severity: isError ? .error : .warning,
                ["industry": gap.industry.sector, "found": Decimals.text((gap.relative * 1e8).rounded() / 1e6)]))
    }

    /// Texts by sector in the order of the table.
    private func column(
        _ columns: [String], of name: String, _ ids: [String], _ collector: inout FaultCollector
    ) throws -> [[String]]? {
        try cells(columns, of: name, ids, &collector) { row, column, collector in
            row.required(column, into: &collector)
        }
    }

    /// Numbers by sector in the order of the table.
    private func numbers(
        _ columns: [String], of name: String, _ ids: [String], _ collector: inout FaultCollector
    ) throws -> [[Double]]? {
        try cells(columns, of: name, ids, &collector) { row, column, collector in
            guard row.required(column, into: &collector) != nil else { return nil }
            return row.number(column, into: &collector)?.value
        }
    }

    private func cells<Cell>(
        _ columns: [String], of name: String, _ ids: [String], _ collector: inout FaultCollector,
        _ cell: (CSVTable.Row, String, inout FaultCollector) -> Cell?
    ) throws -> [[Cell]]? {
        let file = folder + "/" + name
        let table = try collector.collect { _ in
            try CSVTable(files[name] ?? [], file: file, required: ["sector"] + columns)
        }
        guard let table else { return nil }
        collector.add(contentsOf: table.faults)
        var found: [String: [Cell]] = [:]
        for row in table.rows {
            let values = columns.compactMap { cell(row, $0, &collector) }
            guard let id = row.required("sector", into: &collector), values.count == columns.count else { continue }
            if !ids.contains(id) { collector.add(.unknownSector(id, among: ids, at: row.place("sector"))) }
            if found.updateValue(values, forKey: id) != nil {
                collector.add(Fault("io-repeated-label", at: row.place("sector"), ["found": id]))
            }
        }
        let missing = ids.filter { found[$0] == nil }
        guard missing.isEmpty else {
            collector.add(
                Fault(
                    "io-missing-rows", at: Place(file: file),
                    ["expected": missing.prefix(5).joined(separator: ", "), "count": String(missing.count)]))
            return nil
        }
        return ids.compactMap { found[$0] }
    }

    /// The line of each label in the first column of a file.
    private static func lines(of labels: [String], in bytes: [UInt8], file: String) throws -> [Int] {
        var found: [String: Int] = [:]
        try bytes.withUnsafeBytes { raw in
            var reader = try CSVReader(raw, file: file)
            var row = CSVRow()
            while try reader.next(&row) { found[reader.string(row, 0)] = row.line }
        }
        return labels.map { found[$0] ?? 1 }
    }
}
