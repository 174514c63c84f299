import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// Names, notes and addresses may have been written by anybody: on the pages they are text, and nothing else.
struct HostileTextTests {
    private static let names = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{title}}"
    private static let made = Result { try ReportFolder(files: files()) }

    /// The tiny workspace with hostile texts wherever a text can stand.
    private static func files() throws -> [String: String] {
        let quoted = "\"" + names.replacing("\"", with: "\"\"") + "\""
        let yaml = "'" + names.replacing("'", with: "''") + "'"
        var files = TinyWorkspace.files
        func replace(_ file: String, _ old: String, _ new: String) throws {
            let text = try #require(files[file])
            try #require(text.contains(old), "\(old)")
            files[file] = text.replacing(old, with: new)
        }
        try replace("greenprint.yaml", "en: Tiny assessment", "en: \(yaml)")
        try replace("areas.csv", "Area A", quoted)
        try replace("areas.csv", "乙地", "乙\u{202E}地\u{200F}")
        try replace("indicators.csv", "Clean air", quoted)
        try replace("data/figures.csv", "one weak source", quoted)
        try replace("data/figures.csv", "单一来源", "单一\u{1}\u{8}来源")
        try replace("data/figures.source.yaml", "https://example.org/bulletin?a=1&b=2", "'javascript:alert(1)'")
        try replace("data/figures.source.yaml", "en: Bulletin of 2020", "en: \(yaml)")
        try replace("frameworks/framework.csv", "Clean air", quoted)
        try replace("plans/targets.csv", "Energy per GDP", quoted)
        try replace("plans/targets.source.yaml", "en: Plan of 2018", "en: \(yaml)")
        try replace("studies/plan.yaml", "en: The plan", "en: \(yaml)")
        try replace("studies/index-2020.yaml", "en: Green index 2020", "en: \(yaml)")
        return files
    }

    private func report() throws -> ReportFolder { try Self.made.get() }

    @Test func everyPageIsStillWellFormedAndSafe() throws {
        let site = try SiteReading(try report().files)
        #expect(site.pages.count > 10)
        for (path, page) in site.pages {
            #expect(Array(Set(page.problems).prefix(5)) == [], "\(path)")
            #expect(page.counts["script"] == nil && page.counts["img"] == nil, "\(path)")
            #expect(page.counts["h1"] == 1, "\(path)")
        }
    }

    /// The text itself is not lost: a reader sees what the file says.
    @Test func theTextIsShownAsText() throws {
        let pages = try SiteReading(try report().files).pages
        let shown = try #require(pages["en/index.html"]).texts
        #expect(shown.contains { $0.contains("<script>alert(1)</script>") })
    }

    @Test func noHostileAddressIsLinked() throws {
        for (path, page) in try SiteReading(try report().files).pages {
            for link in page.links {
                let address = link.attributes["href"] ?? ""
                let scheme = PageReading.scheme(of: address)
                #expect(scheme == nil || scheme == "http" || scheme == "https", "\(path): \(address)")
            }
        }
    }

    /// Signs that turn the direction of what follows could turn the digits of a figure: none is left on a page.
    @Test func noSignTurnsTheDirectionOfText() throws {
        let signs = Set((0x202A...0x202E).map { UInt32($0) } + (0x2066...0x2069).map { UInt32($0) })
        for (path, data) in try report().files where path.hasSuffix(".html") {
            let turning = String(decoding: data, as: UTF8.self).unicodeScalars.contains { signs.contains($0.value) }
            #expect(!turning, "\(path)")
        }
    }

    /// Text that a spreadsheet program would run as a formula gets an apostrophe; numbers stay numbers.
    @Test func noFormulaInATable() throws {
        var files = TinyWorkspace.files
        files["data/figures.source.yaml"] = files["data/figures.source.yaml"]?
            .replacing("en: Bulletin of 2020", with: "en: '=HYPERLINK(\"http://a.example\")'")
        let report = try ReportFolder(files: files)
        let table = report.text("data/sources.csv")
        #expect(table.contains("'=HYPERLINK"))
        #expect(report.text("data/plan.csv").contains(",-6,"))
    }
}
