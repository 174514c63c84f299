public import Foundation
public import StatisticalData

/// The files of a workspace, named by paths relative to it; paths that lead out of it are refused.
public struct WorkspaceFolder: Sendable {
    /// The path of the folder.
    public let root: String

    /// Files larger than this are mapped instead of read.
    private static let mappedFrom = 16 << 20
    /// Small files (declarations, registries) may not be larger than this.
    static let declarationLimit = 64 << 20

    /// Takes a folder, whether it exists or not.
    public init(_ root: String) {
        self.root = root
    }

    /// The path in the file system of a path in the workspace.
    public func path(_ relative: String) -> String {
        root + "/" + relative
    }

    /// Whether a file or folder is there.
    public func exists(_ relative: String) -> Bool {
        FileManager.default.fileExists(atPath: path(relative))
    }

    /// The bytes of a file.
    ///
    /// - Parameter asker: the place that names the file, for faults.
    public func read(_ relative: String, namedAt asker: Place? = nil) throws -> Data {
        let place = asker ?? Place(file: relative)
        guard Self.isInside(relative) else { throw Fault.pathOutside(relative, at: place) }
        var status = stat()
        guard stat(path(relative), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Fault.fileMissing(relative, at: place)
        }
        let isLarge = Int(status.st_size) > Self.mappedFrom
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path(relative)), options: isLarge ? .alwaysMapped : [])
        } catch {
            throw Fault.fileUnreadable(relative, reason: "\((error as NSError).localizedDescription)", at: place)
        }
    }

    /// The bytes of a batch file, mapped.
    func map(_ relative: String) throws -> MappedFile {
        guard Self.isInside(relative) else { throw Fault.pathOutside(relative, at: Place(file: relative)) }
        return try MappedFile(path(relative), named: relative)
    }

    /// The text of a file in UTF-8, with or without byte order mark.
    public func text(_ relative: String) throws -> String {
        let data = try read(relative)
        guard data.count <= Self.declarationLimit else { throw Fault.fileTooLarge(relative) }
        guard let text = String(validating: data, as: UTF8.self) else { throw Fault.fileNotUTF8(relative) }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// The text of a small file anywhere, in UTF-8, named by its path in faults.
    public static func text(at path: String) throws -> String {
        let file = try MappedFile(path, named: path)
        guard file.bytes.count <= declarationLimit else { throw Fault.fileTooLarge(path) }
        guard let text = String(validating: file.bytes, as: UTF8.self) else { throw Fault.fileNotUTF8(path) }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// The names of the files in a folder with one of some endings, sorted by their bytes; hidden files are left out.
    public func files(in folder: String, endings: [String]) throws -> [String] {
        guard exists(folder) else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder)) else {
            throw Fault.fileUnreadable(folder, reason: String(cString: strerror(errno)), at: Place(file: folder))
        }
        return names.filter { name in !name.hasPrefix(".") && endings.contains { name.hasSuffix($0) } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The names of the folders in a folder, sorted by their bytes; hidden ones are left out.
    func folders(in folder: String) throws -> [String] {
        guard exists(folder) else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder)) else {
            throw Fault.fileUnreadable(folder, reason: String(cString: strerror(errno)), at: Place(file: folder))
        }
        return names.filter { name in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: path(folder + "/" + name), isDirectory: &isFolder)
            return !name.hasPrefix(".") && isThere && isFolder.boolValue
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A path without the slashes at its end.
    static func trimmed(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        return String(path)
    }

    /// Whether a relative path stays inside: no leading slash, no `..`, no empty parts, no control characters.
    static func isInside(_ relative: String) -> Bool {
        let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
        return !relative.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
            && !relative.unicodeScalars.contains { $0.value < 32 }
    }
}
