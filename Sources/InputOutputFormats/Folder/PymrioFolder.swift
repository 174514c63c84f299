internal import InputOutput
internal import LinearAlgebra
internal import Spreadsheets
public import StatisticalData

/// A table as a folder of text files that pymrio 0.7.0 reads: tab-separated, with `file_parameters.json`.
///
/// Numbers are the shortest text that reads back as the same double, where pymrio itself keeps 12 digits. Written are Z, Y, x,
/// unit and population, `W`, `Z_m`, `Y_m` where the table has them, and each extension with F, F_Y and unit. Nothing of time or
/// machine is in the files: the same table gives the same bytes.
public struct PymrioFolder: Sendable {
    /// The files by their path in the folder.
    public let files: [File]
    /// Labels that pandas, with which pymrio reads, takes for something else than text.
    public let warnings: [Fault]

    /// A file.
    public struct File: Sendable {
        /// The path in the folder.
        public let name: String
        /// Gives the text piece by piece.
        public let write: @Sendable ((String) throws -> Void) throws -> Void
    }

    /// What is said of a table.
    public struct Options: Sendable {
        /// The area of a table of one area without a name; pymrio needs one. `nil` leaves tables of one level.
        public var area: String?
        /// What is put before labels that pandas would take for something else than text; `nil` leaves and tells them.
        public var prefix: String?
        /// The name of the table in `metadata.json`.
        public var name: String

        /// Says nothing but the name.
        public init(name: String, area: String? = nil, prefix: String? = nil) {
            self.name = name
            self.area = area
            self.prefix = prefix
        }
    }

    /// Prepares the files of a folder.
    ///
    /// - Parameter path: where it is to be, for warnings.
    /// - Throws: `Faults` of reading extensions, imports and primary inputs.
    public init(_ folder: InputOutputFolder, path: String, options: Options) throws {
        var builder = PymrioBuilder(options, path: path)
        let industries = builder.axis(folder.industries, isIndustries: true)
        let demand = builder.axis(folder.demandCategories, isIndustries: false)
        let table = folder.table
        builder.matrix("Z", "", industries, industries, table.flows)
        builder.matrix("Y", "", industries, demand, table.finalDemand)
        builder.matrix(
            "x", "", industries, LabelAxis(levels: [""], labels: [["indout"]]),
            Matrix(rows: table.output.count, columns: 1) { row, _ in table.output[row] })
        if let imports = try folder.imports() {
            builder.matrix("Z_m", "", industries, industries, imports.flows)
            builder.matrix("Y_m", "", industries, demand, imports.finalDemand)
        }
        if let inputs = try folder.primaryInputs() {
            builder.matrix("W", "", builder.named(inputs.rows), industries, inputs.values)
        }
        builder.units("", industries, folder.units ?? industries.labels.map { _ in "" })
        if let population = folder.population, industries.levels.count > 1 {
            let areas = LabelAxis(
                levels: [""], labels: folder.areas.labels.map { builder.labels([$0], levels: 1)[0] })
            builder.matrix(
                "population", "", LabelAxis(levels: [""], labels: [["Population"]]), areas,
                Matrix(rows: 1, columns: population.count) { population[$1] })
        }
        builder.close("", name: nil)
        for name in folder.extensionNames {
            let (account, stressors) = try folder.account(name)
            let rows = builder.axis(builder.named(stressors), isIndustries: nil)
            let prefix = name + "/"
            builder.matrix("F", prefix, rows, industries, account.industryFlows)
            if let flows = account.demandFlows { builder.matrix("F_Y", prefix, rows, demand, flows) }
            builder.units(prefix, rows, account.stressors.map { $0.unit ?? "" })
            builder.close(prefix, name: account.name)
        }
        builder.metadata()
        files = builder.files
        warnings = builder.warnings
    }
}

