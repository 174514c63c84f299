import EmbeddedFiles
import Foundation
import Testing

/// The program holds exactly the files of the project, byte for byte.
struct EmbeddedFilesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the embedded folders come from.
    private static let folders = [
        ("assets", "Sources/Reports/Assets"), ("templates/jiangsu", "Examples/jiangsu"),
    ]

    /// The files below a folder, without hidden files and what a run leaves behind.
    private static func files(below folder: String) throws -> [String: Data] {
        let place = root.appending(path: folder)
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            var isFolder: ObjCBool = false
            let full = place.appending(path: path).path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            found[path] = try Data(contentsOf: URL(filePath: full))
        }
        return found
    }

    @Test(arguments: folders)
    func theListIsThatOfTheFolder(name: String, folder: String) throws {
        let onDisk = try Self.files(below: folder)
        let embedded = EmbeddedFile.files(in: name)
        #expect(!onDisk.isEmpty)
        #expect(
            embedded.map(\.path).sorted() == onDisk.keys.sorted(), "run Scripts/embed after adding or removing a file")
    }

    @Test(arguments: folders)
    func theBytesAreThoseOnDisk(name: String, folder: String) throws {
        let onDisk = try Self.files(below: folder)
        for file in EmbeddedFile.files(in: name) {
            #expect(Data(file.bytes) == onDisk[file.path], "\(name)/\(file.path)")
        }
    }

    @Test func thereIsNothingElse() {
        for file in EmbeddedFile.all {
            #expect(Self.folders.contains { file.path.hasPrefix($0.0 + "/") }, "\(file.path)")
        }
        let paths = EmbeddedFile.all.map(\.path)
        #expect(Set(paths).count == paths.count)
    }

    @Test func aFileIsFoundByItsPath() throws {
        for file in EmbeddedFile.all {
            let found = try #require(EmbeddedFile.at(file.path), "\(file.path)")
            #expect(found.bytes == file.bytes)
            #expect(found.text == String(decoding: file.bytes, as: UTF8.self))
        }
        #expect(EmbeddedFile.at("assets/style") == nil)
        #expect(EmbeddedFile.at("") == nil)
        #expect(EmbeddedFile.files(in: "asset").isEmpty)
    }

    /// The zero that C adds behind the bytes is no part of a file.
    @Test func noFileEndsInAZero() {
        for file in EmbeddedFile.all { #expect(file.bytes.last != 0, "\(file.path)") }
    }
}
