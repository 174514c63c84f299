import ArgumentParser
import Reports
import Workspaces

/// `greenprint doctor`: what is missing on this machine or wrong with a workspace, and how to mend it.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what is missing on this machine. 检查本机所缺的条件。")

    @OptionGroup var common: CommonOptions

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    func run() throws {
        try common.run { messages in
            let found = Diagnosis.examine(common.folder)
            let wording = messages.wording
            let rows = found.map { diagnosis -> [OutputTable.Cell] in
                let remedy = diagnosis.state == .ok ? "" : wording("doctor-remedy-" + diagnosis.subject.rawValue)
                let subject = diagnosis.subject.rawValue
                return [
                    .word(format == .table ? wording("doctor-what-" + subject) : subject),
                    .word(
                        format == .table
                            ? wording("doctor-state-" + diagnosis.state.rawValue) : diagnosis.state.rawValue),
                    .word(diagnosis.found), .word(remedy),
                ]
            }
            Output.print(try OutputTable(header: ["check", "state", "found", "remedy"], rows: rows).text(format.table))
            if found.contains(where: { $0.state == .error }) { throw ExitCode(1) }
        }
    }
}
