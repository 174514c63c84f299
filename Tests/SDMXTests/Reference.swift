import SDMX
import TestSupport

/// Samples of SDMX as others write it, in the reference folder.
enum Reference {
    static let folder = ReferenceFolder.Part("exchange")

    static func bytes(_ file: String) throws -> [UInt8] { try folder.bytes("sdmx/" + file) }

    static func csv(_ file: String, structures: StructureMessage? = nil) throws -> DataMessage {
        try SDMXCSV.read(bytes(file), file: file, structures: structures)
    }

    static func xml(_ file: String, structures: StructureMessage? = nil) throws -> DataMessage {
        try SDMXML.readData(bytes(file), file: file, structures: structures)
    }

    static func json(_ file: String) throws -> DataMessage {
        try SDMXJSON.readData(bytes(file), file: file)
    }

    static func structures(_ file: String) throws -> StructureMessage {
        try SDMXML.readStructures(bytes(file), file: file)
    }

    /// The rows of a data set as texts by component, those without a value left out.
    static func rows(_ dataSet: DataSet) -> [[String: String]] {
        (0..<dataSet.count).map { dataSet.row($0).mapValues(\.text) }
    }
}

extension Reference {
    /// The rows of a plain CSV file by column.
    static func csvTable(_ file: String) throws -> [[String: String]] {
        let text = "DATAFLOW," + String(decoding: try bytes(file), as: UTF8.self)
        let lines = text.split(separator: "\n")
        let named = [String(lines[0])] + lines.dropFirst().map { "A:B(1.0)," + $0 }
        let bytes = Array((named.joined(separator: "\n") + "\n").utf8)
        return rows(try SDMXCSV.read(bytes, file: file).dataSets[0])
    }
}
