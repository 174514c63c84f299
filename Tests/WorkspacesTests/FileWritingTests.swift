import Foundation
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Single files, templates, checksums and the lock.
struct FileWritingTests {
    @Test func atomicFileReplaces() throws {
        try withTemporaryFolder { folder in
            for text in ["one", "", "three"] {
                try AtomicFile.write(Data(text.utf8), to: folder.path("file"))
                #expect(try folder.contents() == ["file": Data(text.utf8)])
            }
        }
    }

    @Test func atomicFileKeepsTheOldOneOnFailure() throws {
        try withTemporaryFolder { folder in
            try folder.write("x", to: "folder/inside")
            let missing = try #require(throws: Fault.self) {
                try AtomicFile.write(Data(), to: folder.path("missing/file"))
            }
            #expect(missing.code == "file-cannot-write")
            #expect(throws: Fault.self) { try AtomicFile.write(Data(), to: folder.path("folder")) }
            #expect(try folder.contents() == ["folder/inside": Data("x".utf8)])
        }
    }

    /// FIPS 180-4, the examples "abc" and the empty message.
    @Test func checksums() {
        #expect(
            Checksum.sha256(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Checksum.sha256(Data()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test(arguments: ["new", "new/", "a/new"]) func templateIsCopied(_ name: String) throws {
        try withTemporaryFolder { folder in
            let count = try WorkspaceTemplate.copy("jiangsu", to: folder.path(name))
            #expect(try folder.contents(of: name).count == count)
            #expect(count > 20)
            #expect(try Workspace.check(at: folder.path(name)).allSatisfy { $0.severity == .warning })
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
        }
    }

    @Test func templateRefusesWhatIsThere() throws {
        try withTemporaryFolder { folder in
            try folder.write("mine", to: "folder/file")
            for path in ["folder", "folder/file"] {
                let fault = try #require(throws: Fault.self) {
                    try WorkspaceTemplate.copy("jiangsu", to: folder.path(path))
                }
                #expect(fault.code == "workspace-not-empty")
            }
            let unknown = try #require(throws: Fault.self) {
                try WorkspaceTemplate.copy("jiangsi", to: folder.path("new"))
            }
            #expect(unknown.code == "template-unknown")
            #expect(unknown.arguments["nearest"] == "jiangsu")
            #expect(try folder.contents() == ["folder/file": Data("mine".utf8)])
        }
    }

    /// The lock goes with its holder; a file left by a dead process does not block.
    @Test func lockIsFreeAgain() throws {
        try withTemporaryFolder { folder in
            try folder.write("12345", to: Workspace.derivedFolder + "/lock")
            for _ in 0..<3 {
                let lock = try WorkspaceLock(WorkspaceFolder(folder.path))
                withExtendedLifetime(lock) {}
            }
        }
    }

    @Test func lockNeedsAFolder() throws {
        try withTemporaryFolder { folder in
            try folder.write("", to: Workspace.derivedFolder)
            let fault = try #require(throws: Fault.self) { try WorkspaceLock(WorkspaceFolder(folder.path)) }
            #expect(fault.code == "file-cannot-write")
        }
    }
}
