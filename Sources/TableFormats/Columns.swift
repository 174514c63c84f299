internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

/// The values of iData by column.
struct Columns {
    private(set) var indicators: IndicatorMatrix
    private(set) var denominators: IndicatorMatrix
    private(set) var groups: [String: [String?]] = [:]
    private(set) var others: [String: [String?]] = [:]
    private let sheet: Sheet

    init(_ rows: UnitRows, catalogue: Catalogue, faults: inout FaultCollector) {
        sheet = rows.sheet
        let units = rows.units.map(\.code)
        indicators = IndicatorMatrix(units: units, codes: catalogue.codes(.indicator))
        denominators = IndicatorMatrix(units: units, codes: catalogue.codes(.denominator))
        for (position, code) in indicators.codes.enumerated() where sheet.has(code) {
            let values = numbers(code, faults: &faults)
            for (row, value) in values.enumerated() { indicators[row, position] = value }
            checkSpread(of: code, values, faults: &faults)
        }
        for (position, code) in denominators.codes.enumerated() where sheet.has(code) {
            for (row, value) in numbers(code, faults: &faults).enumerated() { denominators[row, position] = value }
        }
        for code in catalogue.codes(.group) where sheet.has(code) { groups[code] = labels(code, faults: &faults) }
        for code in catalogue.codes(.other) where sheet.has(code) { others[code] = sheet.column(code) }
    }

    /// The numbers of a column. A column without any is one fault, not one a cell.
    private func numbers(_ code: String, faults: inout FaultCollector) -> [Double?] {
        let values = sheet.rows.map { row in sheet.text(row, code).flatMap { DecimalNumber($0)?.value } }
        let bad = zip(sheet.rows, values).compactMap { row, value -> BadCell? in
            guard value == nil, let text = sheet.text(row, code) else { return nil }
            return BadCell(text: text, place: sheet.place(row, code))
        }
        guard let first = bad.first else { return values }
        if bad.count > 1, values.allSatisfy({ $0 == nil }) {
            faults.add(.indexColumnWithoutNumbers(first.text, count: bad.count, at: first.place))
        } else {
            faults.add(contentsOf: bad.lazy.map(\.fault))
        }
        return values
    }

    private struct BadCell {
        let text: String
        let place: Place

        var fault: Fault {
            LogicalValue(text: text) == nil ? .csvNotANumber(text, at: place) : .indexLogical(text, at: place)
        }
    }

    /// An indicator must have values, and should not have the same everywhere.
    private func checkSpread(of code: String, _ values: [Double?], faults: inout FaultCollector) {
        guard sheet.isWhole, !values.isEmpty else { return }
        let present = values.compactMap { $0 }
        guard let first = present.first else {
            if sheet.column(code).allSatisfy({ $0 == nil }) {
                faults.add(.indexAllMissing(code, at: sheet.headerPlace(code)))
            }
            return
        }
        let isReadable = present.count == sheet.column(code).count { $0 != nil }
        if isReadable, values.count > 1, present.allSatisfy({ $0 == first }) {
            faults.add(.indexConstant(code, value: first, at: sheet.headerPlace(code)))
        }
    }

    /// The labels of a group column; as in COINr they must be text.
    private func labels(_ code: String, faults: inout FaultCollector) -> [String?] {
        let labels = sheet.column(code)
        let present = labels.compactMap { $0 }
        if let first = present.first, present.allSatisfy({ DecimalNumber($0) != nil }) {
            faults.add(.indexGroupOfNumbers(code, found: first, at: sheet.headerPlace(code)))
        }
        return labels
    }
}
