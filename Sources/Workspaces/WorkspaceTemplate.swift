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
        let manager = FileManager.default
        let content = try? manager.contentsOfDirectory(atPath: path)
        guard content?.isEmpty ?? !manager.fileExists(atPath: path) else { throw Fault.folderNotEmpty(path) }
        let target = WorkspaceFolder.trimmed(path)
        let aside = target + ".\(getpid()).part"
        let files = EmbeddedFile.files(in: folder + "/" + name)
        do {
            for file in files {
                let full = aside + "/" + file.path
                let parent = (full as NSString).deletingLastPathComponent
                do {
                    try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
                } catch {
                    throw Fault.cannotWrite(path, errno)
                }
                try AtomicFile.writeNew(Data(file.bytes), to: full, reportedAs: path, synced: false)
            }
            if content != nil { rmdir(target) }
            guard rename(aside, target) == 0 else { throw Fault.cannotWrite(path, errno) }
        } catch {
            try? manager.removeItem(atPath: aside)
            throw error
        }
        return files.count
    }
}
