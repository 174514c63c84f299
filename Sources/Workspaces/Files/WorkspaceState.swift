import Foundation

/// What the files of a workspace are at a moment: another value as soon as one is added, changed or removed.
///
/// Files are told apart by path, size, time of change and number in the file system; nothing is read. Hidden files and
/// the derived folder do not count.
public struct WorkspaceState: Equatable, Sendable {
    private let files: [String: MappedFile.State]

    /// How deep folders are followed.
    private static let depth = 8

    /// Looks at the files of the workspace at `path`.
    public init(ofWorkspaceAt path: String) {
        var files: [String: MappedFile.State] = [:]
        Self.collect(path, depth: 0, &files)
        self.files = files
    }

    private static func collect(_ folder: String, depth: Int, _ files: inout [String: MappedFile.State]) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                if depth < Self.depth { collect(path, depth: depth + 1, &files) }
            } else {
                files[path] = MappedFile.state(ofFileAt: path)
            }
        }
    }
}
