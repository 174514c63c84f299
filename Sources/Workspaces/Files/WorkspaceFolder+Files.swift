import Foundation
import StatisticalData

extension WorkspaceFolder {
    /// The endings of the files that make a workspace.
    private static let endings = [".csv", ".yaml", ".yml", ".md", ".txt", ".xmile", ".stmx", ".mdl", ".geojson"]
    /// Files without ending that belong to one.
    private static let names: Set = ["LICENSE", "LICENCE", "NOTICE", "COPYING"]
    /// How deep folders are followed.
    private static let depth = 8

    /// The text files of the workspace by path, and the paths of what else is in the folder. Hidden files, refused rows,
    /// sites, packages and what partners sent are passed over; folders behind links are not followed.
    func allFiles() throws -> (taken: [String], leftOut: [String]) {
        var taken: [String] = []
        var leftOut: [String] = []
        try collect("", depth: 0, &taken, &leftOut)
        return (taken, leftOut)
    }

    private func collect(_ below: String, depth: Int, _ taken: inout [String], _ leftOut: inout [String]) throws {
        let shown = below.isEmpty ? root : below
        guard let found = try? FileManager.default.contentsOfDirectory(atPath: path(below)) else {
            throw Fault.fileUnreadable(shown, reason: String(cString: strerror(errno)), at: Place(file: shown))
        }
        if !below.isEmpty, found.contains(SiteFolder.marker) || found.contains("datapackage.json") { return }
        for name in found.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let relative = below.isEmpty ? name : below + "/" + name
            if relative == BatchFiles.refusedFolder || relative == Workspace.partnersFolder { continue }
            var status = stat()
            guard lstat(path(relative), &status) == 0 else { continue }
            let isText = Self.names.contains(name) || Self.endings.contains { name.hasSuffix($0) }
            if status.st_mode & S_IFMT == S_IFDIR, depth < Self.depth {
                try collect(relative, depth: depth + 1, &taken, &leftOut)
            } else if isText, stat(path(relative), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                taken.append(relative)
            } else {
                leftOut.append(relative)
            }
        }
    }
}
