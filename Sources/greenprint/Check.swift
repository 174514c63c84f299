import ArgumentParser
import StatisticalData
import Workspaces

/// `greenprint check`: everything wrong with a workspace, in one run.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find everything wrong with a workspace. 一次性查出工作区的全部问题。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { messages in
            let faults = try Workspace.check(at: common.folder)
            messages.tell(faults)
            let errors = faults.filter { $0.severity == .error }.count
            messages.tell("check-summary", ["errors": String(errors), "warnings": String(faults.count - errors)])
            if errors > 0 { throw ExitCode(1) }
        }
    }
}
