import EmbeddedFiles
import Foundation
import StatisticalData

/// Workspaces to start from, part of the program.
public enum WorkspaceTemplate {
    private static let folder = "templates"

    /// The names of the templates.
    public static var names: [String] {
        let files = EmbeddedFile.files(in: folder)
        return Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) }).sorted()
    }

    /// Copies a template into a new or empty folder.
    ///
    /// - Returns: the number of files written.
    /// - Throws: a `Fault` for an unknown template, a folder that is not empty, a full disk; nothing is left behind.
    public static func copy(_ name: String, to path: String) throws -> Int {
        guard names.contains(name) else { throw Fault.unknownTemplate(name, known: names) }
        let files = EmbeddedFile.files(in: folder + "/" + name)
        try NewFolder.make(path) { aside in
            for file in files { try NewFolder.write(Data(file.bytes), file.path, in: aside, reportedAs: path) }
        }
        return files.count
    }
}
