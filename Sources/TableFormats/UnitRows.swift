internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

/// iData: which unit and time each row is about.
struct UnitRows {
    let sheet: Sheet
    private(set) var units: [IndexTables.Unit] = []
    private(set) var times: [Int]?

    /// Reads the columns that name the rows; `nil` without `uCode` or without rows.
    init?(_ sheet: Sheet, faults: inout FaultCollector) {
        self.sheet = sheet
        for column in sheet.header {
            if let fault = Fault.indexName(column, at: sheet.headerPlace(column)) { faults.add(fault) }
        }
        guard sheet.has(SpecialColumn.unitCode) else {
            faults.add(.csvMissingColumn(SpecialColumn.unitCode, among: sheet.header, file: sheet.file))
            return nil
        }
        if sheet.isWhole, sheet.rows.isEmpty { faults.add(.indexNoUnits(file: sheet.file)) }
        for row in sheet.rows { units.append(unit(row, faults: &faults)) }
        if sheet.has(SpecialColumn.time) { times = sheet.rows.map { time($0, faults: &faults) ?? 0 } }
        checkUnique(faults: &faults)
        let codes = Set(units.map(\.code))
        if sheet.isWhole, codes.count == 1, let code = codes.first { faults.add(.indexOneUnit(code, file: sheet.file)) }
    }

    private func unit(_ row: Sheet.Row, faults: inout FaultCollector) -> IndexTables.Unit {
        let place = sheet.place(row, SpecialColumn.unitCode)
        let code = sheet.text(row, SpecialColumn.unitCode) ?? ""
        if code.isEmpty {
            faults.add(.indexEmptyField(at: place))
        } else if code.hasBlanks {
            faults.add(.indexBlankInUnit(code, at: place))
        } else if sheet.has(code) {
            faults.add(.indexUnitIsColumn(code, at: place))
        }
        return IndexTables.Unit(code: code, name: sheet.text(row, SpecialColumn.unitName))
    }

    private func time(_ row: Sheet.Row, faults: inout FaultCollector) -> Int? {
        let place = sheet.place(row, SpecialColumn.time)
        guard let text = sheet.text(row, SpecialColumn.time) else {
            faults.add(.indexEmptyField(at: place))
            return nil
        }
        if let time = DecimalNumber(text).flatMap({ Int(exactly: $0.value) }) { return time }
        faults.add(.indexTime(text, at: place))
        return nil
    }

    /// No two rows may be about the same unit, or in a panel the same unit and time.
    private func checkUnique(faults: inout FaultCollector) {
        struct Key: Hashable {
            let code: String
            let time: String?
        }
        var lines: [Key: Int] = [:]
        for (row, unit) in zip(sheet.rows, units) where !unit.code.isEmpty {
            let time = sheet.text(row, SpecialColumn.time)
            if sheet.has(SpecialColumn.time), time == nil { continue }
            let number = time.map { DecimalNumber($0).map { Decimals.text($0.value) } ?? $0 }
            let key = Key(code: unit.code, time: number)
            guard let line = lines[key] else {
                lines[key] = row.line
                continue
            }
            let place = sheet.place(row, SpecialColumn.unitCode)
            faults.add(.indexDuplicateUnit(unit.code, time: time, line: line, at: place))
        }
    }

    /// Every further column must be a row of iMeta that is not an aggregate.
    func checkColumns(against catalogue: Catalogue, faults: inout FaultCollector) {
        let missing = catalogue.entries.filter { $0.kind != .aggregate && !sheet.has($0.code) }.map(\.code)
        for column in sheet.header where !SpecialColumn.ofData.contains(column) {
            let place = sheet.headerPlace(column)
            if let entry = catalogue[column] {
                if entry.kind == .aggregate { faults.add(.indexAggregateInData(column, at: place)) }
            } else if Fault.indexName(column, at: place) == nil {
                let nearest = faults.nearest(to: column, among: missing)
                faults.add(.indexUnknownColumn(column, in: catalogue.sheet.file, nearest: nearest, at: place))
            }
        }
    }
}
