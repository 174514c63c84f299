import Foundation
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// What a study names must lie in the workspace; what it names must be a file.
struct PathTests {
    static let outside = [
        "../targets.csv", "plans/../../targets.csv", "/etc/passwd", "..", ".", "./plans/targets.csv",
        "plans//targets.csv",
        "plans/",
    ]

    @Test(arguments: outside) func pathLeadsOut(_ path: String) throws {
        try FaultCase(
            path, in: "studies/plan.yaml", .replace("file: plans/targets.csv", by: "file: \"\(path)\""), "file-outside",
            at: "studies/plan.yaml:3:17", ["found": path]
        ).expectFault()
    }

    @Test(arguments: ["plans", "plans/no.csv", "plans/targets.csv/x"]) func noFile(_ path: String) throws {
        try FaultCase(
            path, in: "studies/plan.yaml", .replace("file: plans/targets.csv", by: "file: \"\(path)\""), "file-missing",
            at: "studies/plan.yaml:3:17", ["found": path]
        ).expectFault()
    }

    @Test func controlCharactersAreNoPath() throws {
        #expect(!WorkspaceFolder.isInside("plans/a\u{0}b.csv"))
        #expect(!WorkspaceFolder.isInside(""))
        #expect(WorkspaceFolder.isInside("plans/江苏 targets.csv"))
    }

    /// Guides/Workspaces.md, "Limits": symbolic links are followed.
    @Test func linksAreFollowed() throws {
        try withSmallWorkspace { folder in
            try withTemporaryFolder { elsewhere in
                try elsewhere.write(try folder.bytes("plans/targets.csv"), to: "targets.csv")
                try folder.remove("plans/targets.csv")
                try FileManager.default.createSymbolicLink(
                    atPath: folder.path("plans/targets.csv"), withDestinationPath: elsewhere.path("targets.csv"))
                #expect(try Workspace.check(at: folder.path).isEmpty)
            }
        }
    }

    @Test func aPipeInPlaceOfAFileDoesNotHang() throws {
        try withSmallWorkspace { folder in
            try folder.remove("plans/targets.csv")
            try #require(mkfifo(folder.path("plans/targets.csv"), 0o600) == 0)
            #expect(try Workspace.check(at: folder.path).map(\.code).contains("file-missing"))
        }
    }

    @Test(arguments: [
        "studies/plan.yaml", "data/scores.csv", "data/scores.source.yaml", "areas.csv", "greenprint.yaml",
    ])
    func aFolderInPlaceOfAFileIsAFault(_ file: String) throws {
        try withSmallWorkspace { folder in
            try folder.remove(file)
            try folder.write("", to: file + "/inside")
            let faults = try Workspace.check(at: folder.path)
            #expect(faults.contains { $0.code == "file-missing" && $0.place.file == file }, "\(faults.map(\.code))")
        }
    }
}
