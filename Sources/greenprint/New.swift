import ArgumentParser
import StatisticalData
import Workspaces

/// `greenprint new`: a workspace to start from.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a workspace to start from. 创建可供起步的工作区。")

    @Argument(help: "The folder to make; it must not exist or be empty. 要创建的文件夹。")
    var folder: String

    @Option(help: "The template to copy. 要复制的模板。")
    var template = "jiangsu"

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        do {
            let count = try WorkspaceTemplate.copy(template, to: folder)
            messages.tell("new-summary", ["folder": folder, "count": String(count)])
            Output.print(folder + "\n")
        } catch let fault as Fault {
            messages.tell([fault])
            throw ExitCode(1)
        }
    }
}
