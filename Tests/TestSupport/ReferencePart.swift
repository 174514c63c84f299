import Foundation

/// A folder of reference results beside that of composite indices: `decomposition` and others, found in the folder that
/// GREENPRINT_REFERENCE names or next to it. Tests that need it are skipped without it.
public struct ReferencePart: Sendable {
    private let path: String?

    /// Finds a folder by name.
    public init(_ name: String) {
        let given = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"] ?? ""
        let candidates = given.isEmpty ? [] : [given + "/" + name, given + "/../" + name]
        path = candidates.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// Whether there is such a folder.
    public var isGiven: Bool { path != nil }

    /// A file as bytes.
    public func bytes(_ file: String) throws -> [UInt8] {
        guard let path else { throw TestSupportError(ReferenceFolder.hint) }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)))
    }

    /// The path of a file.
    public func path(_ file: String) throws -> String {
        guard let path else { throw TestSupportError(ReferenceFolder.hint) }
        return path + "/" + file
    }

    /// The rows of a CSV file, each by column name.
    public func rows(_ file: String) throws -> [[String: String]] {
        let lines = String(decoding: try bytes(file), as: UTF8.self).split(whereSeparator: \.isNewline)
        let fields = lines.map { ReferenceFolder.fields(String($0)) }
        guard let header = fields.first else { throw TestSupportError("\(file) is empty") }
        return fields.dropFirst().map { row in Dictionary(zip(header, row)) { first, _ in first } }
    }
}
