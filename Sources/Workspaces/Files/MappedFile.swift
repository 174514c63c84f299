import Foundation
import StatisticalData

/// The bytes of a file, mapped into memory; what has been read is given back, so that memory stays flat whatever the
/// size of the file.
struct MappedFile: ~Copyable {
    /// The bytes, valid as long as this lives.
    let bytes: UnsafeRawBufferPointer
    /// What tells whether the file has been written to since.
    let state: State

    /// The identity, size and time of change of a file.
    struct State: Equatable {
        let device: UInt
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        fileprivate init(_ status: stat) {
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// The present state of a file; `nil` when it is gone.
    static func state(ofFileAt path: String) -> State? {
        var status = stat()
        return stat(path, &status) == 0 ? State(status) : nil
    }

    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
    /// Bytes between two releases.
    static let step = 4 << 20

    /// Maps the file at `path`, named `relative` in faults.
    init(_ path: String, named relative: String) throws {
        (bytes, state) = try Self.map(path, named: relative)
    }

    private static func map(_ path: String, named relative: String) throws -> (UnsafeRawBufferPointer, State) {
        let place = Place(file: relative)
        func unreadable(_ code: Int32) -> Fault {
            .fileUnreadable(relative, reason: String(cString: strerror(code)), at: place)
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? Fault.fileMissing(relative, at: place) : unreadable(errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Fault.fileMissing(relative, at: place)
        }
        let count = Int(status.st_size)
        guard count > 0 else { return (UnsafeRawBufferPointer(start: nil, count: 0), State(status)) }
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw unreadable(errno)
        }
        return (UnsafeRawBufferPointer(start: base, count: count), State(status))
    }

    deinit {
        if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
    }

    /// Gives back the pages before `offset`; reading them again is possible and maps them anew.
    static func release(_ bytes: UnsafeRawBufferPointer, before offset: Int) {
        guard let base = bytes.baseAddress else { return }
        madvise(UnsafeMutableRawPointer(mutating: base), offset / pageSize * pageSize, MADV_DONTNEED)
    }
}
