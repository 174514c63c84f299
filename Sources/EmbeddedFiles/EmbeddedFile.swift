internal import CEmbeddedFiles

/// A file that is part of the program: an asset of the pages, or a file of a workspace template.
public struct EmbeddedFile: Sendable {
    /// The path, such as `assets/style.css` or `templates/jiangsu/areas.csv`.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]

    /// All files, sorted by path within their folder.
    public static var all: [EmbeddedFile] {
        (0..<embedded_file_count()).map { position in
            let file = embedded_file_at(position)
            return EmbeddedFile(
                path: String(cString: file.path),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }

    /// The files below `folder`, with paths relative to it.
    public static func files(in folder: String) -> [EmbeddedFile] {
        (0..<embedded_file_count()).compactMap { position in
            let file = embedded_file_at(position)
            let path = String(cString: file.path)
            guard path.hasPrefix(folder + "/") else { return nil }
            return EmbeddedFile(
                path: String(path.dropFirst(folder.count + 1)),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }

    /// The file at a path.
    public static func at(_ path: String) -> EmbeddedFile? {
        (0..<embedded_file_count()).lazy.map { embedded_file_at($0) }.first { String(cString: $0.path) == path }.map {
            EmbeddedFile(path: path, bytes: Array(UnsafeBufferPointer(start: $0.bytes, count: $0.length)))
        }
    }

    /// The text of a UTF-8 file.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
