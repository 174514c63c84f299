internal import StatisticalData

/// Finds the files of a table or extension in a folder, in one of two layouts.
///
/// pymrio's: `file_parameters.json` lists the files. The plain one: files with the names of the tables, such as `Z.csv`; an
/// extension is a folder of its own (`emissions/F.csv`) or a prefix (`emissions_F.csv`).
struct TableFolder {
    let files: FolderFiles
    /// What stands before the name of a table: empty, `emissions/`, or `emissions_`.
    let prefix: String
    let parameters: FolderParameters?

    static let endings = [".csv", ".txt", ".tsv"]

    init(_ files: FolderFiles, prefix: String = "") throws {
        self.files = files
        self.prefix = prefix
        let name = prefix + FolderParameters.fileName
        guard prefix.isEmpty || prefix.hasSuffix("/"), files.has(name) else {
            parameters = nil
            return
        }
        parameters = try FolderParameters.read(try files.read(name), file: files.label(name))
    }

    /// The file of a table, and its layout where the folder tells it; `nil` if there is none.
    func find(_ table: String) throws(Fault) -> (name: String, layout: MatrixFile.Layout?)? {
        guard let parameters else {
            let names = Self.endings.map { prefix + table + $0 }
            return names.first { files.has($0) }.map { ($0, nil) }
        }
        guard let entry = parameters.entry(table) else { return nil }
        let place = Place(file: files.label(prefix + FolderParameters.fileName))
        guard !entry.name.contains("/"), !entry.name.contains("\\"), !entry.name.hasPrefix(".") else {
            throw .ioFileName(entry.name, at: place)
        }
        guard Self.endings.contains(where: { entry.name.hasSuffix($0) }) else {
            throw .ioFileKind(entry.name, at: place)
        }
        guard files.has(prefix + entry.name) else { throw .ioNoFile(entry.name, at: place) }
        return (prefix + entry.name, MatrixFile.Layout(index: entry.index, header: entry.header))
    }

    /// Reads a table if there is one.
    ///
    /// - Parameter plain: the layout in a folder that does not tell it.
    func read(_ table: String, plain: MatrixFile.Layout, faults: inout FaultCollector) throws -> MatrixFile? {
        let found = try faults.collect { _ in
            try find(table).map { (name: $0.name, layout: $0.layout, next: try files.open($0.name)) }
        }
        guard let (name, given, next) = found.flatMap({ $0 }) else { return nil }
        var layout = given ?? plain
        layout.isSquare = plain.isSquare
        layout.memory = files.memory
        return try MatrixFile.read(file: files.label(name), layout: layout, faults: &faults, next: next)
    }

    /// The extensions: by name the prefix of their files.
    static func extensions(of files: FolderFiles) -> [(name: String, prefix: String)] {
        var found: [(name: String, prefix: String)] = []
        let isListed = files.has(FolderParameters.fileName)
        for name in files.names {
            let parts = name.split(separator: "/").map(String.init)
            if parts.count == 2 {
                let isExtension = isListed ? parts[1] == FolderParameters.fileName : isFlows(parts[1])
                if isExtension { found.append((parts[0], parts[0] + "/")) }
            } else if !isListed, let stem = stem(of: name, "_F") {
                found.append((stem, stem + "_"))
            }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.name).inserted }
    }

    private static func isFlows(_ name: String) -> Bool {
        endings.contains { name == "F" + $0 } || name == FolderParameters.fileName
    }

    private static func stem(of name: String, _ suffix: String) -> String? {
        for ending in endings where name.hasSuffix(suffix + ending) {
            let stem = name.dropLast(suffix.utf8.count + ending.utf8.count)
            return stem.isEmpty ? nil : String(stem)
        }
        return nil
    }
}
