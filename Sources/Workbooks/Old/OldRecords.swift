/// The records of an old workbook, examined before the library reads them: what it would allocate is bounded, what it does
/// not tell of cells (per cent, yes and no, errors, formulas) is noted, and what is of no use to it is taken out.
///
/// Source: Microsoft, [MS-XLS], Excel Binary File Format (.xls) Structure; BIFF5 after the Excel 97 Developer's Kit.
struct OldRecords {
    /// What the library does not tell of a cell.
    enum Mark: Hashable {
        case format(NumberFormat)
        case boolean
        case error(UInt8)
        case formula
    }

    /// Why a workbook is not read.
    enum Failure: Error, Hashable {
        case damaged
        case protected
        case cells
        case strings
    }

    /// A sheet with cells.
    struct Sheet {
        /// Where it begins.
        let offset: Int
        let isHidden: Bool
        /// The rows and columns that hold a value.
        var rows = 0
        var columns = 0
        var marks: [Int: Mark] = [:]
        fileprivate var dimensions: Int?
        fileprivate var formats: [(cell: Int, style: Int)] = []
    }

    /// The stream, mended.
    private(set) var stream: [UInt8]
    /// The sheets with cells, in their order.
    private(set) var sheets: [Sheet] = []
    /// Whether the file is of Excel 97 or later.
    private(set) var isUnicode = false
    private let limits: WorkbookLimits
    private var isBegun = false
    private var formats: [Int: String] = [:]
    private var styles: [Int] = []
    private var cells = 0

    /// The number of a cell.
    static func number(row: Int, column: Int) -> Int { row << 8 | column }

    /// A record that means nothing.
    private static let nothing = 0x0FFF

    /// Walks through all records of a stream.
    init(_ stream: [UInt8], limits: WorkbookLimits) throws(Failure) {
        self.stream = stream
        self.limits = limits
        try walk()
        try finish()
        fillUp()
    }

    /// A part of the stream, between its begin and its end.
    private enum Part: Equatable {
        case globals
        case sheet(Int)
        /// Charts, modules, and what stands within another part.
        case other
    }

    private mutating func walk() throws(Failure) {
        var offset = 0
        var parts: [Part] = []
        while offset + 4 <= stream.count {
            let (id, length) = (LittleEndian.u16(stream, offset), LittleEndian.u16(stream, offset + 2))
            guard offset + 4 + length <= stream.count else { throw .damaged }
            // What stands behind the last part is filling.
            if parts.isEmpty, offset > 0, !Self.begins.contains(id) { break }
            if Self.begins.contains(id) { parts.append(try part(at: offset, id, length, depth: parts.count)) }
            switch parts.last {
            case .globals: try readGlobal(id, offset + 4, length)
            case .sheet(let sheet): try readCell(id, offset + 4, length, sheet, offset)
            case .other: takeOut(offset)
            case nil: throw .damaged
            }
            if id == Self.end { _ = parts.popLast() }
            offset += 4 + length
        }
        guard parts.isEmpty, isBegun, sheets.allSatisfy({ $0.offset < offset }) else { throw .damaged }
        stream.removeSubrange(offset...)
    }

    private static let begins: Set = [0x0809, 0x0009, 0x0209, 0x0409]
    private static let end = 0x000A

    /// The part that begins with a record.
    private mutating func part(at offset: Int, _ id: Int, _ length: Int, depth: Int) throws(Failure) -> Part {
        guard id == 0x0809, length >= 4, depth < 8, offset == 0 || isBegun else { throw .damaged }
        guard offset > 0 else {
            let version = LittleEndian.u16(stream, offset + 4)
            guard version == 0x0600 || version == 0x0500 else { throw .damaged }
            isUnicode = version == 0x0600
            isBegun = true
            return .globals
        }
        guard depth == 0 else { return .other }
        return sheets.firstIndex { $0.offset == offset }.map { .sheet($0) } ?? .other
    }

    private mutating func takeOut(_ offset: Int) {
        stream[offset] = UInt8(Self.nothing & 255)
        stream[offset + 1] = UInt8(Self.nothing >> 8)
    }

    /// Records before the sheets.
    private mutating func readGlobal(_ id: Int, _ start: Int, _ length: Int) throws(Failure) {
        switch id {
        case 0x002F: throw .protected
        case 0x0085:
            guard length >= 8 else { throw .damaged }
            // Charts and modules are listed too; only sheets of cells count.
            guard stream[start + 5] & 0x0F == 0 else { return takeOut(start - 4) }
            sheets.append(
                Sheet(offset: LittleEndian.u32(stream, start), isHidden: stream[start + 4] & 3 != 0))
            guard sheets.count <= limits.parts else { throw .damaged }
        case 0x00FC:
            guard length >= 8 else { throw .damaged }
            let count = LittleEndian.u32(stream, start + 4)
            guard count <= limits.strings else { throw .strings }
            guard count <= stream.count / 3 + 1 else { throw .damaged }
        case 0x041E:
            guard length >= 3 else { throw .damaged }
            formats[LittleEndian.u16(stream, start)] = formatCode(start + 2, start + length)
        case 0x00E0:
            guard length >= 4 else { throw .damaged }
            styles.append(LittleEndian.u16(stream, start + 2))
            // The library then gives days as the numbers they are: it counts those of 1900 and of 1904 wrongly.
            stream.replaceSubrange(start + 2..<start + 4, with: [0, 0])
        default: break
        }
    }

