import Foundation

/// The reference results of composite indices: the folder that the environment variable GREENPRINT_REFERENCE names, or
/// `composite-indicators` in it. Tests that need it are skipped without it.
public enum ReferenceFolder {
    /// What to set for these tests.
    public static let hint = "set GREENPRINT_REFERENCE to the folder of the reference results"

    /// Whether there is such a folder.
    public static var isGiven: Bool { path != nil }

    /// The path.
    public static var path: String? {
        guard let path = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !path.isEmpty else { return nil }
        let inner = path + "/composite-indicators"
        return FileManager.default.fileExists(atPath: inner) ? inner : path
    }

    /// The reference results of another subject, such as `input-output`: a folder in that of GREENPRINT_REFERENCE or
    /// beside it; `nil` if there is none.
    public static func subject(_ name: String) -> String? {
        guard let path = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !path.isEmpty else { return nil }
        return [path + "/" + name, path + "/../" + name].first { FileManager.default.fileExists(atPath: $0) }
    }

    /// A file as text.
    public static func text(_ file: String) throws -> String {
        guard let path else { throw TestSupportError(hint) }
        return try String(contentsOfFile: path + "/" + file, encoding: .utf8)
    }

    /// The header and the rows of a CSV file, quotes taken off.
    public static func table(_ file: String) throws -> (header: [String], rows: [[String]]) {
        let lines = try text(file).split(whereSeparator: \.isNewline).map { fields(String($0)) }
        guard let header = lines.first else { throw TestSupportError("\(file) is empty") }
        return (header, Array(lines.dropFirst()))
    }

    /// The rows of a CSV file, each by column name.
    public static func rows(_ file: String) throws -> [[String: String]] {
        let (header, rows) = try table(file)
        return rows.map { row in Dictionary(zip(header, row)) { first, _ in first } }
    }

    /// A column of numbers; what is not a number is NaN.
    public static func numbers(_ file: String, _ column: String) throws -> [Double] {
        try rows(file).map { Double($0[column] ?? "") ?? .nan }
    }

    static func fields(_ line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
