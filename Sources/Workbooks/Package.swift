import CZip
import Foundation
import StatisticalData

/// The parts of a workbook: a zip file in memory. Names of parts are never used as paths.
final class Package {
    let file: String
    let limits: WorkbookLimits
    private let archive: OpaquePointer
    private let indices: [String: UInt64]

    /// Opens the zip file in `bytes`, which must outlive the package.
    ///
    /// - Throws: a `Fault` for an old or protected workbook, for what is no zip file, for too many parts.
    init(_ bytes: UnsafeRawBufferPointer, file: String, limits: WorkbookLimits) throws(Fault) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .workbookOld(file) }
        guard let base = bytes.baseAddress, let source = zip_source_buffer_create(base, UInt64(bytes.count), 0, nil)
        else { throw .workbookDamaged(file, "zip") }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            zip_source_free(source)
            throw .workbookDamaged(file, "zip")
        }
        let count = zip_get_num_entries(archive, 0)
        var indices: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, min(count, zip_int64_t(limits.parts)))) {
            guard let name = zip_get_name(archive, index, 0) else { continue }
            indices[String(cString: name)] = index
        }
        guard count <= zip_int64_t(limits.parts) else {
            zip_discard(archive)
            throw .workbookLimit(file, "zip", limits.parts)
        }
        self.file = file
        self.limits = limits
        self.archive = archive
        self.indices = indices
    }

    deinit {
        zip_discard(archive)
    }

    /// Whether there is such a part.
    func has(_ part: String) -> Bool { indices[part] != nil }

    /// A part to be read once.
    ///
    /// - Throws: a `Fault` when it is missing, protected, or larger than the limits allow.
    func open(_ part: String) throws(Fault) -> PartStream {
        guard let index = indices[part] else { throw .workbookDamaged(file, part) }
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .workbookDamaged(file, part) }
        guard status.encryption_method == 0 else { throw .workbookOld(file) }
        guard status.size <= UInt64(limits.partBytes) else { throw .workbookLimit(file, part, limits.partBytes) }
        let isBomb = status.size > 1 << 20 && status.size / max(1, status.comp_size) > UInt64(limits.ratio)
        guard !isBomb else { throw .workbookLimit(file, part, limits.ratio) }
        guard let opened = zip_fopen_index(archive, index, 0) else { throw .workbookDamaged(file, part) }
        return PartStream(opened, limit: limits.partBytes)
    }

    /// Reads a part into a handler of its elements.
    func parse(_ part: String, into handler: ElementHandler) throws {
        let stream = try open(part)
        try handler.parse(stream, of: self, part: part)
    }
}
