import ArgumentParser
import Foundation
import IATI
import Programmes
import Reports
import StatisticalData
import Workspaces

/// `greenprint iati`: the programme for the world's aid registers, and files of others checked.
struct IATICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iati", abstract: "Write the programme as IATI 2.03, or check a file. 将项目导出为IATI 2.03或检查文件。",
        subcommands: [IATIExportCommand.self, IATICheckCommand.self])
}

/// `greenprint iati export`: activities or organisation as IATI 2.03.
struct IATIExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the programme of a workspace as IATI 2.03. 将工作区的项目导出为IATI 2.03。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The file to write. 输出文件。")
    var output: String

    @Flag(help: "Write the organisation file instead of the activities. 输出机构文件而非活动文件。")
    var organisation = false

    @Flag(help: "Write illustrative money too, with a remark; never publish such a file. 一并输出示范用资金（附说明），此类文件不得发布。")
    var withIllustrative = false

    func run() throws {
        try common.runProgramme { open, programme, messages in
            let workspace = open.workspace
            let export = IATIExport(
                programme, deliveries: organisation ? [] : try open.deliveries(open.results()), areas: workspace.areas,
                sources: workspace.sources, options: IATIExport.Options(withIllustrative: withIllustrative))
            if !export.faults.isEmpty { throw Faults(export.faults) }
            let text = organisation ? export.organisation() : export.activities()
            try AtomicFile.write(Data(text.utf8), to: output)
            let omitted = export.omittedFlows
            if omitted > 0 { messages.tell("iati-money-omitted", ["count": String(omitted)]) }
            let findings = try IATICheck.findings(
                Array(text.utf8), file: output, on: programme.header.updated.lastDay)
            messages.tell(findings)
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }
    }
}

/// `greenprint iati check`: the structure, the 107 published rules, the closed code lists.
struct IATICheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check an IATI file against structure and rules. 按结构和规则检查IATI文件。")

    @Argument(help: "The file. 文件。")
    var file: String

    @Option(help: "The day of the check, after which dates are in the future; today when omitted. 检查日期，省略时为今天。")
    var on: KnownDate?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    @Option(help: "Findings as csv or json on standard output instead of text. 以csv或json输出检查结果。")
    var format: ResultFormat?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let found = try IATICheck.findings(try InputFile.read(file), file: file, on: on ?? Self.today())
            if let format {
                Output.print(try table(found, messages).text(format.table))
            } else {
                messages.tell(found)
            }
            let errors = found.filter { $0.severity == .error }.count
            messages.tell(
                "check-summary", ["errors": String(errors), "warnings": String(found.count - errors)])
            if errors > 0 { throw ExitCode(1) }
        }
    }

    private func table(_ findings: [Fault], _ messages: Messages) -> OutputTable {
        OutputTable(
            header: ["file", "line", "element", "grade", "rule", "code", "message", "remedy"],
            rows: findings.map { fault in
                [
                    .word(fault.place.file), .number(fault.place.line.map(Double.init)),
                    .word(fault.place.column ?? ""), .word(fault.severity.rawValue),
                    .word(fault.arguments["rule"] ?? ""), .word(fault.code),
                    .word(FaultText.message(fault, messages.wording)),
                    .word(FaultText.remedy(fault, messages.wording)),
                ]
            })
    }

    private static func today() -> KnownDate {
        KnownDate(latestDay: Int(Date().timeIntervalSince1970 / 86_400), precision: .day)
    }
}
