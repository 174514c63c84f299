import ArgumentParser
import Workspaces

/// `greenprint rebuild`: ledger and results anew from the files.
struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make ledger and results anew from the files. 根据文件重建台账和结果。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { messages in
            let open = try Workspace.rebuild(at: common.folder)
            messages.tell(open.warnings)
            let observations = try open.batches().reduce(0) { $0 + $1.observations }
            messages.tell(
                "rebuild-summary",
                [
                    "batches": String(try open.batches().count), "observations": String(observations),
                    "studies": String(open.workspace.studies.count),
                ])
        }
    }
}
