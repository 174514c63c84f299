internal import Spreadsheets
internal import StatisticalData

/// A CSV file as R writes it, read whole: any columns, `NA` or nothing for missing.
struct Sheet {
    let file: String
    let header: [String]
    private(set) var rows: [Row] = []
    /// Whether every row could be read; if not, what the others have in common means nothing.
    private(set) var isWhole = true
    private let positions: [String: Int]

    /// A row, its cells as the header.
    struct Row {
        let line: Int
        fileprivate let cells: [String?]
    }

    private init(file: String, header: [String]) {
        self.file = file
        self.header = header
        positions = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a file; `nil` when its header cannot be used. Rows that cannot be read are left out.
    static func read(_ bytes: [UInt8], file: String, faults: inout FaultCollector) -> Sheet? {
        if let separator = foreignSeparator(in: bytes) {
            faults.add(.indexSeparator(separator, file: file))
            return nil
        }
        return bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                var reader = try CSVReader(raw, file: file, limits: CSVLimits(columns: 10_000))
                var sheet = Sheet(file: file, header: reader.header)
                sheet.readRows(&reader, faults: &faults)
                return sheet
            } catch {
                faults.add(contentsOf: error.list.map { $0.isAboutRowNames ? .indexRowNames(at: $0.place) : $0 })
                return nil
            }
        }
    }

    private mutating func readRows(_ reader: inout CSVReader, faults: inout FaultCollector) {
        var row = CSVRow()
        while true {
            do throws(Fault) {
                guard try reader.next(&row) else { return }
                let texts = (0..<row.count).map { reader.string(row, $0) }
                rows.append(Row(line: row.line, cells: texts.map { $0.isEmpty || $0 == "NA" ? nil : $0 }))
            } catch {
                faults.add(error)
                isWhole = false
            }
        }
    }

    /// A semicolon or tabulator in a first line without commas, as R's `write.csv2` and spreadsheets write.
    private static func foreignSeparator(in bytes: [UInt8]) -> String? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard !line.contains(UInt8(ascii: ",")) else { return nil }
        if line.contains(UInt8(ascii: ";")) { return ";" }
        return line.contains(UInt8(ascii: "\t")) ? "\\t" : nil
    }
}

extension Sheet {
    func has(_ column: String) -> Bool {
        positions[column] != nil
    }

    /// The text of a cell; `nil` when missing, or when there is no such column.
    func text(_ row: Row, _ column: String) -> String? {
        positions[column].flatMap { row.cells[$0] }
    }

    func column(_ column: String) -> [String?] {
        rows.map { text($0, column) }
    }

    func place(_ row: Row, _ column: String) -> Place {
        Place(file: file, line: row.line, column: column)
    }

    func headerPlace(_ column: String) -> Place {
        Place(file: file, line: 1, column: column)
    }

    /// The number in a cell; anything else is a fault and, like a missing one, `nil`.
    func number(_ row: Row, _ column: String, faults: inout FaultCollector) -> Double? {
        guard let text = text(row, column) else { return nil }
        if let number = DecimalNumber(text) { return number.value }
        faults.add(.csvNotANumber(text, at: place(row, column)))
        return nil
    }
}

extension Fault {
    /// Whether this is R's column of row names, which has no name.
    fileprivate var isAboutRowNames: Bool {
        code == "csv-unnamed-column" && place.column == "1"
    }
}
