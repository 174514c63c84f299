public import ArgumentParser
import Programmes
public import Reports
import StatisticalData
import Workspaces

/// `greenprint programme`: who does what, to which results, with what money.
struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Show the partnership's programme of a workspace. 查看工作区的伙伴关系项目。",
        subcommands: [ProgrammeReportCommand.self, ProgrammeMatrixCommand.self, ProgrammeDueCommand.self])
}

extension CommonOptions {
    /// Opens the workspace and runs `body` with its programme; a fault where it has none.
    func runProgramme(_ body: (OpenWorkspace, Programme, Messages) throws -> Void) throws {
        try run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: folder, progress: $0) }
            messages.tell(open.ingestion)
            guard let programme = open.workspace.programme else { throw Fault.noProgramme(folder) }
            try body(open, programme, messages)
        }
    }
}

/// `greenprint programme report`: delivery against plan and money.
struct ProgrammeReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show delivery against plan: indicators, activities, money, goals, risks. 列出完成情况。")

    @OptionGroup var common: CommonOptions

    @Option(help: "Table: indicators, activities, money, goals or risks. 表：指标、活动、资金、目标或风险。")
    var view = ProgrammeTables.View.indicators

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.runProgramme { open, programme, messages in
            let deliveries = view == .indicators ? try open.deliveries(open.results()) : []
            let table = ProgrammeTables.report(view, of: programme, deliveries: deliveries)
            Output.print(try table.text(format.table))
            if view == .money, programme.money.contains(where: { $0.basis == .illustrative }) {
                messages.tell("programme-money-illustrative")
            }
        }
    }
}

/// `greenprint programme matrix`: organisation x area of work x year.
struct ProgrammeMatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Show who does what, with gaps and overlaps. 列出分工及空白与重叠。")

    @OptionGroup var common: CommonOptions

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.runProgramme { _, programme, _ in
            Output.print(try ProgrammeTables.matrix(of: programme).text(format.table))
        }
    }
}

/// `greenprint programme due`: planned activities, targets and budgets on a date.
struct ProgrammeDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Show what of the programme is due, overdue, done or missed on a date. 列出某日到期、逾期、完成或未达标的事项。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The date, such as 2021-08-31. 日期。")
    var on: KnownDate

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.runProgramme { open, programme, _ in
            let deliveries = try open.deliveries(open.results(), asKnownOn: on)
            Output.print(try ProgrammeTables.due(programme.duties(on: on, deliveries: deliveries)).text(format.table))
        }
    }
}

extension ProgrammeTables.View: ExpressibleByArgument {}

extension Fault {
    /// A workspace without a programme.
    static func noProgramme(_ folder: String) -> Fault {
        Fault("programme-none", at: Place(file: folder))
    }
}
