import ArgumentParser
import Reports
import StatisticalData
import Studies
import Workspaces

/// `greenprint diff`: what changed between two dates.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what changed between two dates: figures, results, revision triangles. 比较两个日期之间的变化：数据、结果和修订三角表。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The earlier date, such as 2019-01-31. 较早的日期。")
    var from: KnownDate?

    @Option(help: "The later date. 较晚的日期。")
    var to: KnownDate?

    @Flag(help: "Compare the results of studies instead of figures. 比较研究结果而非数据。")
    var results = false

    @Option(help: "With --results: one study; all when omitted. 与 --results 合用：某项研究，省略时为全部。")
    var study: String?

    @Option(help: "Show all vintages of this indicator by period and date. 按时期和已知日期列出该指标的各次数据。")
    var triangle: String?

    @Option(help: "With --triangle: the area's code. 与 --triangle 合用：地区代码。")
    var area: String?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func validate() throws {
        if triangle == nil {
            guard from != nil, to != nil else {
                throw ValidationError("Missing option: give --from and --to. 请同时给出 --from 和 --to。")
            }
            if area != nil { throw ValidationError("--area goes with --triangle. --area 须与 --triangle 合用。") }
        } else {
            guard area != nil else { throw ValidationError("--triangle needs --area. --triangle 须同时给出 --area。") }
            if results {
                throw ValidationError("--triangle and --results exclude each other. --triangle 与 --results 不能合用。")
            }
        }
        if study != nil, !results { throw ValidationError("--study goes with --results. --study 须与 --results 合用。") }
    }

    func run() throws {
        try common.run { messages in
            if let from, let to, to.latestDay <= from.latestDay {
                throw Fault.datesReversed(from: from, to: to, at: Place(file: "--to"))
            }
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            Output.print(try table(open, messages).text(format.table))
        }
    }

    private func table(_ open: OpenWorkspace, _ messages: Messages) throws -> OutputTable {
        if let triangle, let area {
            return RevisionTables.triangle(
                try open.revisionTriangle(Indicator.ID(triangle), in: Area.ID(area), from: from, to: to))
        }
        guard let from, let to else { throw CleanExit.helpRequest(self) }
        guard results else { return RevisionTables.figures(try open.figureChanges(from: from, to: to)) }
        let studies = try study.map { [try open.workspace.study($0)] } ?? open.workspace.studies
        let changes = try studies.map { try open.resultChanges(of: $0, from: from, to: to) }
        for study in changes where !study.faults.isEmpty {
            messages.tell("diff-not-computed", ["study": study.study])
            messages.tell(study.faults)
        }
        return RevisionTables.results(changes)
    }
}
