internal import Foundation
internal import Spreadsheets
internal import StatisticalData
public import SystemDynamics
internal import Workbooks

/// Values that models read from other files: XLSX, old XLS, comma- and tab-separated text, and a table of data given from outside.
///
/// Files are found beside the model by a function of the caller. A letter for time means that time runs down, a number that
/// it runs across; blank cells are left out of a series.
public struct ExternalTables: ExternalData {
    private let read: @Sendable (String) -> [UInt8]?
    private let table: GivenTable?

    /// Bundles sources.
    ///
    /// - Parameters:
    ///   - given: a table for data variables without an equation, time first; its name for faults.
    ///   - read: the bytes of a file by its name relative to the model, `nil` where there is none.
    public init(
        given: (bytes: [UInt8], file: String)? = nil, read: @escaping @Sendable (String) -> [UInt8]?
    ) throws(ModelFaults) {
        self.read = read
        do {
            table = try given.map { try GivenTable($0.bytes) }
        } catch {
            throw ModelFaults([ModelFault(.badData, given?.file ?? "")])
        }
    }

    /// A data variable's values in the given table.
    public func given(_ name: String) -> [(time: Double, value: Double)]? { table?.series(name) }

    /// A series of a file.
    public func series(
        _ function: String, _ arguments: [String], element: ElementPlace
    ) throws(ModelFault) -> [(time: Double, value: Double)] {
        guard arguments.count >= 4 else { throw ModelFault(.argumentCount, function) }
        let grid = try grid(arguments[0], arguments[1])
        let start = try place(arguments[3], grid, arguments[0])
        let offset = element.flat
        var result: [(time: Double, value: Double)] = []
        if let row = Int(arguments[2].trimmed) {
            for column in start.column..<max(start.column, grid.columns) {
                guard let time = grid[row - 1, column], let value = grid[start.row + offset, column] else { continue }
                result.append((time, value))
            }
        } else if let column = Self.column(arguments[2].trimmed) {
            for row in start.row..<max(start.row, grid.rows) {
                guard let time = grid[row, column], let value = grid[row, start.column + offset] else { continue }
                result.append((time, value))
            }
        } else {
            throw ModelFault(.badData, arguments[2])
        }
        guard !result.isEmpty else { throw ModelFault(.badData, arguments.joined(separator: ", ")) }
        return result
    }

    /// A constant of a file: the last dimension runs to the right, the one before downwards; the other way with `*`.
    public func constant(_ function: String, _ arguments: [String], element: ElementPlace) throws(ModelFault) -> Double
    {
        guard arguments.count >= 3 else { throw ModelFault(.argumentCount, function) }
        let grid = try grid(arguments[0], arguments[1])
        let isTurned = arguments[2].trimmed.hasSuffix("*")
        let start = try place(arguments[2].trimmed.filter { $0 != "*" }, grid, arguments[0])
        var right = element.offsets.last ?? 0
        var down = element.offsets.dropLast().last ?? 0
        if element.offsets.count > 2 {
            down = zip(element.offsets, element.counts).dropLast().reduce(0) { $0 * $1.1 + $1.0 }
        }
        if isTurned { swap(&right, &down) }
        guard let value = grid[start.row + down, start.column + right] else {
            throw ModelFault(.badData, arguments.joined(separator: ", "))
        }
        return value
    }

    /// `C5`, or the name of a range.
    private func place(_ text: String, _ grid: Grid, _ file: String) throws(ModelFault) -> (row: Int, column: Int) {
        let word = text.trimmed
        let letters = word.prefix { $0.isLetter }
        if let column = Self.column(String(letters)), let row = Int(word.dropFirst(letters.count)), row > 0 {
            return (row - 1, column)
        }
        if let named = grid.names[word.lowercased()] { return named }
        throw ModelFault(.badData, "\(file): \(text)")
    }

    static func column(_ letters: String) -> Int? {
        guard !letters.isEmpty, letters.count <= 3 else { return nil }
        var number = 0
        for letter in letters.uppercased().unicodeScalars {
            guard (65...90).contains(letter.value) else { return nil }
            number = number * 26 + Int(letter.value) - 64
        }
        return number - 1
    }

