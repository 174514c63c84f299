import CZip

/// A zip file in memory: its entries by name, read within limits. Names are never used as paths.
public final class ZipReader {
    /// Why a zip file or an entry cannot be read.
    public enum Failure: Error, Hashable, Sendable {
        /// No zip file, or one whose bytes are at fault.
        case damaged
        /// More entries than this.
        case entries(Int)
        /// An entry of this name stands twice.
        case repeated(String)
        /// There is no such entry.
        case missing
        /// The entry has a password.
        case encrypted
        /// The entry is larger than this when expanded.
        case size(Int)
        /// The entry is this many times larger when expanded.
        case ratio(Int)
    }

    /// What may be read at most.
    public struct Limits: Hashable, Sendable {
        /// Entries of the file.
        public var entries: Int
        /// Bytes of an entry when expanded.
        public var entryBytes: Int
        /// How many times larger than packed an entry of more than a megabyte may be.
        public var ratio: Int

        /// Makes limits.
        public init(entries: Int, entryBytes: Int, ratio: Int) {
            self.entries = entries
            self.entryBytes = entryBytes
            self.ratio = ratio
        }
    }

    /// The names of the entries, in their order.
    public let names: [String]
    private let archive: OpaquePointer
    private let indices: [String: UInt64]
    private let limits: Limits

    /// Opens the zip file in `bytes`, which must outlive the reader.
    ///
    /// - Parameter isStrict: refuses names that stand twice; else the last entry of a name counts.
    public init(_ bytes: UnsafeRawBufferPointer, limits: Limits, isStrict: Bool = false) throws(Failure) {
        guard !bytes.isEmpty, let base = bytes.baseAddress,
            let source = zip_source_buffer_create(base, UInt64(bytes.count), 0, nil)
        else { throw .damaged }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            zip_source_free(source)
            throw .damaged
        }
        let count = Int(zip_get_num_entries(archive, 0))
        var names: [String] = []
        var indices: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, min(count, limits.entries))) {
            guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }) else { continue }
            if isStrict, indices[name] != nil {
                zip_discard(archive)
                throw .repeated(name)
            }
            names.append(name)
            indices[name] = index
        }
        guard count <= limits.entries else {
            zip_discard(archive)
            throw .entries(limits.entries)
        }
        self.archive = archive
        self.names = names
        self.indices = indices
        self.limits = limits
    }

    deinit {
        zip_discard(archive)
    }

    /// Whether there is an entry of this name.
    public func has(_ name: String) -> Bool { indices[name] != nil }

    /// An entry to be read once, from its start to its end.
    public func open(_ name: String) throws(Failure) -> ZipEntry {
        guard let index = indices[name] else { throw .missing }
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged }
        guard status.encryption_method == 0 else { throw .encrypted }
        guard status.size <= UInt64(limits.entryBytes) else { throw .size(limits.entryBytes) }
        let isBomb = status.size > 1 << 20 && status.size / max(1, status.comp_size) > UInt64(limits.ratio)
        guard !isBomb else { throw .ratio(limits.ratio) }
        guard let opened = zip_fopen_index(archive, index, 0) else { throw .damaged }
        return ZipEntry(opened, size: Int(status.size), limit: limits.entryBytes)
    }

    /// All bytes of an entry.
    public func read(_ name: String) throws(Failure) -> [UInt8] {
        let entry = try open(name)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { entry.read($0) }
            guard count >= 0 else { throw .damaged }
            if count == 0 { return bytes }
            guard bytes.count + count <= limits.entryBytes else { throw .size(limits.entryBytes) }
            bytes += buffer[..<count]
        }
    }
}

/// An entry of a zip file while it is read.
public final class ZipEntry {
    /// The bytes it says it has.
    public let size: Int
    /// The bytes it may have at most.
    public let limit: Int
    private let file: OpaquePointer

    init(_ file: OpaquePointer, size: Int, limit: Int) {
        self.file = file
        self.size = size
        self.limit = limit
    }

    deinit {
        zip_fclose(file)
    }

    /// Reads the next bytes: how many, 0 at the end, less when they are at fault.
    public func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        return Int(zip_fread(file, base, UInt64(buffer.count)))
    }
}
