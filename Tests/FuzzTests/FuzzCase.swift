import Foundation

/// What a reader is given: one file, or the files of a folder by their paths in it.
struct FuzzCase {
    var files: [String: [UInt8]]

    /// The only file of a case that has one.
    var bytes: [UInt8] { files.values.first ?? [] }

    /// The names in a fixed order.
    var names: [String] { files.keys.sorted() }
}

/// The seeds of a reader: each file in its folder of the corpus is a case, and so is each folder.
enum Corpus {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

    static func cases(of reader: String) throws -> [(name: String, value: FuzzCase)] {
        let root = folder.appendingPathComponent(reader)
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
        return try names.filter { !$0.hasPrefix(".") }.map { name in
            let path = root.appendingPathComponent(name)
            let inside = FileManager.default.subpaths(atPath: path.path) ?? []
            guard !inside.isEmpty else { return (name, FuzzCase(files: [name: [UInt8](try Data(contentsOf: path))])) }
            var files: [String: [UInt8]] = [:]
            for file in inside.sorted() {
                var isFolder: ObjCBool = false
                let full = path.appendingPathComponent(file)
                _ = FileManager.default.fileExists(atPath: full.path, isDirectory: &isFolder)
                if !isFolder.boolValue { files[file] = [UInt8](try Data(contentsOf: full)) }
            }
            return (name, FuzzCase(files: files))
        }
    }
}
