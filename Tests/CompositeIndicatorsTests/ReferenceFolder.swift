import Foundation

/// The folder of reference results that the environment variable GREENPRINT_REFERENCE names: `composite-indicators`
/// itself or the folder above it.
enum ReferenceFolder {
    static var path: String? {
        guard let path = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !path.isEmpty else { return nil }
        let inner = path + "/composite-indicators"
        return FileManager.default.fileExists(atPath: inner) ? inner : path
    }
}
