import Reports
import Spreadsheets
import StatisticalData
import Workspaces

/// What `greenprint import` tells.
struct ImportTexts {
    private let messages: Messages

    init(_ messages: Messages) {
        self.messages = messages
    }

    private func word(_ key: String) -> String { messages.wording(key) }

    /// How the table was read, what was found in it, what was written.
    func tell(_ outcome: ImportOutcome, of file: String, isDryRun: Bool) {
        messages.tell("import-form", ["file": file, "form": form(outcome.dialect, outcome.sheet, outcome.form)])
        tellCounts(outcome)
        if let batch = outcome.batch {
            messages.tell("import-entered", ["file": batch, "count": String(outcome.observations)])
        } else if isDryRun {
            messages.tell("import-dry-run")
        } else {
            messages.tell(outcome.hasNews ? "import-refused" : outcome.errors > 0 ? "import-refused" : "import-no-news")
        }
        if let refused = outcome.refusedFile { messages.tell("import-refused-rows", ["file": refused]) }
    }

    /// How many figures are of which kind.
    func tellCounts(_ outcome: ImportOutcome) {
        messages.tell(
            "import-counts",
            [
                "new": String(outcome.new), "revised": String(outcome.revised),
                "unchanged": String(outcome.unchanged), "repeated": String(outcome.repeated),
                "withdrawn": String(outcome.withdrawn), "refused": String(outcome.refused),
                "errors": String(outcome.errors),
                "warnings": String(outcome.warnings), "infos": String(outcome.infos),
            ])
        if outcome.passedOver > 0 { messages.tell("import-passed-over", ["count": String(outcome.passedOver)]) }
    }

    private func form(_ dialect: Dialect?, _ sheet: String?, _ form: String?) -> String {
        guard let dialect else { return form ?? messages.wording("import-sheet", ["name": sheet ?? ""]) }
        return (form.map { $0 + ", " } ?? "")
            + messages.wording(
                "import-dialect",
                [
                    "encoding": dialect.encoding.rawValue + (dialect.hasByteOrderMark ? " (BOM)" : ""),
                    "separator": word("separator-" + dialect.separator.rawValue),
                    "decimal": word("decimal-" + dialect.decimal.rawValue),
                    "lines": word("lines-" + dialect.lineEnds.rawValue),
                ])
    }

    /// Shows what a table looks like.
    func show(_ preview: ImportPreview, of file: String) {
        var text =
            messages.wording("import-form", ["file": file, "form": form(preview.dialect, preview.sheet, preview.form)])
            + "\n"
        if preview.sheets.count > 1 {
            text += messages.wording("import-sheets", ["names": preview.sheets.joined(separator: ", ")]) + "\n"
        }
        if let line = preview.headerLine, line > 0 {
            text += messages.wording("import-header", ["line": String(line)]) + "\n"
        }
        switch preview.layout {
        case .some(let layout) where layout != .long && layout.across == nil:
            text += word("import-mapped") + "\n\n" + layout.yaml
        case .some(let layout) where layout.across == nil: text += word("import-long") + "\n"
        case .some(let layout): text += word("import-wide") + "\n\n" + layout.yaml
        case nil: text += word("import-no-layout") + "\n"
        }
        let rows = preview.rows.map { row in
            OutputTable.Row(line: row.line, cells: row.cells.map(\.text))
        }
        Output.print(text + "\n" + OutputTable.plain(rows))
    }
}