    private func grid(_ file: String, _ tab: String) throws(ModelFault) -> Grid {
        guard let bytes = read(file) else { throw ModelFault(.missingFile, file) }
        do {
            return try Grid(bytes, file: file, tab: tab)
        } catch let fault as ModelFault {
            throw fault
        } catch {
            throw ModelFault(.badData, "\(file): \(tab)")
        }
    }
}

/// The numbers of a sheet.
struct Grid {
    private var cells: [[Double?]] = []
    private(set) var names: [String: (row: Int, column: Int)] = [:]
    private(set) var columns = 0

    var rows: Int { cells.count }

    subscript(row: Int, column: Int) -> Double? {
        cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : nil
    }

    init(_ bytes: [UInt8], file: String, tab: String) throws {
        if bytes.withUnsafeBytes(OldWorkbook.isCandidate) {
            cells = try Self.oldWorkbook(bytes, file, tab)
        } else if bytes.starts(with: [0x50, 0x4B]) {
            try readWorkbook(bytes, file, tab)
        } else {
            readText(
                bytes, separator: tab == "," || tab.isEmpty ? "," : tab.lowercased() == "\\t" ? "\t" : Character(tab))
        }
        columns = cells.map(\.count).max() ?? 0
    }

    private static func oldWorkbook(_ bytes: [UInt8], _ file: String, _ tab: String) throws -> [[Double?]] {
        try bytes.withUnsafeBytes { raw in
            let book = try OldWorkbook(raw, file: file)
            let collector = RowCollector()
            _ = try book.forEachRow(of: book.sheet(tab)) { row in
                collector.add(row)
                return true
            }
            return collector.rows
        }
    }

    private mutating func readWorkbook(_ bytes: [UInt8], _ file: String, _ tab: String) throws {
        let found = try bytes.withUnsafeBytes { raw in
            let book = try Workbook(raw, file: file)
            let collector = RowCollector()
            try book.forEachRow(of: book.sheet(tab)) { row in
                collector.add(row)
                return true
            }
            return (collector.rows, book.names)
        }
        cells = found.0
        for (name, reference) in found.1 {
            let parts = reference.split(separator: "!").map { $0.filter { $0 != "$" && $0 != "'" } }
            guard parts.count == 2, parts[0].lowercased() == tab.lowercased(),
                let first = parts[1].split(separator: ":").first
            else { continue }
            let letters = first.prefix { $0.isLetter }
            if let column = ExternalTables.column(String(letters)), let row = Int(first.dropFirst(letters.count)) {
                names[name.lowercased()] = (row - 1, column)
            }
        }
    }

    private mutating func readText(_ bytes: [UInt8], separator: Character) {
        for line in VensimText.decoded(bytes).split(separator: "\n", omittingEmptySubsequences: false) {
            cells.append(
                line.split(separator: separator, omittingEmptySubsequences: false).map { Double(String($0).trimmed) })
        }
    }
}

/// Collects the rows of a sheet as they are read.
private final class RowCollector {
    private(set) var rows: [[Double?]] = []

    func add(_ row: TableRow) {
        while rows.count < row.line - 1 { rows.append([]) }
        rows.append(row.cells.map { Double($0.text) })
    }
}

/// A table of values over time, time first, one column a variable.
private struct GivenTable: Sendable {
    private var columns: [String: [(time: Double, value: Double)]] = [:]

    init(_ bytes: [UInt8]) throws {
        let lines = VensimText.decoded(bytes).split(separator: "\n").map(String.init)
        guard let head = lines.first else { throw ModelFault(.badData) }
        let separator: Character = head.contains("\t") ? "\t" : ","
        let names = Self.fields(head, separator).map(Model.key)
        for line in lines.dropFirst() {
            let fields = Self.fields(line, separator)
            guard let time = fields.first.flatMap({ Double($0.trimmed) }) else { continue }
            for (name, field) in zip(names, fields).dropFirst() {
                if let value = Double(field.trimmed) { columns[name, default: []].append((time, value)) }
            }
        }
    }

    /// Fields between separators outside of quotes and brackets.
    private static func fields(_ line: String, _ separator: Character) -> [String] {
        var fields = [""]
        var isQuoted = false
        var depth = 0
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
                continue
            }
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if character == separator, !isQuoted, depth == 0 {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    func series(_ name: String) -> [(time: Double, value: Double)]? { columns[Model.key(name)] }
}
