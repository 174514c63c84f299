import Foundation
import StatisticalData

/// Makes a folder that is new or empty: filled aside, then given its name, so that it is there whole or not at all.
enum NewFolder {
    /// Refuses a path where something is already.
    static func checkFree(_ path: String) throws {
        let manager = FileManager.default
        let content = try? manager.contentsOfDirectory(atPath: path)
        guard content?.isEmpty ?? !manager.fileExists(atPath: path) else { throw Fault.folderNotEmpty(path) }
    }

    /// Makes the folder `path` with what `fill` writes into the folder it is given.
    ///
    /// - Throws: a `Fault` for a folder that is not empty, a full disk, what `fill` throws; nothing is left behind.
    static func make(_ path: String, fill: (_ aside: String) throws -> Void) throws {
        try checkFree(path)
        let manager = FileManager.default
        let target = WorkspaceFolder.trimmed(path)
        let aside = target + ".\(getpid()).part"
        do {
            try? manager.removeItem(atPath: aside)
            try fill(aside)
            rmdir(target)
            guard rename(aside, target) == 0 else { throw Fault.cannotWrite(path, errno) }
        } catch {
            try? manager.removeItem(atPath: aside)
            throw error
        }
    }

    /// Writes a file of the folder, with the folders above it.
    static func write(_ data: Data, _ relative: String, in aside: String, reportedAs path: String) throws {
        let full = aside + "/" + relative
        do {
            try FileManager.default.createDirectory(
                atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        } catch {
            throw Fault.cannotWrite(path, errno)
        }
        try AtomicFile.writeNew(data, to: full, reportedAs: path, synced: false)
    }
}
