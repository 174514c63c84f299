import Spreadsheets
import StatisticalData

/// A column of a batch whose values repeat from row to row.
struct CachedColumn<Value> {
    let name: String
    let index: Int?
    private var cache = FieldCache<Value>()

    init(_ name: String, in header: [String]) {
        self.name = name
        index = header.firstIndex(of: name)
    }

    /// Whether the row says nothing here.
    func isEmpty(_ row: CSVRow, _ csv: borrowing CSVReader) -> Bool {
        guard let index else { return true }
        return csv.bytes(row, index).isEmpty
    }

    /// The text of the field; `nil` when it is empty.
    func text(_ row: CSVRow, _ csv: borrowing CSVReader) -> String? {
        guard let index, !csv.bytes(row, index).isEmpty else { return nil }
        return csv.string(row, index)
    }

    /// The place of the field, also where the file has no such column.
    func place(_ row: CSVRow, _ csv: borrowing CSVReader) -> Place {
        guard let index else { return Place(file: csv.file, line: row.line, column: name) }
        return csv.place(row, index)
    }

    /// The value of a field, or `standard` where it is empty; a fault where neither helps.
    mutating func read(
        _ row: CSVRow, _ csv: borrowing CSVReader, default standard: Value? = nil, into collector: inout FaultCollector,
        make: (String) throws -> Value?, fault: (String, Place) -> Fault
    ) rethrows -> Value? {
        guard let index, !csv.bytes(row, index).isEmpty else {
            if standard == nil { collector.add(.csvEmptyField(at: place(row, csv))) }
            return standard
        }
        if let known = try cache.value(csv.bytes(row, index), make: make) { return known }
        collector.add(fault(csv.string(row, index), csv.place(row, index)))
        return nil
    }
}

extension CachedColumn where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// The word in a field, or `standard` where it is empty.
    mutating func word(
        _ row: CSVRow, _ csv: borrowing CSVReader, default standard: Value?, into collector: inout FaultCollector
    ) -> Value? {
        read(row, csv, default: standard, into: &collector) {
            Value(rawValue: $0)
        } fault: { found, place in
            .csvUnknownWord(found, allowed: Value.allCases.map(\.rawValue), at: place)
        }
    }
}
