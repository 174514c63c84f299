import ArgumentParser
import Reports
import StatisticalData
import Studies
import Workspaces

/// `greenprint compare`: two workspaces side by side.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two workspaces: definitions first, then values and studies. 比较两个工作区：先口径，后数值和研究结果。")

    @Argument(help: "The first workspace folder. 第一个工作区文件夹。")
    var first: String

    @Argument(help: "The second workspace folder. 第二个工作区文件夹。")
    var second: String

    @Option(help: "Studies of the first to run on both, by id; all when omitted. 在两者上运行的研究，省略时为全部。")
    var study: [String] = []

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func validate() throws {
        if first == second { throw ValidationError("Name two different workspaces. 请指定两个不同的工作区。") }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let one = try OpenWorkspace(at: first)
            let other = try OpenWorkspace(at: second)
            let comparison = try WorkspaceComparison(one, other, studies: study.isEmpty ? nil : study)
            Output.print(try Self.table(comparison).text(format.table))
            for study in comparison.studies where !study.missing.isEmpty {
                messages.tell("compare-not-run", ["study": study.id, "workspace": second])
                messages.tell(study.missing)
            }
            let definitions = comparison.definitions.filter { $0.aspect != .onlyInOne }
            messages.tell(
                "compare-summary",
                [
                    "definitions": String(definitions.count), "values": String(comparison.values.count),
                    "studies": String(comparison.studies.filter(\.missing.isEmpty).count),
                ])
        }
    }

    /// One table: definitions, then values, then studies.
    static func table(_ comparison: WorkspaceComparison) -> OutputTable {
        func word(_ text: String) -> OutputTable.Cell { .word(text) }
        let definitions = comparison.definitions.map { row -> [OutputTable.Cell] in
            [
                word("definition"), word(row.indicator.rawValue), word(row.aspect.rawValue), word(""), word(""),
                word(row.first), word(row.second), .number(nil), word(""),
            ]
        }
        let values = comparison.values.map { row -> [OutputTable.Cell] in
            [
                word("value"), word(row.indicator.rawValue), word(row.transformation.rawValue),
                word(row.period.description), word(row.unit.symbol), .number(row.first), .number(row.second),
                .number(row.difference), word(row.trust.rawValue),
            ]
        }
        let studies = comparison.studies.flatMap { study in
            study.values.map { row -> [OutputTable.Cell] in
                [
                    word("study"), word(study.id + "/" + row.item), word(row.measure), word(row.period.description),
                    word(""), cell(row.first), cell(row.second), .number(row.second.minus(row.first)), word(""),
                ]
            }
        }
        return OutputTable(
            header: ["part", "item", "aspect", "period", "unit", "first", "second", "difference", "trust"],
            rows: definitions + values + studies)
    }

    private static func cell(_ finding: Finding) -> OutputTable.Cell {
        switch finding {
        case .number(let number, _, _): .number(number)
        case .word(let word): .word(word)
        }
    }
}
