import ArgumentParser
import EfficiencyAnalysis
import Reports
import StatisticalData
import TableFormats

/// `greenprint efficiency`: who turns what is used into what is wanted with least waste, without a workspace.
struct Efficiency: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell which units are efficient, and how productivity changes (DEA). 效率分析：数据包络分析与生产率变化。")

    @Argument(help: "The table: a row a unit (and year), a column a variable. 数据表：每行一个单元（及年份）。")
    var data: String

    @Option(help: "The columns of inputs, with commas. 投入列。")
    var inputs: String

    @Option(help: "The columns of good outputs, with commas. 期望产出列。")
    var outputs: String

    @Option(help: "The columns of bad outputs, with commas. 非期望产出列。")
    var bad: String?

    @OptionGroup var question: EfficiencyQuestion

    @Option(help: "The column of periods: year, period or time unless named. 时期列。")
    var period: String?

    @Flag(help: "One frontier of all periods in place of one for each. 各时期共用一个前沿。")
    var pooled = false

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        for (option, text) in [("--inputs", inputs), ("--outputs", outputs)]
        where MomentOptions.names(text)?.isEmpty != false {
            throw ValidationError("\(option): at least one column; 至少一列")
        }
        try question.check(hasBads: MomentOptions.names(bad)?.isEmpty == false)
        if pooled, question.model.isOverTime {
            throw ValidationError(
                "--pooled: not with malmquist or ml, where --frontier global does it; 请改用--frontier global")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.telling({ ($0 as? EfficiencyFaults)?.list.map { $0.fault(in: data) } }) {
            let table = try ProductionTable(
                InputFile.read(data), file: data,
                ProductionTable.Request(
                    inputs: MomentOptions.names(inputs) ?? [], outputs: MomentOptions.names(outputs) ?? [],
                    bads: MomentOptions.names(bad) ?? [], period: period))
            let answer = EfficiencyAnswer(table: table, question: question, isPooled: pooled)
            answer.tellNotices(messages)
            Output.print(try answer.rows(messages).text(format.table))
        }
    }
}
