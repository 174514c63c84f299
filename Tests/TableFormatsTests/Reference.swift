import Foundation
import TableFormats
import Testing

/// The reference results of composite indices: the folder that `GREENPRINT_REFERENCE` names, or `composite-indicators` in it.
enum Reference {
    static var folder: URL? {
        guard let path = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !path.isEmpty else { return nil }
        let inner = path + "/composite-indicators"
        return URL(fileURLWithPath: FileManager.default.fileExists(atPath: inner) ? inner : path)
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: try #require(folder).appending(path: path), encoding: .utf8)
    }

    /// The rows of a file, each by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try text(path).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    static func tablesWithParameters() throws -> IndexTables {
        let parameters = try text("normalise/iMeta_params.csv").split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)
        }
        let byCode = Dictionary(parameters.map { ($0[0], $0.dropFirst(3)) }, uniquingKeysWith: { first, _ in first })
        let metadata = try text("input/asem_iMeta.csv").split(separator: "\n").map { line in
            let code = line.split(separator: ",")[1]
            let cells = byCode[code]?.joined(separator: ",") ?? "NA,NA,NA,NA,NA"
            return "\(line),\(cells)\n"
        }
        return try Sample.read(data: text("input/asem_iData.csv"), metadata: metadata.joined())
    }

    static func tables(_ name: String) throws -> IndexTables {
        let input = try #require(folder).appending(path: "input")
        let data = try Data(contentsOf: input.appending(path: name))
        let metadata = try Data(contentsOf: input.appending(path: "asem_iMeta.csv"))
        return try IndexTables(
            data: Array(data), dataFile: name, metadata: Array(metadata), metadataFile: "asem_iMeta.csv")
    }
}
