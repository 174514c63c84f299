import ArgumentParser
import Reports
import StatisticalData
import Workspaces

/// `greenprint explain`: how a number came about.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how a number came about, down to the source rows. 说明数值的由来，直至来源数据行。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The study. 研究。")
    var study: String

    @Option(help: "The item: an element of an index, a target. 项目：指数要素或规划目标。")
    var item: String

    @Option(help: "The measure; the first one when omitted. 度量。")
    var measure: String?

    @Option(help: "The area's code. 地区代码。")
    var area: String

    @Option(help: "The period. 时期。")
    var period: Period

    @Option(help: "Format: text or json. 格式。")
    var format = ExplanationFormat.text

    /// How the tree is written.
    enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            let explanation = try open.explain(
                study: study, item: item, measure: measure, area: Area.ID(area), period: period)
            messages.tell(open.warnings)
            switch format {
            case .text:
                Output.print(ExplanationText.tree(explanation, sources: open.workspace.sources, messages.wording))
            case .json:
                Output.print(try ExplanationText.json(explanation, sources: open.workspace.sources))
            }
        }
    }
}
