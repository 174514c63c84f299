import Spreadsheets
import StatisticalData
import Workbooks

/// A layout applied to the header of a table: where each part of a figure stands.
struct LayoutPlan {
    /// The headers, trimmed.
    let headers: [String]
    /// The line the header stands on.
    let line: Int
    /// Whether the table is a sheet of a workbook.
    let isWorkbook: Bool
    /// The columns that are keys of the rows, or the value of a long table.
    private(set) var columns: [ImportColumn: Int] = [:]
    /// What holds for every figure.
    private(set) var fixed: [ImportColumn: String] = [:]
    /// The columns of figures across the top, each with the key that its header is.
    private(set) var spread: [Spread] = []
    /// What the headers across the top are.
    private(set) var across: ImportColumn?
    /// Our words for codes, by the number of the column.
    private(set) var codes: [Int: [String: String]] = [:]
    /// The codes taken, by the number of the column.
    private(set) var only: [Int: Set<String>] = [:]

    /// Whether a row has the codes that are taken.
    func takes(_ row: TableRow) -> Bool {
        only.allSatisfy { index, codes in
            index < row.cells.count && codes.contains(CellText.trimmed(row.cells[index].text))
        }
    }

    private func cell(_ row: TableRow, _ index: Int) -> TableCell {
        let cell = row.cells[index]
        return codes[index]?[CellText.trimmed(cell.text)].map { TableCell($0) } ?? cell
    }

    /// A column of figures.
    struct Spread {
        let index: Int
        let key: String
        let unit: String?
    }

    /// Part of a figure as it stands in the table.
    struct Field {
        var cell: TableCell
        /// The column it stands in; `nil` where the layout says it.
        var index: Int?
    }

    init(headers: [String], line: Int, isWorkbook: Bool) {
        self.isWorkbook = isWorkbook
        self.headers = headers
        self.line = line
    }

    /// The name of a column in faults; in a workbook its letters.
    func name(of index: Int) -> String {
        if isWorkbook { return CellReference.letters(index) }
        return index < headers.count && !headers[index].isEmpty ? headers[index] : String(index + 1)
    }

    /// Whether figures have a value for `column`.
    func has(_ column: ImportColumn) -> Bool {
        columns[column] != nil || fixed[column] != nil || across == column
            || (column == .unit && !spread.isEmpty && spread.allSatisfy { $0.unit != nil })
            || (column == .value && across != nil)
    }

    /// The figures of a row, each as its fields by `ImportColumn.position`.
    func figures(of row: TableRow) -> [[Field?]] {
        var common = [Field?](repeating: nil, count: ImportColumn.allCases.count)
        for (column, text) in fixed { common[column.position] = Field(cell: TableCell(text), index: nil) }
        for (column, index) in columns where index < row.cells.count {
            common[column.position] = Field(cell: cell(row, index), index: index)
        }
        guard let across else { return [common] }
        return spread.map { column in
            var figure = common
            figure[across.position] = Field(cell: TableCell(column.key), index: column.index)
            let value = column.index < row.cells.count ? row.cells[column.index] : TableCell("")
            figure[ImportColumn.value.position] = Field(cell: value, index: column.index)
            if let unit = column.unit {
                figure[ImportColumn.unit.position] = Field(cell: TableCell(unit), index: nil)
            }
            return figure
        }
    }
}

