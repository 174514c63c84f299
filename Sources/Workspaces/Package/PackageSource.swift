import DataPackages
import Foundation
import StatisticalData
import ZipFiles

/// A data package on disk, a folder or a zip file, from which files are taken by the paths its descriptor lists.
final class PackageSource {
    /// The path as given.
    let path: String
    private let content: Content

    /// What may be read at most: 4 GB in all, 1 GB a file, 10,000 files, 500 times expanded.
    private static let limits = ZipReader.Limits(entries: 10_000, entryBytes: 1 << 30, ratio: 500)
    private static let allBytes = 4 << 30

    private enum Content {
        case folder(String)
        case zip(ZipFile)
    }

    /// A mapped zip file; its entries may all stand in one folder.
    private final class ZipFile {
        let reader: ZipReader
        let prefix: String
        private let file: MappedFile

        init?(_ file: consuming MappedFile) throws(ZipReader.Failure) {
            guard file.bytes.starts(with: [0x50, 0x4B]) else { return nil }
            reader = try ZipReader(file.bytes, limits: PackageSource.limits, isStrict: true)
            self.file = file
            if reader.has(PackageDescriptor.file) {
                prefix = ""
                return
            }
            let nested = reader.names.filter {
                $0.split(separator: "/").count == 2 && $0.hasSuffix("/" + PackageDescriptor.file)
            }
            guard nested.count == 1, let found = nested.first else { return nil }
            prefix = String(found.dropLast(PackageDescriptor.file.count))
        }
    }

    /// Opens the package at `path`: a folder, its `datapackage.json`, or a zip file; `nil` for anything else.
    ///
    /// - Throws: a `Fault` for a zip file at fault.
    init?(_ path: String) throws {
        self.path = path
        let trimmed = WorkspaceFolder.trimmed(path)
        var status = stat()
        guard stat(trimmed, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR {
            guard stat(trimmed + "/" + PackageDescriptor.file, &status) == 0 else { return nil }
            content = .folder(trimmed)
        } else if (trimmed as NSString).lastPathComponent == PackageDescriptor.file {
            let parent = (trimmed as NSString).deletingLastPathComponent
            content = .folder(parent.isEmpty ? "." : parent)
        } else {
            do {
                guard let zip = try ZipFile(MappedFile(trimmed, named: path)) else { return nil }
                content = .zip(zip)
            } catch let failure as ZipReader.Failure {
                // What is no sound zip file is left to the readers of tables; a sound one with a name twice is not.
                guard case .repeated(let name) = failure else { return nil }
                throw Fault.packageZip(path, name)
            }
        }
    }

    /// Whether there is a file of this name, or anything else.
    func has(_ name: String) throws -> Bool {
        switch content {
        case .folder(let folder):
            var status = stat()
            return lstat(folder + "/" + name, &status) == 0
        case .zip(let zip): return zip.reader.has(zip.prefix + name)
        }
    }

    /// The bytes of a file at the top of the package that no descriptor lists.
    func bytes(of name: String, limit: Int) throws -> Data {
        let place = Place(file: path + ":" + name)
        let data: Data
        switch content {
        case .folder(let folder):
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                throw Fault.packageNoFile(name, at: place)
            }
            guard Int(status.st_size) <= limit else { throw Fault.packageLimit(path, limit) }
            data = try WorkspaceFolder(folder).read(name)
        case .zip(let zip): data = try read(zip, name, at: place)
        }
        guard data.count <= limit else { throw Fault.packageLimit(path, limit) }
        return data
    }

    /// What the descriptor lists.
    func listing() throws -> PackageListing {
        let file = PackageDescriptor.file
        let bytes: Data
        switch content {
        case .folder(let folder): bytes = try WorkspaceFolder(folder).read(file)
        case .zip(let zip): bytes = try read(zip, file, at: Place(file: path))
        }
        guard bytes.count <= WorkspaceFolder.declarationLimit else { throw Fault.packageLimit(path, bytes.count) }
        return try PackageListing(bytes, file: path + ":" + file)
    }

    /// The paths of all files below a folder of the package, listed or not; in a zip file every name must be safe.
    func paths(below prefix: String) throws -> [String] {
        switch content {
        case .folder(let folder):
            guard let found = FileManager.default.enumerator(atPath: folder + "/" + prefix) else { return [] }
            var paths: [String] = []
            for case let name as String in found {
                guard paths.count < Self.limits.entries else { throw Fault.packageLimit(path, Self.limits.entries) }
                var status = stat()
                let isFolder = lstat(folder + "/" + prefix + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                if !isFolder { paths.append(prefix + name) }
            }
            return paths.sorted()
        case .zip(let zip):
            for name in zip.reader.names {
                let plain = name.hasSuffix("/") ? String(name.dropLast()) : name
                guard PackagePath.isSafe(plain) else { throw Fault.packagePath(name, at: Place(file: path)) }
            }
            return zip.reader.names.filter { $0.hasPrefix(zip.prefix + prefix) && !$0.hasSuffix("/") }
                .map { String($0.dropFirst(zip.prefix.count)) }.sorted()
        }
    }

    /// The bytes of a listed file, which has the length and the checksum listed.
    func read(_ file: PackageListing.File) throws -> Data {
        let data: Data
        switch content {
        case .folder(let folder): data = try read(folder, file)
        case .zip(let zip): data = try read(zip, file.path, at: file.place)
        }
        guard data.count == file.bytes else {
            throw Fault.packageBytes(file.path, found: data.count, expected: file.bytes, at: file.place)
        }
        let sha256 = Checksum.sha256(data)
        guard sha256 == file.sha256 else {
            throw Fault.packageHash(file.path, found: sha256, expected: file.sha256, at: file.place)
        }
        return data
    }

    private func read(_ folder: String, _ file: PackageListing.File) throws -> Data {
        var below = folder
        let parts = file.path.split(separator: "/")
        for (position, part) in parts.enumerated() {
            below += "/" + part
            var status = stat()
            guard lstat(below, &status) == 0 else { throw Fault.packageMissing(file.path, at: file.place) }
            let kind = status.st_mode & S_IFMT
            guard kind == (position == parts.count - 1 ? S_IFREG : S_IFDIR) else {
                throw Fault.packageNoFile(file.path, at: file.place)
            }
            if kind == S_IFREG, Int(status.st_size) != file.bytes {
                throw Fault.packageBytes(file.path, found: Int(status.st_size), expected: file.bytes, at: file.place)
            }
        }
        return try WorkspaceFolder(folder).read(file.path, namedAt: file.place)
    }

    private func read(_ zip: ZipFile, _ name: String, at place: Place) throws -> Data {
        do throws(ZipReader.Failure) {
            return Data(try zip.reader.read(zip.prefix + name))
        } catch {
            switch error {
            case .missing: throw Fault.packageMissing(name, at: place)
            case .entries(let limit), .size(let limit), .ratio(let limit): throw Fault.packageLimit(path, limit)
            case .damaged, .encrypted, .repeated: throw Fault.packageZip(path, name)
            }
        }
    }

    /// Refuses more bytes than are taken.
    func checkSize(_ listing: PackageListing) throws {
        var left = Self.allBytes
        for file in listing.files {
            guard file.bytes <= left else { throw Fault.packageLimit(path, Self.allBytes) }
            left -= file.bytes
        }
        guard listing.files.count <= Self.limits.entries else {
            throw Fault.packageLimit(path, Self.limits.entries)
        }
    }
}
