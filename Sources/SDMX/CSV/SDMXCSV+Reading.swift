import Spreadsheets
public import StatisticalData

extension SDMXCSV {
    /// Reads a file of any version, with any separator, labels and sub-separators; the version is known by its header.
    ///
    /// Each structure and each action is a data set of its own. `NaN` and empty cells are no value; `~` leaves a dimension
    /// open. With another separator than the comma, values such as `12,4` have a decimal comma.
    ///
    /// - Parameter structures: with them every key, code, number and attribute is checked; without, the roles of the
    ///   columns are guessed, which a warning tells.
    /// - Throws: `Faults` with everything wrong in the file.
    public static func read(
        _ bytes: [UInt8], file: String, structures: StructureMessage? = nil
    ) throws(Faults) -> DataMessage {
        let result: Result<DataMessage, Faults> = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                return .success(try read(raw, file: file, structures: structures))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer, file: String, structures: StructureMessage?
    ) throws(Faults) -> DataMessage {
        let separator = CSVHeader.separator(bytes) ?? UInt8(ascii: ",")
        let dialect = CSVDialect(separator: separator, needsFinalLineBreak: false, checksHeader: false)
        var csv = try CSVReader(bytes, file: file, dialect: dialect)
        var collector = FaultCollector(limit: 500)
        let header = CSVHeader(
            csv.header, file: file,
            isKnown: { id in structures?.dataStructures.contains { $0.component(id) != nil } ?? false },
            into: &collector)
        try collector.throwIfFaulty(in: file)
        var rows = CSVRows(header, file: file, structures: structures, collector: collector)
        var row = CSVRow()
        while true {
            do throws(Fault) {
                guard try csv.next(&row) else { break }
                rows.take(row, of: csv)
            } catch {
                rows.collector.add(error)
            }
        }
        return try rows.message(hasDecimalComma: separator != UInt8(ascii: ","))
    }
}
