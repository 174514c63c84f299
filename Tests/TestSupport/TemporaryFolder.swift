public import Foundation

/// A folder of its own for one test, removed when `body` ends.
public func withTemporaryFolder<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
    let name = "greenprint-tests-" + UUID().uuidString
    let folder = TemporaryFolder(path: FileManager.default.temporaryDirectory.path + "/" + name)
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    return try body(folder)
}

/// Files in a folder that a test makes, changes and looks at.
public struct TemporaryFolder {
    /// The path.
    public let path: String

    /// The path.
    public init(path: String) { self.path = path }

    /// The path.
    public func path(_ file: String) -> String { path + "/" + file }

    /// The path.
    public func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path(file)) }

    /// The path.
    public func bytes(_ file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(file))) }

    /// A file as text.
    public func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

    /// Writes a file, folders too.
    public func write(_ bytes: some Sequence<UInt8>, to file: String) throws {
        let url = URL(fileURLWithPath: path(file))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Writes a file, folders too.
    public func write(_ text: String, to file: String) throws { try write(text.utf8, to: file) }

    /// The bytes of a file.
    public func append(_ text: String, to file: String) throws { try write(bytes(file) + Data(text.utf8), to: file) }

    /// The path.
    public func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(file)) }

    /// Replaces a text that must be there, so that a test never changes nothing.
    public func replace(_ old: String, by new: String, in file: String) throws {
        let before = try text(file)
        guard let found = before.range(of: old) else { throw TestSupportError("\(file) does not hold \(old)") }
        try write(before.replacingCharacters(in: found, with: new), to: file)
    }

    /// Turns a bit of one byte.
    public func flipBit(ofByte offset: Int, in file: String) throws {
        var changed = [UInt8](try bytes(file))
        guard changed.indices.contains(offset) else { throw TestSupportError("\(file) has no byte \(offset)") }
        changed[offset] ^= 1
        try write(changed, to: file)
    }

    /// Every file with its bytes, by path: equal contents mean that nothing has changed.
    public func contents(of folder: String = "") throws -> [String: Data] {
        let start = folder.isEmpty ? path : path(folder)
        var found: [String: Data] = [:]
        for file in FileManager.default.subpaths(atPath: start) ?? [] {
            var isFolder: ObjCBool = false
            let full = start + "/" + file
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            found[file] = try Data(contentsOf: URL(fileURLWithPath: full))
        }
        return found
    }
}

/// What a test asked for and did not find.
public struct TestSupportError: Error, CustomStringConvertible {
    /// What was not found.
    public let description: String

    /// What was not found.
    public init(_ description: String) {
        self.description = description
    }
}
