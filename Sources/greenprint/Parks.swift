import ArgumentParser
import Reports
import StatisticalData
import TableFormats
import TargetTracking

/// `greenprint parks`: parks against a list of benchmarks, without a workspace.
struct Parks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set parks against a list of benchmarks. 对照基准清单评价园区。")

    @Argument(help: "The values: one row a park and indicator, CSV or XLSX. 园区数据表。")
    var file: String?

    @Option(help: "The list of benchmarks: one row an indicator. 基准清单。")
    var framework: String

    @Option(
        help: """
            What to print: lines (every benchmark), shares (of benchmarks met, by category and kind), verdicts (a row a park) \
            or plan (what is not met, in the order to mend it). 输出内容。
            """)
    var show = Shown.lines

    @Option(
        help: """
            Write an entry sheet instead, .csv or .xlsx: a row a park and benchmark, filled with the values there are. \
            导出园区填报表。
            """)
    var entrySheet: String?

    @Option(help: "Codes of further parks for the entry sheet, with commas. 填报表中新增园区的代码。")
    var add: String?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    /// What is printed.
    enum Shown: String, ExpressibleByArgument, CaseIterable {
        case lines
        case shares
        case verdicts
        case plan
    }

    func validate() throws {
        let further = MomentOptions.names(add) ?? []
        if let entrySheet {
            guard entrySheet.hasSuffix(".csv") || ParkSheetFile.isWorkbook(entrySheet) else {
                throw ValidationError("--entry-sheet: .csv, .xlsx")
            }
            if file == nil, further.isEmpty {
                throw ValidationError("--entry-sheet: FILE or --add; 请指定数据表或园区代码")
            }
        } else if file == nil || add != nil {
            throw ValidationError(file == nil ? "FILE or --entry-sheet; 请指定数据表" : "--add: --entry-sheet")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let list = try BenchmarkTable(try ParkSheetFile.read(framework), file: framework)
            let weak = list.rows.filter { ($0.trust ?? .official) >= .doubtful }.map(\.indicator.id)
            if !weak.isEmpty { messages.tell("parks-unverified", ["elements": Messages.listed(weak)]) }
            let table = try file.map { file in
                try ParkTable(try ParkSheetFile.read(file), file: file, framework: list.framework)
            }
            if let entrySheet { return try write(list, table, to: entrySheet, messages) }
            guard let table, let file else { return }
            let (parks, warnings) = try table.assess(by: list.framework, file: file)
            messages.tell(table.warnings + warnings)
            let tables = ParkTables(list: list, parks: parks)
            let printed =
                switch show {
                case .lines: tables.lines
                case .shares: tables.shares
                case .verdicts: tables.verdicts
                case .plan: tables.plan
                }
            Output.print(try printed.text(format.table))
        }
    }

    private func write(
        _ list: BenchmarkTable, _ table: ParkTable?, to path: String, _ messages: Messages
    ) throws {
        let further = MomentOptions.names(add) ?? []
        if let table { messages.tell(table.warnings) }
        let sheet = ParkEntrySheet(list, parks: table?.parks ?? [], further: further)
        try ParkSheetFile.write(sheet, to: path)
        messages.tell("parks-sheet-written", ["file": path, "count": String(sheet.rows.count)])
    }
}
