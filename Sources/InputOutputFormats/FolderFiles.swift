internal import StatisticalData

/// The files of a folder: which there are, and how to get at their bytes. Opening them is the caller's.
public struct FolderFiles: Sendable {
    /// The folder's path, for faults.
    public let path: String
    /// The files in the folder and in its folders, relative to it.
    public let names: [String]

    private let bytes: @Sendable (String) throws -> [UInt8]

    /// Names the files.
    ///
    /// - Parameter bytes: the bytes of a file by its relative path.
    public init(path: String, names: [String], bytes: @escaping @Sendable (String) throws -> [UInt8]) {
        self.path = path
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.bytes = bytes
    }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// The name of a file in faults.
    func label(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    func read(_ name: String) throws -> [UInt8] { try bytes(name) }
}
