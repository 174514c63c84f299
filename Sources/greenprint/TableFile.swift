import Foundation
import StatisticalData
import Studies
import Workspaces

/// A table that the command line names.
enum TableFile {
    /// Its bytes.
    static func read(_ path: String) throws -> [UInt8] {
        let url = URL(fileURLWithPath: path)
        guard FileManager.default.fileExists(atPath: path) else { throw Fault.noTable(path) }
        let folder = WorkspaceFolder(url.deletingLastPathComponent().path)
        return [UInt8](try folder.read(url.lastPathComponent, namedAt: Place(file: path)))
    }
}
