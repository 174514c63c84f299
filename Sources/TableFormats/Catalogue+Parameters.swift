internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

extension Catalogue {
    /// Whether all cells of a column, and at least one, are numbers or R's `TRUE` and `FALSE`.
    func isNumeric(_ column: String) -> Bool {
        let present = sheet.column(column).compactMap { $0 }
        return !present.isEmpty && present.allSatisfy { DecimalNumber($0) != nil || LogicalValue(text: $0) != nil }
    }

    /// A numeric parameter; `TRUE` is 1, `FALSE` is 0.
    func parameter(_ row: Sheet.Row, _ column: String, faults: inout FaultCollector) -> Double? {
        if let text = sheet.text(row, column), let logical = LogicalValue(text: text) { return logical.number }
        return sheet.number(row, column, faults: &faults)
    }

    /// Lower bounds must be smaller than upper ones.
    func checkBounds(_ entry: Entry, faults: inout FaultCollector) {
        for (lowerColumn, upperColumn) in SpecialColumn.bounds {
            guard let lower = entry.metadata.parameters[lowerColumn],
                let upper = entry.metadata.parameters[upperColumn], lower >= upper
            else { continue }
            faults.add(.indexBounds(entry.code, lower: lower, upper: upper, at: place(entry, lowerColumn)))
        }
    }

    /// A denominator must be a row of that type.
    func checkDenominators(faults: inout FaultCollector) {
        for entry in entries {
            guard let code = entry.metadata.denominator else { continue }
            let place = place(entry, SpecialColumn.denominator)
            guard let found = self[code] else {
                let nearest = faults.nearest(to: code, among: codes(.denominator))
                faults.add(.indexUnknownDenominator(code, of: entry.code, nearest: nearest, at: place))
                continue
            }
            if let kind = found.kind, kind != .denominator {
                faults.add(.indexDenominatorKind(code, kind: kind.rawValue, at: place))
            }
        }
    }

    /// Every row except those of aggregates must be a column of iData.
    func checkColumns(in data: Sheet, faults: inout FaultCollector) {
        let unknown = data.header.filter { self[$0] == nil && !SpecialColumn.ofData.contains($0) }
        for entry in entries where entry.kind != nil && entry.kind != .aggregate && !data.has(entry.code) {
            let nearest = faults.nearest(to: entry.code, among: unknown)
            faults.add(
                .indexMissingColumn(
                    entry.code, in: data.file, nearest: nearest, at: place(entry, SpecialColumn.code)))
        }
    }
}

/// R's `TRUE` and `FALSE`.
enum LogicalValue: String {
    case yes = "TRUE"
    case no = "FALSE"

    init?(text: String) {
        self.init(rawValue: text == "true" || text == "false" ? text.uppercased() : text)
    }

    var number: Double { self == .yes ? 1 : 0 }
}

extension FaultCollector {
    /// A suggestion, as long as the fault it belongs to would still be told.
    func nearest(to word: String, among candidates: @autoclosure () -> [String]) -> String? {
        faults.count < limit ? Suggestion.nearest(to: word, among: candidates().prefix(2000)) : nil
    }
}