    private func formatCode(_ start: Int, _ end: Int) -> String {
        if isUnicode {
            guard start + 3 <= end else { return "" }
            let isWide = stream[start + 2] & 1 != 0
            let body = Array(stream[start + 3..<end])
            return isWide
                ? String(
                    decoding: stride(from: 0, to: body.count - 1, by: 2).map { UInt16(LittleEndian.u16(body, $0)) },
                    as: UTF16.self) : String(body.map { Character(UnicodeScalar($0)) })
        }
        return String(stream[start + 1..<end].map { Character(UnicodeScalar($0 < 128 ? $0 : UInt8(ascii: "?"))) })
    }

    /// Records of a sheet.
    private mutating func readCell(
        _ id: Int, _ start: Int, _ length: Int, _ sheet: Int, _ offset: Int
    ) throws(Failure) {
        switch id {
        case 0x0200:
            guard length >= (isUnicode ? 14 : 10), sheets[sheet].dimensions == nil else { throw .damaged }
            sheets[sheet].dimensions = start
        case 0x0201, 0x00BE: takeOut(offset)
        case 0x0203, 0x0204, 0x0205, 0x0006, 0x027E, 0x00FD, 0x00D6:
            let least = [0x0203: 14, 0x0204: 8, 0x0205: 8, 0x0006: 20, 0x027E: 10, 0x00FD: 10, 0x00D6: 8]
            guard length >= least[id] ?? 6 else { throw .damaged }
            let (row, column) = (LittleEndian.u16(stream, start), LittleEndian.u16(stream, start + 2))
            let style = LittleEndian.u16(stream, start + 4)
            switch id {
            case 0x0205:
                let mark: Mark = stream[start + 7] == 0 ? .boolean : .error(stream[start + 6])
                try add(row, column, mark, nil, sheet)
            case 0x0006: try addFormula(row, column, start + 6, style, sheet)
            case 0x0203, 0x027E: try add(row, column, nil, style, sheet)
            default: try add(row, column, nil, nil, sheet)
            }
        case 0x00BD:
            guard length >= 12, (length - 6) % 6 == 0 else { throw .damaged }
            let (row, column) = (LittleEndian.u16(stream, start), LittleEndian.u16(stream, start + 2))
            for step in 0..<(length - 6) / 6 {
                try add(row, column + step, nil, LittleEndian.u16(stream, start + 4 + step * 6), sheet)
            }
        default: break
        }
    }

    /// The value kept with a formula: a number, or by its last two bytes a text that follows, yes or no, an error, nothing.
    private mutating func addFormula(
        _ row: Int, _ column: Int, _ value: Int, _ style: Int, _ sheet: Int
    ) throws(Failure) {
        guard stream[value + 6] == 0xFF, stream[value + 7] == 0xFF else {
            return try add(row, column, nil, style, sheet)
        }
        switch stream[value] {
        case 1: try add(row, column, .boolean, nil, sheet)
        case 2: try add(row, column, .error(stream[value + 2]), nil, sheet)
        default: try add(row, column, .formula, nil, sheet)
        }
    }

    private mutating func add(
        _ row: Int, _ column: Int, _ mark: Mark?, _ style: Int?, _ sheet: Int
    ) throws(Failure) {
        guard column < 256 else { throw .damaged }
        cells += 1
        guard cells <= limits.cells else { throw .cells }
        sheets[sheet].rows = max(sheets[sheet].rows, row + 1)
        sheets[sheet].columns = max(sheets[sheet].columns, column + 1)
        let number = Self.number(row: row, column: column)
        if let mark { sheets[sheet].marks[number] = mark }
        if let style { sheets[sheet].formats.append((number, style)) }
    }

    /// Sets the extent of each sheet to what holds values, and notes the formats of numbers.
    private mutating func finish() throws(Failure) {
        let kinds = styles.map { NumberFormat(id: $0, code: formats[$0]) }
        var room = 0
        for index in sheets.indices {
            // The library takes no sheet without extent.
            let (rows, columns) = (max(1, sheets[index].rows), max(1, sheets[index].columns))
            room += rows * columns
            guard room <= limits.cells else { throw .cells }
            for (cell, style) in sheets[index].formats where kinds.indices.contains(style) && kinds[style] != .number {
                sheets[index].marks[cell] = .format(kinds[style])
            }
            sheets[index].formats = []
            guard let start = sheets[index].dimensions else {
                if sheets[index].rows > 0 { throw .damaged }
                continue
            }
            let extent =
                isUnicode
                ? LittleEndian.bytes(u32: 0) + LittleEndian.bytes(u32: rows)
                : LittleEndian.bytes(u16: 0) + LittleEndian.bytes(u16: min(rows, 0xFFFF))
            let all = extent + LittleEndian.bytes(u16: 0) + LittleEndian.bytes(u16: columns)
            stream.replaceSubrange(start..<start + all.count, with: all)
        }
    }

    /// Fills the stream up to the length a compound file keeps in sectors of its own.
    private mutating func fillUp() {
        stream += [UInt8](repeating: 0, count: max(0, 4096 - stream.count))
    }
}
