public import Foundation
import StatisticalData

/// Writes a whole site at once: into a new folder beside the old one, which it then replaces.
public enum SiteFolder {
    /// The file that marks a folder as a site of ours, which may be replaced.
    static let marker = "greenprint-site.json"

    /// Writes files by relative path to `folder`.
    ///
    /// - Throws: a `Fault` when `folder` holds something else than a site of ours, or cannot be written; what was
    ///   there is then still there.
    public static func write(_ files: [String: Data], to folder: String) throws {
        var files = files
        files[marker] = Data("{\"generator\":\"greenprint\"}\n".utf8)
        try replace(folder, by: files, markedBy: marker)
    }

    /// Puts files in the place of a folder that is empty or holds the file `marker`.
    static func replace(_ folder: String, by files: [String: Data], markedBy marker: String) throws {
        let manager = FileManager.default
        let target = WorkspaceFolder.trimmed(folder)
        clearUp(after: target, marker)
        try checkReplaceable(target, marker)
        let aside = target + ".\(getpid()).part"
        let old = target + ".\(getpid()).old"
        do {
            try make(aside)
            for (path, data) in files.sorted(by: { $0.key < $1.key }) {
                let full = aside + "/" + path
                try make((full as NSString).deletingLastPathComponent)
                try write(data, full, shown: target + "/" + path)
            }
            if manager.fileExists(atPath: target), rename(target, old) != 0 { throw Fault.cannotWrite(target, errno) }
            guard rename(aside, target) == 0 else {
                let reason = errno
                rename(old, target)
                throw Fault.cannotWrite(target, reason)
            }
            try? manager.removeItem(atPath: old)
        } catch {
            try? manager.removeItem(atPath: aside)
            throw error
        }
    }

    /// Puts right what a run that was killed left beside the site: the old site comes back where the new one had not
    /// yet taken its place, half-written ones go.
    private static func clearUp(after target: String, _ marker: String) {
        let manager = FileManager.default
        let parent = (target as NSString).deletingLastPathComponent
        let folder = parent.isEmpty ? "." : parent
        let name = (target as NSString).lastPathComponent
        for entry in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
            let parts = entry.dropFirst(name.count).split(separator: ".", omittingEmptySubsequences: false)
            guard entry.hasPrefix(name + "."), parts.count == 3, let process = pid_t(parts[1]),
                parts[2] == "part" || parts[2] == "old", kill(process, 0) != 0, errno == ESRCH
            else { continue }
            let left = folder + "/" + entry
            guard manager.fileExists(atPath: left + "/" + marker) || parts[2] == "part" else { continue }
            if parts[2] == "old", !manager.fileExists(atPath: target), rename(left, target) == 0 { continue }
            try? manager.removeItem(atPath: left)
        }
    }

    private static func checkReplaceable(_ target: String, _ marker: String) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: target) else { return }
        guard let content = try? manager.contentsOfDirectory(atPath: target) else {
            throw Fault.notAFolder(target)
        }
        if !content.isEmpty, !content.contains(marker) { throw Fault.notOurSite(target) }
    }

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Fault.cannotWrite(folder, errno)
        }
    }

    /// Not synced one by one: the folder takes its place only when complete, and can be written anew at any time.
    private static func write(_ data: Data, _ path: String, shown: String) throws {
        try AtomicFile.writeNew(data, to: path, reportedAs: shown, synced: false)
    }
}
