import DataPackages
import Foundation
import SDMX
import Spreadsheets
import StatisticalData
import Studies

/// Puts a package together: files, and what the descriptor says of each.
struct PackageBuilder {
    /// Where the files of the workspace stand in a package.
    static let workspaceFolder = "workspace/"
    /// Where the results stand.
    static let resultsFolder = "results/"
    /// The table of all figures.
    static let observationsFile = "observations.csv"

    private(set) var files: [String: Data] = [:]
    private(set) var resources: [PackageResource] = []
    private var names: Set<String> = []

    /// Adds a file.
    mutating func add(
        _ data: Data, at path: String, title: String? = nil, schema: TableSchema? = nil, name: String? = nil
    )
        throws
    {
        guard PackagePath.isSafe(path) else { throw Fault.packagePath(path, at: Place(file: path)) }
        var unique = name ?? PackageResource.name(of: path)
        let stem = unique
        var number = 2
        while !names.insert(unique).inserted {
            unique = stem + "-" + String(number)
            number += 1
        }
        files[path] = data
        resources.append(
            PackageResource(
                path: path, title: title, bytes: data.count, sha256: Checksum.sha256(data), schema: schema, name: unique
            ))
    }

    /// Adds a table.
    mutating func add(_ table: PackageTable) throws {
        try add(
            Data(table.text.utf8), at: table.path, title: table.title, schema: table.schema, name: table.name)
    }

    /// Adds a file of the workspace, a table with its columns.
    mutating func addWorkspaceFile(_ data: Data, at path: String) throws {
        let schema = path.hasSuffix(".csv") ? Self.schema(of: data, isBatch: path.hasPrefix(Workspace.dataFolder)) : nil
        try add(data, at: Self.workspaceFolder + path, schema: schema)
    }

    /// The columns of a table of the workspace by its header; `nil` where the header is not sound.
    private static func schema(of data: Data, isBatch: Bool) -> TableSchema? {
        let header = data.withUnsafeBytes { raw in (try? CSVReader(raw, file: ""))?.header } ?? []
        guard !header.isEmpty, Set(header).count == header.count, !header.contains("") else { return nil }
        return TableSchema(
            header.map { name in
                isBatch && name == "value"
                    ? TableSchema.Field(name, .number, unitField: "unit") : TableSchema.Field(name)
            })
    }

    /// Adds the figures as SDMX; a warning where identifiers cannot be codes there.
    ///
    /// - Returns: the warning.
    mutating func addSDMX(_ observations: [Observation], of workspace: Workspace) throws -> Fault? {
        let exchange: Exchange
        do {
            exchange = try Exchange(
                observations, areas: workspace.areas, indicators: workspace.indicators, sources: workspace.sources,
                title: workspace.configuration.name, options: Exchange.Options(hasVintages: true))
        } catch {
            return error.list.first.map { .packageWithoutSDMX($0) }
        }
        let text = SDMXCSV.write([exchange.dataSet], labels: .id, structures: exchange.structures)
        try add(
            Data(text.utf8), at: "data.csv", title: "The figures as SDMX-CSV 2.0 · SDMX-CSV 2.0格式的数据",
            schema: Self.schema(text, exchange), name: "data")
        try add(
            Data(SDMXML.write(exchange.structures, header: exchange.header).utf8), at: "structure.xml",
            title: "Their structure, SDMX-ML 3.0 · 数据结构")
        return nil
    }

    /// The columns of SDMX-CSV, with the codes that occur.
    private static func schema(_ text: String, _ exchange: Exchange) -> TableSchema {
        let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
        let dimensions = exchange.dataSet.columns(.dimension).map(\.id)
        let numbers = ["OBS_VALUE": TableSchema.Kind.number, "UNIT_MULT": .integer, "DECIMALS": .integer]
        let open: Set = ["TIME_PERIOD", "VINTAGE", "KNOWN_ON", "NOTE", "NOTE_ZH", "OBS_VALUE", "UNIT_MULT", "DECIMALS"]
        let fields = header.map { id in
            let column = exchange.dataSet[id]
            let codes = open.contains(id) ? nil : column?.values.map(\.text).sorted()
            return TableSchema.Field(
                id, numbers[id] ?? .string, isRequired: dimensions.contains(id), words: codes,
                unitField: id == "OBS_VALUE" ? "UNIT_MEASURE" : nil)
        }
        return TableSchema(fields, primaryKey: dimensions)
    }
}
