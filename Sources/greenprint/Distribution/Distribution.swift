import ArgumentParser
import DistributionAnalysis
import Reports
import SensitivityAnalysis
import StatisticalData
import TableFormats

/// `greenprint distribution`: poverty and inequality of microdata, without a workspace.
struct Distribution: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell poverty and inequality, with intervals. 分配分析：贫困与不平等及其区间。")

    @Argument(help: "The table: a row a person or household. 微观数据表。")
    var microdata: String

    @Option(help: "The column of incomes. 收入列。")
    var value: String

    @Option(help: "The column of weights: persons a row stands for. 权重列。")
    var weight: String?

    @Option(help: "Measures with commas, such as gini,fgt:0:9000,atkinson:1,theil-within. 指标。")
    var measure: String

    @Option(help: "The column of groups. 分组列。")
    var group: String?

    @Flag(help: "Each group by itself, the whole last. 分组输出。")
    var byGroup = false

    @Option(help: "Draws of the intervals; 0 for none. 自助法抽样次数。")
    var draws = 1000

    @Option(help: "The seed of the draws. 随机种子。")
    var seed: UInt64 = 1

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Flag(help: "More than 5 % of the weight may be without income. 允许超过5%的权重缺失收入。")
    var allowMissing = false

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        let names = MomentOptions.names(measure) ?? []
        if names.isEmpty { throw ValidationError("--measure: at least one; 至少一个") }
        for name in names where DistributionQuestion(name) == nil {
            throw ValidationError("--measure: \(name) is none; 没有该指标: gini, fgt:A:LINE, watts:LINE, theil, …")
        }
        if group == nil, byGroup || names.contains(where: { DistributionQuestion($0)?.needsGroups == true }) {
            throw ValidationError("--group: needed for groups; 分组需要该选项")
        }
        if !(0...100_000).contains(draws) { throw ValidationError("--draws: from 0 to 100000; 应在0与100000之间") }
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.telling({ ($0 as? DistributionFaults)?.list.map { $0.fault(in: microdata) } }) {
            let table = try MicrodataTable(
                InputFile.read(microdata), file: microdata, value: value, weight: weight, group: group)
            try check(table, messages)
            let answer = DistributionAnswer(
                table: table, questions: (MomentOptions.names(measure) ?? []).compactMap { DistributionQuestion($0) },
                bootstrap: draws > 0
                    ? Bootstrap(replicates: draws, probabilities: 0.025...0.975, seed: seed, threads: threads) : nil,
                isByGroup: byGroup)
            let rows = try answer.rows()
            if answer.hasUndefined(rows) { messages.tell("distribution-undefined") }
            Output.print(try rows.text(format.table))
        }
    }

    private func check(_ table: MicrodataTable, _ messages: Messages) throws {
        if table.values.contains(where: { $0 < 0 }) { messages.tell("distribution-has-negative") }
        guard table.missingWeight > 0 else { return }
        let share = table.missingWeight / table.totalWeight
        messages.tell("distribution-missing", ["found": OutputTable.rounded(100 * share)])
        if share > 0.05, !allowMissing {
            throw Fault(
                "distribution-too-many-missing", at: Place(file: microdata, column: value),
                ["found": OutputTable.rounded(100 * share)])
        }
    }
}
