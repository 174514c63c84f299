import Foundation
import TableFormats
import Testing
import TestSupport

/// The tables of COINr's ASEM example.
enum Reference {
    static func tablesWithParameters() throws -> IndexTables {
        let parameters = try ReferenceFolder.text("normalise/iMeta_params.csv").split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)
        }
        let byCode = Dictionary(parameters.map { ($0[0], $0.dropFirst(3)) }, uniquingKeysWith: { first, _ in first })
        let metadata = try ReferenceFolder.text("input/asem_iMeta.csv").split(separator: "\n").map { line in
            let code = line.split(separator: ",")[1]
            let cells = byCode[code]?.joined(separator: ",") ?? "NA,NA,NA,NA,NA"
            return "\(line),\(cells)\n"
        }
        return try Sample.read(data: ReferenceFolder.text("input/asem_iData.csv"), metadata: metadata.joined())
    }

    static func tables(_ name: String) throws -> IndexTables {
        let data = try ReferenceFolder.text("input/" + name)
        let metadata = try ReferenceFolder.text("input/asem_iMeta.csv")
        return try IndexTables(
            data: Array(data.utf8), dataFile: name, metadata: Array(metadata.utf8), metadataFile: "asem_iMeta.csv")
    }
}