/// Gathers the files.
private struct PymrioBuilder {
    private let options: PymrioFolder.Options
    private let path: String
    private(set) var files: [PymrioFolder.File] = []
    private(set) var warnings: [Fault] = []
    private var entries: [(table: String, index: Int, header: Int)] = []

    init(_ options: PymrioFolder.Options, path: String) {
        self.options = options
        self.path = path
    }

    /// An axis with the area that a table of one area lacks and with labels that pandas reads as text.
    mutating func axis(_ axis: LabelAxis, isIndustries: Bool?) -> LabelAxis {
        var levels = axis.levels
        var found = axis.labels
        if let area = options.area, let isIndustries, levels.count == 1 {
            levels = ["region", isIndustries ? "sector" : "category"]
            found = found.map { [area] + $0 }
        }
        return LabelAxis(levels: levels, labels: labels(found, levels: levels.count))
    }

    /// An axis whose levels have names, without which the line of names is missing.
    func named(_ axis: LabelAxis) -> LabelAxis {
        LabelAxis(
            levels: axis.levels.enumerated().map { $1.isEmpty ? ($0 == 0 ? "stressor" : "level\($0 + 1)") : $1 },
            labels: axis.labels)
    }

    mutating func labels(_ found: [[String]], levels: Int) -> [[String]] {
        var result = found
        for level in 0..<levels {
            let texts = found.map { $0[level] }
            let areNumbers = texts.allSatisfy { PandasLabels.isNumber($0) || PandasLabels.isMissing($0) }
            let misread = Set(texts.filter { areNumbers || PandasLabels.isMissing($0) })
            guard !misread.isEmpty else { continue }
            if let prefix = options.prefix {
                for row in result.indices where areNumbers || misread.contains(result[row][level]) {
                    result[row][level] = prefix + result[row][level]
                }
            } else {
                let fault = Fault(
                    "io-pandas-labels", at: Place(file: path), severity: .warning,
                    ["found": misread.sorted().prefix(5).joined(separator: ", "), "count": String(misread.count)])
                if !warnings.contains(fault) { warnings.append(fault) }
            }
        }
        return result
    }

    mutating func matrix(_ table: String, _ prefix: String, _ rows: LabelAxis, _ columns: LabelAxis, _ values: Matrix) {
        let labelled = LabelledMatrix(rows: rows, columns: columns, values: values)
        entries.append((table, rows.levels.count, columns.levels.count))
        files.append(.init(name: prefix + table + ".txt") { try labelled.writeTabs(to: $0) })
    }

    mutating func units(_ prefix: String, _ rows: LabelAxis, _ units: [String]) {
        entries.append(("unit", rows.levels.count, 1))
        let lines = [rows.levels + ["unit"]] + zip(rows.labels, units).map { $0 + [$1] }
        files.append(
            .init(name: prefix + "unit.txt") { write in
                try write(lines.map { TabText.line($0) }.joined())
            })
    }

    /// The list of the files so far.
    mutating func close(_ prefix: String, name: String?) {
        let list = entries.map { entry in
            """
                    \(JSONText.quoted(entry.table)): {
                        "name": \(JSONText.quoted(entry.table + ".txt")),
                        "nr_index_col": "\(entry.index)",
                        "nr_header": "\(entry.header)"
                    }
            """
        }.joined(separator: ",\n")
        let type = name == nil ? "IOSystem" : "Extension"
        let named = name.map { ",\n    \"name\": \(JSONText.quoted($0))" } ?? ""
        let text = "{\n    \"files\": {\n\(list)\n    },\n    \"systemtype\": \"\(type)\"\(named)\n}\n"
        files.append(.init(name: prefix + FolderParameters.fileName) { try $0(text) })
        entries = []
    }

    mutating func metadata() {
        let name = JSONText.quoted(options.name)
        let text =
            "{\n    \"description\": \(name),\n    \"name\": \(name),\n    \"system\": null,\n    \"version\": null,\n"
            + "    \"history\": []\n}\n"
        files.append(.init(name: "metadata.json") { try $0(text) })
    }
}
