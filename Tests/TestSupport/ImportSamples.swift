public import Foundation

/// The sample tables to import: `exchange/KIND` in the folder that GREENPRINT_REFERENCE names.
public enum ImportSamples {
    /// Whether they are there.
    public static var areGiven: Bool { folder("import-csv") != nil }

    /// The folder of a kind of samples.
    public static func folder(_ kind: String) -> String? {
        guard let root = ProcessInfo.processInfo.environment["GREENPRINT_REFERENCE"], !root.isEmpty else { return nil }
        let folder = root + "/exchange/" + kind
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }

    /// The names of the samples with an ending, sorted; none where there is no folder.
    public static func names(_ kind: String, ending: String) -> [String] {
        guard let folder = folder(kind) else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    /// The bytes of a sample.
    public static func data(_ kind: String, _ file: String) throws -> Data {
        guard let folder = folder(kind) else { throw TestSupportError(ReferenceFolder.hint) }
        return try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
    }
}
