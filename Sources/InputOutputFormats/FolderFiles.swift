internal import StatisticalData

/// The files of a folder: which there are, and how to get at their bytes. Opening them is the caller's.
public struct FolderFiles: Sendable {
    /// The folder's path, for faults.
    public let path: String
    /// The files in the folder and in its folders, relative to it.
    public let names: [String]

    /// The bytes of memory there are; `nil` if that is not known.
    public let memory: Int?

    private let bytes: @Sendable (String) throws -> [UInt8]
    private let pieces: (@Sendable (String) throws -> Pieces)?

    /// Gives the bytes of a file piece by piece, none at its end.
    public typealias Pieces = () throws -> [UInt8]

    /// Names the files.
    ///
    /// - Parameters:
    ///   - memory: the bytes of memory there are; a table that needs more is refused before it is read.
    ///   - pieces: opens a file by its relative path to read it piece by piece; without it large files are read whole.
    ///   - bytes: the bytes of a file by its relative path.
    public init(
        path: String, names: [String], memory: Int? = nil,
        pieces: (@Sendable (String) throws -> Pieces)? = nil,
        bytes: @escaping @Sendable (String) throws -> [UInt8]
    ) {
        self.path = path
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.memory = memory
        self.pieces = pieces
        self.bytes = bytes
    }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// The name of a file in faults.
    func label(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    func read(_ name: String) throws -> [UInt8] { try bytes(name) }

    func open(_ name: String) throws -> Pieces {
        if let pieces { return try pieces(name) }
        var rest: [UInt8]? = try bytes(name)
        return {
            defer { rest = nil }
            return rest ?? []
        }
    }
}
