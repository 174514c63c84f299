import ArgumentParser
import Reports
import StatisticalData
import Studies
import Workspaces

/// `greenprint run`: the results of one study, or of all.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run studies and print their results. 运行研究并输出结果。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The study to print; all studies are run and listed when omitted. 要输出的研究。")
    var study: String?

    @Option(help: "Format of the results: csv, json or table. 结果格式。")
    var format = ResultFormat.table

    @Option(help: "Use what was known on this date, such as 2020-07-01. 以该日期已知的数据计算。")
    var asKnownOn: KnownDate?

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            guard let study else {
                for result in try open.results() {
                    Output.print("\(result.study)\t\(result.title[messages.wording.language])\t\(result.values.count)\n")
                }
                messages.tell(open.warnings)
                return
            }
            let declared = try open.workspace.study(study)
            let result = try asKnownOn.map { try open.result(of: declared, asKnownOn: $0) } ?? open.result(of: declared)
            messages.tell(open.warnings)
            messages.tell(result.notices, of: result)
            switch format {
            case .csv: Output.print(ResultExport.csv(result))
            case .json: Output.print(try ResultExport.json(result))
            case .table: Output.print(ResultExport.table(result, messages.wording))
            }
        }
    }
}
