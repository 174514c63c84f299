import StatisticalData
import ZipFiles

/// The parts of a workbook: a zip file in memory. Names of parts are never used as paths.
final class Package {
    let file: String
    let limits: WorkbookLimits
    private let zip: ZipReader

    /// Opens the zip file in `bytes`, which must outlive the package.
    ///
    /// - Throws: a `Fault` for an old or protected workbook, for what is no zip file, for too many parts.
    init(_ bytes: UnsafeRawBufferPointer, file: String, limits: WorkbookLimits) throws(Fault) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .workbookOld(file) }
        self.file = file
        self.limits = limits
        do throws(ZipReader.Failure) {
            zip = try ZipReader(
                bytes,
                limits: ZipReader.Limits(entries: limits.parts, entryBytes: limits.partBytes, ratio: limits.ratio))
        } catch {
            throw Self.fault(error, file, "zip")
        }
    }

    private static func fault(_ failure: ZipReader.Failure, _ file: String, _ part: String) -> Fault {
        switch failure {
        case .damaged, .missing, .repeated: .workbookDamaged(file, part)
        case .encrypted: .workbookOld(file)
        case .entries(let limit), .size(let limit), .ratio(let limit): .workbookLimit(file, part, limit)
        }
    }

    /// Whether there is such a part.
    func has(_ part: String) -> Bool { zip.has(part) }

    /// A part to be read once.
    ///
    /// - Throws: a `Fault` when it is missing, protected, or larger than the limits allow.
    func open(_ part: String) throws(Fault) -> PartStream {
        do throws(ZipReader.Failure) {
            return PartStream(try zip.open(part))
        } catch {
            throw Self.fault(error, file, part)
        }
    }

    /// Reads a part into a handler of its elements.
    func parse(_ part: String, into handler: ElementHandler) throws {
        let stream = try open(part)
        try handler.parse(stream, of: self, part: part)
    }
}
