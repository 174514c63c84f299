import SDMX
import StatisticalData

extension ImportFile {
    /// The format of SDMX of a file: the one named, else the one its start shows; `nil` for tables.
    static func sdmxFormat(_ bytes: UnsafeRawBufferPointer, _ options: ImportOptions) -> SDMXFormat? {
        switch options.format {
        case .table: nil
        case .sdmx(let format): format
        case nil: SDMXFormat.detect(bytes)
        }
    }

    /// Reads data of SDMX as a table.
    ///
    /// - Throws: `Faults` with everything wrong in the file; a `Fault` for data that are to be withdrawn.
    static func sdmx(
        _ format: SDMXFormat, _ bytes: [UInt8], _ path: String, _ options: ImportOptions
    ) throws -> (table: SDMXTable, warnings: [Fault]) {
        let message = try format.read(bytes, file: path, structures: options.structures?.message)
        for part in message.dataSets where part.action == .delete && part.count > 0 {
            throw Fault("import-sdmx-withdraws", at: part.places[0], ["found": part.structure.description])
        }
        let table = SDMXTable(
            message, codes: options.layout?.codes ?? [:], hasFixedUnit: options.layout?.fixed?["unit"] != nil)
        return (table, message.warnings)
    }
}
