import Foundation

/// The folder of reference results that the environment variable GREENPRINT_REFERENCE names: `composite-indicators`
/// itself or the folder above it.
enum ReferenceFolder {
    static var isGiven: Bool { root != nil }

    private static var root: String? {
        guard let path = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !path.isEmpty else { return nil }
        let inner = path + "/composite-indicators"
        return FileManager.default.fileExists(atPath: inner) ? inner : path
    }

    /// The rows of a file without quoted fields, each by column name.
    static func table(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: (root ?? "") + "/" + name, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// A column of numbers.
    static func numbers(_ name: String, _ column: String) throws -> [Double] {
        try table(name).map { Double($0[column] ?? "") ?? .nan }
    }
}
