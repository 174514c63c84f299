import Foundation
import StatisticalData

/// A file written piece by piece aside, which takes its place at once or not at all.
public final class StagedFile {
    private let path: String
    private let shown: String
    private let aside: String
    private var descriptor: Int32

    /// Begins the file at `path`; the folder must exist.
    public init(_ path: String, named shown: String) throws {
        self.path = path
        self.shown = shown
        let url = URL(fileURLWithPath: path)
        aside = url.deletingLastPathComponent().path + "/." + url.lastPathComponent + ".\(getpid()).part"
        descriptor = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Fault.cannotWrite(shown, errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        unlink(aside)
    }

    /// Adds text.
    public func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count, let base = bytes.baseAddress {
                let count = Glibc.write(descriptor, base + written, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw Fault.cannotWrite(shown, errno) }
                written += count
            }
        }
    }

    /// Brings the bytes to the disk and gives their SHA-256.
    @discardableResult
    public func finish() throws -> String {
        guard fsync(descriptor) == 0 else { throw Fault.cannotWrite(shown, errno) }
        close(descriptor)
        descriptor = -1
        return Checksum.sha256(try MappedFile(aside, named: shown))
    }

    /// Takes the place.
    public func commit() throws {
        guard rename(aside, path) == 0 else { throw Fault.cannotWrite(shown, errno) }
    }
}
