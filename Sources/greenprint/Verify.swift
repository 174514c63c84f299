import ArgumentParser
import Workspaces

/// `greenprint verify`: recompute everything and compare bit by bit.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recompute everything stored and compare bit by bit. 重新计算所有已存结果并逐位比对。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { messages in
            let verification = try Workspace.verify(at: common.folder)
            messages.tell(verification.faults)
            messages.tell(
                "verify-summary",
                [
                    "batches": String(verification.batches), "results": String(verification.results),
                    "faults": String(verification.faults.count),
                ])
            if !verification.faults.isEmpty { throw ExitCode(1) }
        }
    }
}
