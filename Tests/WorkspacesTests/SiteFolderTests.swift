import Foundation
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// A site takes its place whole or not at all, and never that of something else.
struct SiteFolderTests {
    private static func site(_ text: String) -> [String: Data] {
        ["index.html": Data(text.utf8), "en/index.html": Data("en".utf8), "data/a/b.csv": Data("1".utf8)]
    }

    private static func withoutMarker(_ contents: [String: Data]) -> [String: Data] {
        contents.filter { $0.key != SiteFolder.marker }
    }

    @Test(arguments: ["site", "site/", "site//", "a/b/site", "./site", "江苏 site"])
    func writesAndReplaces(_ name: String) throws {
        try withTemporaryFolder { folder in
            for text in ["first", "second"] {
                try SiteFolder.write(Self.site(text), to: folder.path(name))
                #expect(Self.withoutMarker(try folder.contents(of: name)) == Self.site(text))
            }
            let top = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(top.count == 1, "nothing may be left beside the site: \(top)")
        }
    }

    /// Pages of an earlier site that are no longer written must go.
    @Test func replacesTheWholeSite() throws {
        try withTemporaryFolder { folder in
            try SiteFolder.write(["old.html": Data()], to: folder.path("site"))
            try SiteFolder.write(Self.site("new"), to: folder.path("site"))
            #expect(!folder.exists("site/old.html"))
        }
    }

    @Test func takesAnEmptyFolder() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder.path("site"), withIntermediateDirectories: false)
            try SiteFolder.write(Self.site("x"), to: folder.path("site"))
            #expect(folder.exists("site/index.html"))
        }
    }

    @Test func refusesAForeignFolder() throws {
        try withTemporaryFolder { folder in
            try folder.write("mine", to: "site/index.html")
            let before = try folder.contents()
            let fault = try #require(throws: Fault.self) {
                try SiteFolder.write(Self.site("x"), to: folder.path("site"))
            }
            #expect(fault.code == "site-not-ours")
            #expect(fault.place.file == folder.path("site"))
            #expect(try folder.contents() == before)
        }
    }

    @Test func refusesAFile() throws {
        try withTemporaryFolder { folder in
            try folder.write("mine", to: "site")
            let fault = try #require(throws: Fault.self) {
                try SiteFolder.write(Self.site("x"), to: folder.path("site"))
            }
            #expect(fault.code == "site-not-a-folder")
            #expect(try folder.text("site") == "mine")
        }
    }

    /// A file where a folder must be made stops the site half-way: the old one stays, nothing is left beside it.
    @Test func aFailureLeavesTheOldSite() throws {
        try withTemporaryFolder { folder in
            try SiteFolder.write(Self.site("old"), to: folder.path("site"))
            let impossible = ["a": Data(), "a/b": Data(), "index.html": Data("new".utf8)]
            #expect(throws: Fault.self) { try SiteFolder.write(impossible, to: folder.path("site")) }
            #expect(Self.withoutMarker(try folder.contents(of: "site")) == Self.site("old"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
        }
    }

    @Test func aFolderThatCannotBeMadeIsAFault() throws {
        try withTemporaryFolder { folder in
            try folder.write("", to: "file")
            let fault = try #require(throws: Fault.self) {
                try SiteFolder.write(Self.site("x"), to: folder.path("file/site"))
            }
            #expect(fault.code == "file-cannot-write")
            #expect(fault.arguments["reason"] == String(cString: strerror(ENOTDIR)))
        }
    }
}
