public import Foundation
import StatisticalData

/// Writes files so that a reader sees the old one or the new one, never a half: written aside, synced, renamed.
public enum AtomicFile {
    /// Writes `data` to `path`, replacing what is there.
    ///
    /// - Throws: a `Fault` naming the path when the disk is full, the folder is missing or may not be written.
    public static func write(_ data: Data, to path: String) throws {
        let aside = path + ".\(getpid()).part"
        do {
            try writeNew(data, to: aside, reportedAs: path, synced: true)
            guard rename(aside, path) == 0 else { throw Fault.cannotWrite(path, errno) }
            syncFolder(of: path)
        } catch {
            unlink(aside)
            throw error
        }
    }

    /// Writes a file that nobody reads yet.
    static func writeNew(_ data: Data, to path: String, reportedAs shown: String, synced: Bool) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Fault.cannotWrite(shown, errno) }
        defer { close(descriptor) }
        try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            var written = 0
            while written < bytes.count, let base = bytes.baseAddress {
                let count = Glibc.write(descriptor, base + written, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw Fault.cannotWrite(shown, errno) }
                written += count
            }
        }
        guard !synced || fsync(descriptor) == 0 else { throw Fault.cannotWrite(shown, errno) }
    }

    private static func syncFolder(of path: String) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
