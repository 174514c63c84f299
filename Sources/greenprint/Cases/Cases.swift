import ArgumentParser
import Reports
import StatisticalData
import Workspaces

/// `greenprint cases`: good practices, searched in both languages.
struct Cases: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List good practices with their evidence; search in both languages. 列出并检索良好实践案例。")

    @OptionGroup var common: CommonOptions

    @Option(help: "Words that must occur, in English or Chinese; may be repeated. 检索词，可重复。")
    var search: [String] = []

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            let words = search.flatMap { $0.split(separator: " ").map(String.init) }
            let found = try open.workspace.practiceCases().filter { $0.matches(words) }
            let rows = try found.map { practice -> [OutputTable.Cell] in
                [
                    .word(practice.id), .word(practice.declared.kind.rawValue), .word(practice.declared.area.rawValue),
                    .word(practice.declared.period.description),
                    .number(Double(try open.evidence(of: practice).reduce(0) { $0 + $1.count })),
                    .word(practice.declared.title[messages.wording.language]),
                ]
            }
            Output.print(
                try OutputTable(header: ["id", "kind", "area", "period", "figures", "title"], rows: rows).text(
                    format.table))
            if rows.isEmpty { messages.tell("case-none") }
        }
    }
}
