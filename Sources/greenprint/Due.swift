import ArgumentParser
import Reports
import StatisticalData
import Workspaces

/// `greenprint due`: what is due, overdue, delivered on a date.
struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is due, overdue and delivered on a date. 列出某日到期、逾期和已交付的事项。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The date, such as 2021-08-31. 日期。")
    var on: KnownDate

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            let obligations = try open.obligations(on: on)
            Output.print(try OutputTable(obligations).text(format.table))
            let names = OutputTable.unverifiedRules(of: obligations)
            if !names.isEmpty { messages.tell("due-unverified", ["rules": Messages.listed(names)]) }
            if open.workspace.responsibilities.isEmpty { messages.tell("due-none") }
        }
    }
}
