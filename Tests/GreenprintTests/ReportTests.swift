import Foundation
import Testing
import TestSupport

/// `report`: a complete site or none, the same bytes every time, never in place of something else.
struct ReportTests {
    private static let studies = [
        "efficiency-illustration", "energy-decoupling", "energy-drivers-2020", "energy-drivers",
        "energy-intensity", "energy-saving-2020", "green-development-index-2016", "green-economy-progress",
        "plan-12fyp", "plan-13fyp",
        "plan-263", "plan-china-13fyp", "plan-eco-civilisation", "plan-energy", "plan-xiaokang",
        "target-assessment-2016-2020",
    ]

    private static func report(_ output: String, _ more: [String] = [], in folder: TemporaryFolder) throws
        -> Greenprint.Outcome
    {
        try Greenprint.run(["report", "jiangsu", "--output", output] + more, in: folder.path)
    }

    /// Only one small study: a site that is written quickly.
    private static func shorten(_ folder: TemporaryFolder) throws {
        try shortenExample(folder)
    }

    @Test func wholeSite() throws {
        try withExample { folder in
            let outcome = try Self.report("site", in: folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.lines.last == "site/index.html")
            #expect(outcome.lines.count == 1)
            let warnings = outcome.errorLines.filter { $0.contains(": warning: ") }
            #expect(warnings.count == 1 && warnings[0].hasPrefix(Greenprint.exampleWarning), "\(outcome.errors)")
            let site = try folder.contents(of: "site")
            for language in ["en", "zh"] {
                for study in ["index"] + Self.studies {
                    let page = try #require(site["\(language)/\(study).html"], "\(language)/\(study).html")
                    let text = String(decoding: page, as: UTF8.self)
                    #expect(text.hasPrefix("<!doctype html>") || text.hasPrefix("<!DOCTYPE html>"))
                    #expect(text.hasSuffix("</html>\n"))
                }
            }
            #expect(site["index.html"] != nil)
            for study in Self.studies {
                let table = [UInt8](try #require(site["data/\(study).csv"]))
                #expect(table.starts(with: [0xEF, 0xBB, 0xBF] + Array("study,item,measure,area,period,value,".utf8)))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["jiangsu", "site"])
            let again = try Self.report("again/", ["--language", "zh"], in: folder)
            #expect(again.lines.last == "again/index.html")
            #expect(try folder.contents(of: "again") == site, "the same bytes from a second run, whatever the language")
        }
    }

    /// After the ledger was made anew the pages are the same, and replace the earlier ones.
    @Test func sameBytesAfterRebuild() throws {
        try withExample { folder in
            try Self.shorten(folder)
            #expect(try Self.report("site", in: folder).code == 0)
            let site = try folder.contents(of: "site")
            #expect(try Greenprint.run(["rebuild", folder.path("jiangsu")]).code == 0)
            try folder.write("old", to: "site/en/old.html")
            #expect(try Self.report("site/", in: folder).code == 0)
            #expect(try folder.contents(of: "site") == site)
        }
    }

    @Test(arguments: ["jiangsu", "jiangsu/data", "mine", "mine/file"]) func foreignFolderIsRefused(_ output: String)
        throws
    {
        try withExample { folder in
            try Self.shorten(folder)
            try folder.write("mine", to: "mine/file")
            #expect(try Greenprint.run(["run", folder.path("jiangsu")]).code == 0)
            let before = try folder.contents().filter { !$0.key.contains("/ledger.sqlite") }
            let outcome = try Self.report(output, in: folder)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("\(output): error: "))
            #expect(try folder.contents().filter { !$0.key.contains("/ledger.sqlite") } == before)
        }
    }

    @Test func faultyWorkspaceLeavesTheOldSite() throws {
        try withExample { folder in
            try Self.shorten(folder)
            #expect(try Self.report("site", in: folder).code == 0)
            let site = try folder.contents(of: "site")
            try folder.replace("JS-12FYP", by: "JS-12FIP", in: "jiangsu/studies/plan-12fyp.yaml")
            let outcome = try Self.report("site", in: folder)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix("studies/plan-12fyp.yaml:6:42: error: "))
            #expect(try folder.contents(of: "site") == site)
            try folder.replace(",320000,2016,", by: ",32000,2016,", in: "jiangsu/data/green-development-index-2016.csv")
            #expect(try Self.report("site", in: folder).code == 1)
            #expect(try folder.contents(of: "site") == site)
        }
    }

    @Test(arguments: ["site//", "a/b/c/site", "../site"]) func unusualPaths(_ output: String) throws {
        try withExample { folder in
            try Self.shorten(folder)
            let below = folder.path("jiangsu")
            let outcome = try Greenprint.run(["report", "--output", output], in: below)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let path = try #require(outcome.lines.last)
            #expect(FileManager.default.fileExists(atPath: below + "/" + path))
        }
    }

    /// Figures changed after they were entered: named, and no site.
    @Test(arguments: ["data/energy-intensity-2020.csv", "data/energy-intensity-2020.source.yaml"])
    func changedBatchIsNamed(_ file: String) throws {
        try withExample { folder in
            try Self.shorten(folder)
            #expect(try Greenprint.run(["run", folder.path("jiangsu")]).code == 0)
            try folder.append("\n", to: "jiangsu/" + file)
            for command in [["report", "--output", folder.path("site")], ["run"], ["check"], ["verify"]] {
                let arguments = [command[0], folder.path("jiangsu")] + command.dropFirst()
                let outcome = try Greenprint.run(arguments)
                #expect(outcome.code == 1, "\(command[0])")
                #expect(outcome.errors.contains("\(file): error: "), "\(command[0]): \(outcome.errors)")
            }
            #expect(!folder.exists("site"))
        }
    }
}
