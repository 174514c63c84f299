import Foundation
import StatisticalData
import Studies
import Workspaces

/// Files named on the command line, outside of a workspace.
enum InputFile {
    /// The bytes of a file; a fault when there is none or it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        [UInt8](try data(path))
    }

    /// The bytes of a file, mapped when it is large; a fault when there is none or it cannot be read.
    static func data(_ path: String) throws -> Data {
        guard FileManager.default.fileExists(atPath: path) else { throw Fault.noTable(path) }
        let url = URL(fileURLWithPath: path)
        let folder = WorkspaceFolder(url.deletingLastPathComponent().path)
        return try folder.read(url.lastPathComponent, namedAt: Place(file: path))
    }
}
