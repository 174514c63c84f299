public import ArgumentParser
import Reports
import StatisticalData
import TableFormats
public import TargetTracking

/// `greenprint targets`: every method's word on the targets of a table, without a workspace.
struct Targets: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set figures against targets by every published method. 用各种已发布的方法评判目标进展。")

    @Argument(help: "The table: one row an observation. 目标与数据表。")
    var file: String

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "The probability that the interval of the trend holds. 预测区间的概率。")
    var level = 0.9

    @Option(help: "Take only figures up to this year. 仅取截至该年的数据。")
    var asOf: Period?

    @Option(help: "Check instead whether the targets of the other areas reach that of this area. 检查各地区目标能否达到该地区的目标。")
    var cascade: String?

    @Option(help: "How parts make the whole: sum, mean or weighted-mean. 各地区如何合成整体。")
    var by: Cascade.Rule?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        guard level > 0, level < 1 else { throw ValidationError("--level: between 0 and 1; 应在0与1之间") }
        if let asOf, asOf.simpleYear == nil { throw ValidationError("--as-of: a year such as 2023; 应为年份") }
        guard (cascade == nil) == (by == nil) else {
            throw ValidationError("--cascade, --by: both or neither; 两者须同用")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        do {
            let table = try TargetTable(try InputFile.read(file), file: file)
            messages.tell(table.warnings)
            if let cascade, let by {
                let cascades = try table.cascades(of: cascade, by: by, file: file)
                Output.print(try TargetTables.cascades(cascades).text(format.table))
            } else {
                let entries = asOf?.simpleYear.map { year in table.entries.map { $0.asOf(year) } } ?? table.entries
                let compared = entries.map { ($0, $0.comparison(level: level)) }
                tell(compared, messages)
                Output.print(try TargetTables.comparisons(compared).text(format.table))
            }
        } catch let faults as Faults {
            messages.tell(faults.list)
            throw ExitCode(1)
        } catch let fault as Fault {
            messages.tell([fault])
            throw ExitCode(1)
        }
    }

    /// What the notes mean, and whom they are about.
    private func tell(_ compared: [(TargetTable.Entry, MethodComparison)], _ messages: Messages) {
        for note in MethodNote.allCases {
            let names = compared.filter { $0.1.notes.contains(note) }.map(\.0.name)
            guard !names.isEmpty else { continue }
            messages.tell(
                "notice-line", ["item": Messages.listed(names), "text": messages.wording("note-" + note.rawValue)])
        }
    }
}

extension Cascade.Rule: ExpressibleByArgument {}
