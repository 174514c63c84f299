import Foundation
import LedgerStore
import StatisticalData

/// Whether one thing that the program needs of this machine and of a workspace is there.
public struct Diagnosis: Hashable, Sendable {
    /// What was looked at.
    public enum Subject: String, CaseIterable, Sendable {
        /// Registries, records and studies can be read.
        case workspace
        /// The folder and its parts can be written.
        case writing
        /// There is room on the disk.
        case disk
        /// The ledger is sound.
        case ledger
        /// No other process holds the workspace.
        case lock
        /// A font with Chinese letters, for pages that are printed or drawn on this machine.
        case fonts
        /// How many files and connections a process may have open.
        case openFiles = "open-files"
    }

    /// How it is.
    public enum State: String, CaseIterable, Sendable {
        /// As it should be.
        case ok
        /// The program works, but something will not.
        case warning
        /// The program cannot work.
        case error
    }

    /// What was looked at.
    public let subject: Subject
    /// How it is.
    public let state: State
    /// What was found: a number with its unit, the name of a file; empty for nothing.
    public let found: String

    /// Folders in which fonts are found.
    public static let fontFolders =
        ["/usr/share/fonts", "/usr/local/share/fonts"]
        + (ProcessInfo.processInfo.environment["HOME"].map { [$0 + "/.fonts", $0 + "/.local/share/fonts"] } ?? [])

    /// Looks at everything, and changes nothing.
    ///
    /// - Parameters:
    ///   - path: the folder of the workspace.
    ///   - fonts: the folders in which fonts are found.
    public static func examine(_ path: String, fonts: [String] = fontFolders) -> [Diagnosis] {
        let folder = WorkspaceFolder(path)
        return [
            workspace(path), writing(folder), disk(path), ledger(folder), lock(folder), self.fonts(fonts), openFiles,
        ]
    }

    private static func workspace(_ path: String) -> Diagnosis {
        do {
            let workspace = try Workspace(at: path)
            return Diagnosis(subject: .workspace, state: .ok, found: "\(workspace.studies.count)")
        } catch let faults as Faults {
            return Diagnosis(
                subject: .workspace, state: .error, found: faults.list.first.map { $0.place.description } ?? path)
        } catch {
            return Diagnosis(subject: .workspace, state: .error, found: path)
        }
    }

    private static func writing(_ folder: WorkspaceFolder) -> Diagnosis {
        let parts = ["", Workspace.derivedFolder, Workspace.dataFolder, Workspace.studiesFolder]
        let refused = parts.map { $0.isEmpty ? folder.root : folder.path($0) }.first { part in
            access(part, F_OK) == 0 ? access(part, W_OK) != 0 : part == folder.root
        }
        return Diagnosis(subject: .writing, state: refused == nil ? .ok : .error, found: refused ?? "")
    }

    /// Below so many mebibytes work ends soon, or has ended.
    private static let (scarce, exhausted) = (1024, 50)

    private static func disk(_ path: String) -> Diagnosis {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return Diagnosis(subject: .disk, state: .error, found: "") }
        let free =
            Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).0) >> 20
        let state: State = free < exhausted ? .error : free < scarce ? .warning : .ok
        return Diagnosis(subject: .disk, state: state, found: "\(free) MiB")
    }

    private static func ledger(_ folder: WorkspaceFolder) -> Diagnosis {
        let path = folder.path(Workspace.ledgerFile)
        guard folder.exists(Workspace.ledgerFile) else { return Diagnosis(subject: .ledger, state: .ok, found: "") }
        let isSound = (try? Ledger(readingAt: path).isSound()) ?? false
        return Diagnosis(subject: .ledger, state: isSound ? .ok : .error, found: Workspace.ledgerFile)
    }

    private static func lock(_ folder: WorkspaceFolder) -> Diagnosis {
        let descriptor = open(folder.path(Workspace.derivedFolder + "/lock"), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return Diagnosis(subject: .lock, state: .ok, found: "") }
        defer { close(descriptor) }
        let isFree = flock(descriptor, LOCK_SH | LOCK_NB) == 0
        return Diagnosis(subject: .lock, state: isFree ? .ok : .warning, found: "")
    }

    /// Parts of the names of the usual fonts with Chinese letters.
    private static let chineseFonts = [
        "cjk", "wqy", "sourcehan", "notosanssc", "notoserifsc", "droidsansfallback", "uming", "ukai", "fandol",
        "simsun", "msyh", "pingfang",
    ]

    private static func fonts(_ folders: [String]) -> Diagnosis {
        for folder in folders {
            for path in FileManager.default.subpaths(atPath: folder) ?? [] {
                let file = path.split(separator: "/").last.map(String.init) ?? path
                let name = file.lowercased()
                let isFont = [".ttc", ".ttf", ".otf"].contains { name.hasSuffix($0) }
                if isFont, chineseFonts.contains(where: { name.contains($0) }) {
                    return Diagnosis(subject: .fonts, state: .ok, found: file)
                }
            }
        }
        return Diagnosis(subject: .fonts, state: .warning, found: "")
    }

    /// The fewest files a server with some hundred connections needs.
    private static let fewestFiles: UInt = 1024

    private static var openFiles: Diagnosis {
        var limit = rlimit()
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        let state: State = isKnown && limit.rlim_cur < fewestFiles ? .warning : .ok
        return Diagnosis(subject: .openFiles, state: state, found: isKnown ? "\(limit.rlim_cur)" : "")
    }
}
