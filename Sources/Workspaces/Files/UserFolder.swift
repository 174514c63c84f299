import Foundation
public import StatisticalData

/// The folder of a user for what belongs to no workspace: keys, and progress in courses. Only its owner may read it.
public struct UserFolder: Sendable {
    /// The path.
    public let path: String

    /// The folder that the environment names: `GREENPRINT_HOME`, else `greenprint` in `XDG_CONFIG_HOME`, else
    /// `.config/greenprint` in `HOME`.
    ///
    /// - Throws: a `Fault` where none of them is set.
    public init(environment: [String: String]) throws(Fault) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let own = value("GREENPRINT_HOME") {
            path = own
        } else if let configuration = value("XDG_CONFIG_HOME") {
            path = configuration + "/greenprint"
        } else if let home = value("HOME") {
            path = home + "/.config/greenprint"
        } else {
            throw Fault("user-folder", at: Place(file: "HOME"))
        }
    }

    /// The path of a file in it, whose folders are made; only the owner may enter them.
    public func prepare(_ relative: String) throws -> String {
        let full = path + "/" + relative
        do {
            try FileManager.default.createDirectory(
                atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Fault.cannotWrite(full, errno)
        }
        return full
    }
}
