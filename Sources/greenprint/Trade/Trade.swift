import ArgumentParser
import Reports
import StatisticalData
import TableFormats
import TradeAnalysis

/// `greenprint trade`: advantage, complexity, partners and border charges, without a workspace.
struct Trade: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell advantages, complexity and green goods in trade. 贸易分析：比较优势、经济复杂度与绿色产品。")

    @Argument(help: "Flows: area,product,value, a wide matrix, or files of UN Comtrade or BACI. 贸易流量表。")
    var flows: String

    @OptionGroup var question: TradeQuestion

    @Option(help: "Layout: long, wide, comtrade or baci; found when omitted. 表格布局。")
    var layout: TradeTable.Layout?

    @Option(help: "The column of areas. 地区列。")
    var areaColumn: String?

    @Option(help: "The column of products. 产品列。")
    var productColumn: String?

    @Option(help: "The column of values. 数值列。")
    var valueColumn: String?

    @Option(help: "The column of partners. 伙伴列。")
    var partnerColumn: String?

    @Option(help: "The column of years. 年份列。")
    var yearColumn: String?

    @Option(help: "The column of directions, export or import. 流向列。")
    var flowColumn: String?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling({ ($0 as? TradeFaults)?.list.map { $0.fault(in: flows) } }) {
            if question.measure == .border {
                let charges = try GoodsTables.charges(InputFile.read(flows), file: flows)
                return Output.print(try TradeBorderAnswer(file: flows, charges: charges).rows().text(format.table))
            }
            let table = try TradeTable(InputFile.read(flows), file: flows, request)
            messages.tell(table.notices)
            let answer = try TradeAnswer(table: table, question: question, messages: messages, request: request)
            Output.print(try answer.rows().text(format.table))
        }
    }

    private var request: TradeTable.Request {
        TradeTable.Request(
            layout: layout, area: areaColumn, product: productColumn, value: valueColumn, partner: partnerColumn,
            year: yearColumn, flow: flowColumn)
    }
}
