import CZip
import Glibc

/// Writes zip files in memory: entries sorted by their bytes, one date for all, nothing that depends on time or machine.
public enum ZipWriter {
    /// 1 January 1980, the first day a zip file can name.
    private static let date: UInt16 = 1 << 5 | 1
    private static let level: UInt32 = 9

    /// A zip file with these entries; `nil` when memory runs out or a name is none.
    public static func zip(_ entries: [String: [UInt8]]) -> [UInt8]? {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE | ZIP_CREATE), nil) else {
            zip_source_free(target)
            return nil
        }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        for (name, bytes) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            guard add(name, bytes, to: archive) else {
                zip_discard(archive)
                return nil
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            return nil
        }
        return contents(of: target)
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
        var fragment: UnsafeMutableRawPointer?
        if !bytes.isEmpty {
            fragment = malloc(bytes.count)
            guard let fragment else { return false }
            fragment.copyMemory(from: bytes, byteCount: bytes.count)
        }
        // The library frees the copy when the file is written.
        guard let source = zip_source_buffer_create(fragment, UInt64(bytes.count), 1, nil) else {
            free(fragment)
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_file_set_dostime(archive, UInt64(index), 0, date, 0) == 0
            && zip_set_file_compression(archive, UInt64(index), zip_int32_t(ZIP_CM_DEFLATE), level) == 0
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        let count = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { zip_source_read(source, $0, UInt64(buffer.count)) } ?? 0
        }
        return Int(count) == bytes.count ? bytes : nil
    }
}
