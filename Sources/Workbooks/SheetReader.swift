import Foundation
import Spreadsheets
import StatisticalData

/// The rows of a sheet, one in memory at a time.
final class SheetReader: ElementHandler {
    /// The ranges of merged cells: only the first cell of each holds a value.
    private(set) var merged: [String] = []
    private let strings: [String]
    private let formats: [NumberFormat]
    private let calendar1904: Bool
    private let most: Int
    private let fault: (_ isLimit: Bool) -> Fault
    private let body: (TableRow) throws -> Bool

    private var row = TableRow(line: 0, cells: [])
    private var column = -1
    private var type = "n"
    private var style = 0
    private var value: String?
    private var inline = ""
    private var hasFormula = false
    private var isPhonetic = false
    private var cells = 0

    init(
        strings: [String], formats: [NumberFormat], calendar1904: Bool, most: Int,
        fault: @escaping (Bool) -> Fault, body: @escaping (TableRow) throws -> Bool
    ) {
        self.strings = strings
        self.formats = formats
        self.calendar1904 = calendar1904
        self.most = most
        self.fault = fault
        self.body = body
    }

    override func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.line + 1
            guard number > row.line, number <= 1_048_576 else { return fail() }
            row = TableRow(line: number, cells: [])
            column = -1
        case "c": startCell(attributes)
        case "f": hasFormula = true
        case "rPh": isPhonetic = true
        case "mergeCell": if let range = attributes["ref"] { merged.append(range) }
        default: break
        }
    }

    override func end(_ element: String) {
        switch element {
        case "v": value = text
        case "t" where !isPhonetic: inline += Escapes.decoded(text)
        case "rPh": isPhonetic = false
        case "c": place(cell())
        case "row":
            do {
                if try !body(row) { isDone = true }
            } catch {
                failure = error
            }
        default: break
        }
    }

    private func fail() { failure = fault(false) }

    private func startCell(_ attributes: [String: String]) {
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value = nil
        inline = ""
        hasFormula = false
        guard let address = attributes["r"] else {
            column += 1
            return
        }
        guard let found = CellReference.column(address), found > column else { return fail() }
        column = found
    }

    private func place(_ cell: TableCell) {
        guard column < 16_384, failure == nil else { return fail() }
        cells += max(1, column - row.cells.count + 1)
        guard cells <= most else {
            failure = fault(true)
            return
        }
        while row.cells.count < column { row.cells.append(TableCell("")) }
        row.cells.append(cell)
    }

    private func cell() -> TableCell {
        switch type {
        case "inlineStr": return TableCell(inline)
        case "s":
            guard let value else { return TableCell("") }
            guard let index = Int(value), strings.indices.contains(index) else {
                fail()
                return TableCell("")
            }
            return TableCell(strings[index])
        default: break
        }
        guard let value else {
            return TableCell(hasFormula ? "=" : "", kind: hasFormula ? .formulaWithoutValue : .text)
        }
        switch type {
        case "str": return TableCell(Escapes.decoded(value))
        case "b": return TableCell(value == "1" || value == "true" ? "TRUE" : "FALSE", kind: .boolean)
        case "e": return TableCell(value, kind: .error)
        case "d": return TableCell(value, kind: .date)
        default: return number(value)
        }
    }

    private func number(_ text: String) -> TableCell {
        guard let number = Double(text), number.isFinite else {
            fail()
            return TableCell("")
        }
        switch formats.indices.contains(style) ? formats[style] : .number {
        case .number: return TableCell(Decimals.text(number), kind: .number)
        case .percentage: return TableCell(Decimals.text(number), kind: .percentage)
        case .date:
            guard let date = SerialDate.text(number, calendar1904: calendar1904) else {
                return TableCell(Decimals.text(number), kind: .invalidDate)
            }
            return TableCell(date, kind: .date)
        }
    }
}