extension LayoutPlan {
    /// Finds the columns of `layout`; what is wrong or left out goes to `faults`.
    ///
    /// - Parameters:
    ///   - workedIn: headers of columns of which nothing need be told.
    ///   - isKey: whether a header can be read as what stands across the top.
    init(
        _ layout: TableLayout, headers: [String], line: Int, file: String, isWorkbook: Bool, workedIn: Set<String> = [],
        isKey: (String) -> Bool,
        faults: inout [Fault]
    ) {
        self.init(headers: headers, line: line, isWorkbook: isWorkbook)
        across = layout.across?.column
        for (name, text) in layout.fixed ?? [:] {
            if let column = ImportColumn(rawValue: name) { fixed[column] = text }
        }
        let place = Place(file: file, line: line)
        findDeclared(layout, at: place, &faults)
        let spreadHeaders = spreadIndices(layout, at: place, isKey: isKey, &faults)
        spread = spreadHeaders.map {
            Spread(index: $0, key: headers[$0], unit: Self.unit(of: headers[$0], in: layout))
        }
        findByName(except: Set(spreadHeaders), workedIn, at: place, &faults)
        findCodes(layout, at: place, &faults)
        for column in ImportColumn.required where !has(column) {
            faults.append(.importMissingColumn(column.rawValue, among: headers, file: file, line: line))
        }
    }

    private static func unit(of header: String, in layout: TableLayout) -> String? {
        let wanted = CellText.comparable(header)
        return layout.units?.first { CellText.comparable($0.key) == wanted }?.value
    }

    private mutating func findDeclared(_ layout: TableLayout, at place: Place, _ faults: inout [Fault]) {
        for (name, header) in (layout.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let column = ImportColumn(rawValue: name) else { continue }
            let wanted = CellText.comparable(header)
            if let index = headers.firstIndex(where: { CellText.comparable($0) == wanted }) {
                columns[column] = index
            } else {
                faults.append(.importLayoutColumn(header, among: headers, at: place))
            }
        }
    }

    private func spreadIndices(
        _ layout: TableLayout, at place: Place, isKey: (String) -> Bool, _ faults: inout [Fault]
    ) -> [Int] {
        guard layout.across != nil else { return [] }
        let keys = Set(columns.values)
        guard let take = layout.take else {
            return headers.indices.filter { !keys.contains($0) && isKey(headers[$0]) }
        }
        return take.compactMap { header in
            let wanted = CellText.comparable(header)
            if let index = headers.firstIndex(where: { CellText.comparable($0) == wanted }) { return index }
            faults.append(.importLayoutColumn(header, among: headers, at: place))
            return nil
        }
    }

    /// The columns whose codes are put into our words, and those of which only some codes are taken.
    private mutating func findCodes(_ layout: TableLayout, at place: Place, _ faults: inout [Fault]) {
        func index(_ name: String) -> Int? {
            let wanted = CellText.comparable(name)
            return headers.firstIndex { CellText.comparable($0) == wanted }
                ?? ImportColumn(rawValue: name).flatMap { columns[$0] }
        }
        for (name, words) in (layout.codes ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let index = index(name) else {
                faults.append(.importLayoutColumn(name, among: headers, at: place))
                continue
            }
            codes[index] = words
        }
        for (name, words) in (layout.only ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let index = index(name) else {
                faults.append(.importLayoutColumn(name, among: headers, at: place))
                continue
            }
            only[index] = Set(words)
        }
    }

    /// Columns found by their headers; repeated, unnamed and unknown ones are told.
    private mutating func findByName(
        except spread: Set<Int>, _ workedIn: Set<String>, at place: Place, _ faults: inout [Fault]
    ) {
        let declared = Set(columns.values)
        var seen: Set<String> = []
        for (index, header) in headers.enumerated() {
            let at = Place(file: place.file, line: line, column: name(of: index))
            if header.isEmpty {
                faults.append(.importUnnamedColumn(at: at))
                continue
            }
            guard seen.insert(CellText.comparable(header)).inserted else {
                faults.append(.importRepeatedColumn(header, at: at))
                continue
            }
            if declared.contains(index) || spread.contains(index) { continue }
            if let column = ImportColumn(header: header), column != .value || across == nil, fixed[column] == nil {
                if columns[column] == nil {
                    columns[column] = index
                } else if !declared.contains(columns[column] ?? index) {
                    faults.append(.importRepeatedColumn(header, at: at))
                }
            } else if CellText.comparable(header) != ImportColumn.faultHeader, !workedIn.contains(header) {
                faults.append(.importColumnNotTaken(header, at: at))
            }
        }
    }
}
