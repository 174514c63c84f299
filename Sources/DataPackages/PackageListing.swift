public import Foundation
public import StatisticalData

/// The files that a `datapackage.json` lists, as far as they must be known to take a package apart; those of other programs
/// are read too.
public struct PackageListing: Sendable {
    /// The files.
    public let files: [File]
    /// The version of the layout of a packed workspace; `nil` in packages of others.
    public let layout: Int?

    /// A file with what it must be.
    public struct File: Hashable, Sendable {
        /// The path in the package.
        public let path: String
        /// The length in bytes.
        public let bytes: Int
        /// The 64 digits of the SHA-256.
        public let sha256: String
        /// Where the descriptor says it.
        public let place: Place

        /// Names a file.
        public init(path: String, bytes: Int, sha256: String, place: Place) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
            self.place = place
        }
    }

    /// Reads a descriptor.
    ///
    /// - Parameter file: its name in faults.
    /// - Throws: `Faults` with every path that leads out of the package or stands twice, and every file without length
    ///   or checksum.
    public init(_ data: Data, file: String) throws(Faults) {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: data)
        } catch {
            throw Faults([.packageDescriptor(file)])
        }
        layout = document.greenprint
        var faults: [Fault] = []
        var seen: Set<String> = []
        files = document.resources.enumerated().compactMap { position, resource in
            let place = Place(file: file, column: "resources[\(position)]")
            do throws(Fault) {
                let found = try resource.file(at: place)
                guard seen.insert(found.path.lowercased()).inserted else {
                    throw .packageRepeated(found.path, at: place)
                }
                return found
            } catch {
                faults.append(error)
                return nil
            }
        }
        guard faults.isEmpty else { throw Faults(faults) }
    }

    private struct Document: Decodable {
        let resources: [Resource]
        let greenprint: Int?
    }

    private struct Resource: Decodable {
        let path: String?
        let bytes: Int?
        let hash: String?

        private enum CodingKeys: String, CodingKey {
            case path
            case bytes
            case hash
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            path = try? container.decode(String.self, forKey: .path)
            bytes = try? container.decode(Int.self, forKey: .bytes)
            hash = try? container.decode(String.self, forKey: .hash)
        }

        func file(at place: Place) throws(Fault) -> File {
            guard let path else { throw .packageWithoutPath(at: place) }
            guard PackagePath.isSafe(path) else { throw .packagePath(path, at: place) }
            let digits = hash?.lowercased() ?? ""
            guard let bytes, bytes >= 0, digits.hasPrefix("sha256:"), digits.utf8.count == 71,
                digits.utf8.dropFirst(7).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
            else { throw .packageUnchecked(path, at: place) }
            return File(path: path, bytes: bytes, sha256: String(digits.dropFirst(7)), place: place)
        }
    }
}

/// Which paths a package may name.
public enum PackagePath {
    /// Whether a path stays in its package: relative, parts parted by `/`, none of them empty, hidden, `.` or `..`; no
    /// backslash, colon or control character; at most 500 bytes.
    public static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= 500 else { return false }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
            && !path.unicodeScalars.contains { $0.value < 32 || $0.value == 127 || $0 == "\\" || $0 == ":" }
    }
}
