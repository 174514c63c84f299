internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

/// iMeta: a row for each column of iData and each aggregate.
struct Catalogue {
    let sheet: Sheet
    private(set) var entries: [Entry] = []
    /// Text of columns without a meaning here: by code, then by column.
    private(set) var texts: [String: [String: String]] = [:]
    private(set) var positions: [String: Int] = [:]

    /// A row with a code. What was faulty in it is missing.
    struct Entry {
        let row: Sheet.Row
        /// `nil` when the word is unknown.
        let kind: IndicatorMetadata.Kind?
        var metadata: IndicatorMetadata

        var code: String { metadata.code }
        /// Whether it is part of the index.
        var isInTree: Bool { kind == .indicator || kind == .aggregate }
    }

    /// Reads the rows; `nil` when a column that must be there is missing.
    init?(_ sheet: Sheet, faults: inout FaultCollector) {
        self.sheet = sheet
        let missing = SpecialColumn.required.filter { !sheet.has($0) }
        guard missing.isEmpty else {
            faults.add(contentsOf: missing.map { .csvMissingColumn($0, among: sheet.header, file: sheet.file) })
            return nil
        }
        for row in sheet.rows { read(row, faults: &faults) }
        checkDenominators(faults: &faults)
        readFurtherColumns(faults: &faults)
        if entries.allSatisfy({ $0.kind != nil && $0.kind != .indicator }) {
            faults.add(.indexNoIndicators(file: sheet.file))
        }
    }

    subscript(code: String) -> Entry? {
        positions[code].map { entries[$0] }
    }

    func place(_ entry: Entry, _ column: String) -> Place {
        sheet.place(entry.row, column)
    }

    /// The codes of a kind, in the order of the rows.
    func codes(_ kind: IndicatorMetadata.Kind) -> [String] {
        entries.filter { $0.kind == kind }.map(\.code)
    }

    private mutating func read(_ row: Sheet.Row, faults: inout FaultCollector) {
        let place = sheet.place(row, SpecialColumn.code)
        guard let code = sheet.text(row, SpecialColumn.code) else {
            faults.add(.indexEmptyField(at: place))
            return
        }
        checkName(code, at: place, faults: &faults)
        let entry = entry(code, row, faults: &faults)
        guard let earlier = positions.updateValue(entries.count, forKey: code) else {
            entries.append(entry)
            return
        }
        positions[code] = earlier
        faults.add(.indexDuplicateCode(code, line: entries[earlier].row.line, at: place))
    }

    private func checkName(_ code: String, at place: Place, faults: inout FaultCollector) {
        if let fault = Fault.indexName(code, at: place) { faults.add(fault) }
        if SpecialColumn.ofData.contains(code) { faults.add(.indexReservedCode(code, at: place)) }
    }

    private mutating func readFurtherColumns(faults: inout FaultCollector) {
        for column in sheet.header where !SpecialColumn.ofMetadata.contains(column) {
            if SpecialColumn.parameters.contains(column) || isNumeric(column) {
                for position in entries.indices {
                    let value = parameter(entries[position].row, column, faults: &faults)
                    entries[position].metadata.parameters[column] = value
                }
            } else {
                for entry in entries { texts[entry.code, default: [:]][column] = sheet.text(entry.row, column) }
            }
        }
        for entry in entries { checkBounds(entry, faults: &faults) }
    }
}
