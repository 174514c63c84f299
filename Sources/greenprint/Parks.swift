import ArgumentParser
import Reports
import StatisticalData
import TableFormats
import TargetTracking

/// `greenprint parks`: parks against a list of benchmarks, without a workspace.
struct Parks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set parks against a list of benchmarks. 对照基准清单评价园区。")

    @Argument(help: "The values: one row a park and indicator. 园区数据表。")
    var file: String

    @Option(help: "The list of benchmarks: one row an indicator. 基准清单。")
    var framework: String

    @Option(
        help: """
            What to print: lines (every benchmark), shares (of benchmarks met, by category and kind), verdicts (a row a park) \
            or plan (what is not met, in the order to mend it). 输出内容。
            """)
    var show = Shown.lines

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

    func run() throws {
        let messages = try Messages(language)
        do {
            let list = try BenchmarkTable(try InputFile.read(framework), file: framework)
            let table = try ParkTable(try InputFile.read(file), file: file, framework: list.framework)
            let (parks, warnings) = try table.assess(by: list.framework, file: file)
            messages.tell(table.warnings + warnings)
            let weak = list.rows.filter { ($0.trust ?? .official) >= .doubtful }.map(\.indicator.id)
            if !weak.isEmpty { messages.tell("parks-unverified", ["elements": Messages.listed(weak)]) }
            let tables = ParkTables(list: list, parks: parks)
            let printed =
                switch show {
                case .lines: tables.lines
                case .shares: tables.shares
                case .verdicts: tables.verdicts
                case .plan: tables.plan
                }
            Output.print(try printed.text(format.table))
        } catch let faults as Faults {
            messages.tell(faults.list)
            throw ExitCode(1)
        } catch let fault as Fault {
            messages.tell([fault])
            throw ExitCode(1)
        }
    }
}
