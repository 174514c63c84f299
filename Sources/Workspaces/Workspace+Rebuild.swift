import Foundation
import LedgerStore
import StatisticalData

extension Workspace {
    /// Makes ledger and results anew from the files alone.
    ///
    /// The new ledger is complete before the old one is removed; both are derived, so a crash in between costs only
    /// the time to do it again.
    ///
    /// - Returns: the workspace, opened on the new ledger, all studies run.
    public static func rebuild(at path: String) throws -> OpenWorkspace {
        let workspace = try Workspace(at: path)
        do {
            let lock = try WorkspaceLock(workspace.folder)
            defer { withExtendedLifetime(lock) {} }
            let new = workspace.folder.path(derivedFolder + "/rebuild.sqlite")
            Ledger.removeFiles(at: new)
            let ledger = try Ledger(path: new)
            do {
                _ = try workspace.ingest(into: ledger)
                try ledger.close()
            } catch {
                Ledger.removeFiles(at: new)
                throw error
            }
            let current = workspace.folder.path(ledgerFile)
            Ledger.removeFiles(at: current)
            guard rename(new, current) == 0 else { throw Fault.cannotWrite(ledgerFile, errno) }
            Ledger.removeFiles(at: new)
            try? FileManager.default.removeItem(atPath: workspace.folder.path(resultsFolder))
        }
        let open = try OpenWorkspace(at: path)
        _ = try open.results()
        return open
    }
}
