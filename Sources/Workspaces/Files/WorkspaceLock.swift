import Foundation
import StatisticalData

/// Keeps two processes from changing one workspace at a time. The lock goes when the process ends, however it ends.
final class WorkspaceLock: Sendable {
    private let descriptor: Int32

    /// Waits for the lock of `folder` for up to a minute.
    ///
    /// - Throws: a `Fault` when another process keeps it, or the folder cannot be written.
    init(_ folder: WorkspaceFolder) throws {
        let path = folder.path(Workspace.derivedFolder)
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw Fault.cannotWrite(path, errno) }
        let opened = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw Fault.cannotWrite(path + "/lock", errno) }
        var waited = 0
        while flock(opened, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, waited < 1200 else {
                close(opened)
                throw Fault.workspaceBusy(folder.root)
            }
            usleep(50_000)
            waited += 1
        }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }
}
