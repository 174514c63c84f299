public import StatisticalData

/// The formats of SDMX, told apart by how a file begins.
public enum SDMXFormat: String, CaseIterable, Sendable {
    /// SDMX-CSV.
    case csv = "sdmx-csv"
    /// SDMX-ML.
    case xml = "sdmx-ml"
    /// SDMX-JSON.
    case json = "sdmx-json"

    /// Bytes looked at.
    private static let depth = 4096

    /// The format of a file; `nil` when it is none of SDMX.
    ///
    /// SDMX-CSV begins with the column DATAFLOW, or with STRUCTURE and has STRUCTURE_ID; SDMX-ML names `sdmx.org` in its
    /// first element; SDMX-JSON is an object with `dataSets` or `sdmx` near its start.
    public static func detect(_ bytes: UnsafeRawBufferPointer) -> SDMXFormat? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = String(decoding: bytes[min(start, bytes.count)..<min(bytes.count, start + depth)], as: UTF8.self)
        switch head.first(where: { !$0.isWhitespace }) {
        case "<": return head.contains("sdmx.org") ? .xml : nil
        case "{": return ["dataSets", "sdmx", "structures"].contains { head.contains($0) } ? .json : nil
        default: break
        }
        guard CSVHeader.separator(bytes) != nil else { return nil }
        let line = head.prefix { !$0.isNewline }.uppercased()
        let isFirst = line.hasPrefix("DATAFLOW") || line.hasPrefix("\"DATAFLOW")
        return isFirst ? (line.contains("OBS_VALUE") ? .csv : nil) : line.contains("STRUCTURE_ID") ? .csv : nil
    }

    /// Reads data of this format.
    ///
    /// - Throws: `Faults` with everything wrong in the file.
    public func read(
        _ bytes: [UInt8], file: String, structures: StructureMessage? = nil
    ) throws(Faults) -> DataMessage {
        switch self {
        case .csv: try SDMXCSV.read(bytes, file: file, structures: structures)
        case .xml: try SDMXML.readData(bytes, file: file, structures: structures)
        case .json: try SDMXJSON.readData(bytes, file: file, structures: structures)
        }
    }
}
