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

    @Option(help: "The study; all studies when omitted. 研究，省略时为全部。")
    var study: String?

    @Option(help: "Format of the results: csv, json or table. 结果格式。")
    var format = ResultFormat.table

    @Option(help: "Use what was known on this date, such as 2020-07-01. 以该日期已知的数据计算。")
    var asKnownOn: KnownDate?

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            let studies = try study.map { [try open.workspace.study($0)] }
            let results = try results(of: studies, in: open)
            messages.tell(open.warnings)
            for result in results { messages.tell(result.notices, of: result) }
            switch format {
            case .csv: Output.print(ResultExport.csv(results))
            case .json: Output.print(try ResultExport.json(results, asList: study == nil))
            case .table: Output.print(results.map { ResultExport.table($0, messages.wording) }.joined(separator: "\n"))
            }
        }
    }

    private func results(of studies: [Study]?, in open: OpenWorkspace) throws -> [StudyResult] {
        if let asKnownOn {
            return try (studies ?? open.workspace.studies).map { try open.result(of: $0, asKnownOn: asKnownOn) }
        }
        return try studies?.map { try open.result(of: $0) } ?? open.results()
    }
}
