import CXLSXWriter

/// A workbook while the library holds it.
struct WorkbookWriting {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var bold: UnsafeMutablePointer<lxw_format>?
    private var dates: UnsafeMutablePointer<lxw_format>?
    /// The formats of numbers by their decimals.
    private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]
    /// The first error of the library.
    private var error = LXW_NO_ERROR

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
    }

    /// Adds everything; the first error of the library, if any.
    mutating func add(_ document: WorkbookDocument) -> lxw_error {
        setProperties(document)
        bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        dates = workbook_add_format(book)
        format_set_num_format(dates, "yyyy-mm-dd")
        for sheet in document.sheets { add(sheet) }
        return error
    }

    private mutating func note(_ result: lxw_error) {
        if error == LXW_NO_ERROR { error = result }
    }

    private mutating func setProperties(_ document: WorkbookDocument) {
        document.title.withCString { title in
            "Greenprint".withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                // Nought would mean the present moment.
                properties.created = document.day == 0 ? 1 : document.day * 86400
                note(workbook_set_properties(book, &properties))
            }
        }
    }

    private mutating func add(_ sheet: WorkbookDocument.Sheet) {
        guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
            return note(LXW_ERROR_SHEETNAME_ALREADY_USED)
        }
        for (column, described) in sheet.columns.enumerated() {
            let number = lxw_col_t(column)
            note(worksheet_set_column(worksheet, number, number, Double(described.width), nil))
            note(worksheet_write_string(worksheet, 0, number, Self.escaped(described.header), bold))
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                write(cell, lxw_row_t(row + 1), lxw_col_t(column), worksheet)
            }
        }
        if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
            note(
                worksheet_autofilter(
                    worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1)))
        }
        if let chart = sheet.chart, !sheet.rows.isEmpty { add(chart, to: sheet, worksheet) }
    }

    private mutating func write(
        _ cell: WorkbookDocument.Cell, _ row: lxw_row_t, _ column: lxw_col_t,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        switch cell {
        case .empty: break
        case .text(let text): note(worksheet_write_string(worksheet, row, column, Self.escaped(text), nil))
        case .number(let number, let decimals):
            let format = decimals.flatMap { self.format(decimals: $0) }
            note(worksheet_write_number(worksheet, row, column, number, format))
        case .day(let day): note(worksheet_write_number(worksheet, row, column, SerialDate.serial(day: day), dates))
        }
    }

    private mutating func format(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
        let count = max(0, min(decimals, 15))
        if let format = numbers[count] { return format }
        let format = workbook_add_format(book)
        format_set_num_format(format, count == 0 ? "0" : "0." + String(repeating: "0", count: count))
        numbers[count] = format
        return format
    }

    private mutating func add(
        _ chart: WorkbookDocument.Chart, to sheet: WorkbookDocument.Sheet,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        let made = workbook_add_chart(book, UInt8(LXW_CHART_LINE.rawValue))
        func range(_ column: Int) -> String {
            let letters = CellReference.letters(column)
            let name = sheet.name.replacing("'", with: "''")
            return "='\(name)'!$\(letters)$2:$\(letters)$\(sheet.rows.count + 1)"
        }
        let series = chart_add_series(made, range(chart.categories), range(chart.values))
        chart_series_set_name(series, chart.title)
        chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        chart_title_set_name(made, chart.title)
        chart_axis_set_name(made?.pointee.y_axis, chart.unit)
        chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        chart_show_blanks_as(made, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        var options = lxw_chart_options()
        options.x_scale = 1.5
        options.y_scale = 1.5
        chart.title.withCString { title in
            options.description = UnsafeMutablePointer(mutating: title)
            note(worksheet_insert_chart_opt(worksheet, 1, lxw_col_t(sheet.columns.count + 1), made, &options))
        }
    }

    /// A text that readers take as it is: `_x0041_` would be read as the character with that code.
    static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
