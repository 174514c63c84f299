import Foundation

extension ReferenceFolder {
    /// Another part of the reference results than composite indices: a folder in the one that GREENPRINT_REFERENCE names,
    /// or beside it. Tests that need it are skipped without it.
    public struct Part: Sendable {
        /// The path; `nil` when there is no such folder.
        public let path: String?

        /// The part in the folder `name`, such as `exchange`.
        public init(_ name: String) {
            let given = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"] ?? ""
            let candidates = given.isEmpty ? [] : [given + "/" + name, given + "/../" + name]
            path = candidates.first { FileManager.default.fileExists(atPath: $0) }
        }

        /// Whether there is such a folder.
        public var isGiven: Bool { path != nil }

        /// The bytes of a file.
        public func bytes(_ file: String) throws -> [UInt8] {
            guard let path else { throw TestSupportError(hint) }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)))
        }
    }
}
