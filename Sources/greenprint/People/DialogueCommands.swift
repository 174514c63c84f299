import ArgumentParser
import Dialogues
import Reports
import StatisticalData
import Workspaces

/// `greenprint dialogue`: what parties weigh, rank and judge.
struct DialogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialogue", abstract: "Tally a social dialogue of a workspace. 统计工作区的社会对话。",
        subcommands: [DialogueTallyCommand.self])
}

/// `greenprint dialogue tally`: weights, votes and agreement by party and jointly.
struct DialogueTallyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally", abstract: "Show weights, votes and agreement by party and jointly. 按各方和总体列出权数、表决和一致程度。")

    @Argument(help: "The workspace folder. 工作区文件夹。")
    var folder: String

    @Argument(help: "The dialogue: a folder of dialogues. 对话标识。")
    var dialogue: String

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    @Flag(help: "Tally the sound ballots and leave the faulty ones out. 剔除有误的答卷后统计。")
    var leaveOutFaulty = false

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let open = try messages.withProgress { try OpenWorkspace(at: folder, progress: $0) }
            messages.tell(open.ingestion)
            let declared = try open.workspace.dialogue(dialogue)
            let answers = try open.workspace.answers(to: dialogue, of: declared)
            if !answers.faults.isEmpty, !leaveOutFaulty { throw Faults(answers.faults) }
            messages.tell(answers.faults)
            let results = try Set(declared.questions.compactMap(\.study)).sorted().map {
                try open.result(of: open.workspace.study($0))
            }
            let report = DialogueReport(
                id: dialogue, dialogue: declared, ballots: answers.ballots, checksum: answers.checksum,
                leftOut: answers.leftOut, results: results)
            Output.print(try report.table.text(format.table))
            let count = answers.ballots.values.reduce(0) { $0 + $1.count }
            messages.tell(
                "dialogue-summary",
                ["ballots": String(count), "left": String(answers.leftOut), "checksum": answers.checksum])
            if declared.illustrative { messages.tell("dialogue-illustrative") }
        }
    }
}
