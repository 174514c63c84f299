import Foundation
import StatisticalData
import Testing

@testable import Reports

/// The site of the example, both languages: what every page must have, and must not.
struct SiteTests {
    private let site: SiteReading

    init() throws { site = try ReportFolder.pages() }

    /// Pages below the folder of a language.
    private var languagePages: [String: PageReading] { site.pages.filter { $0.key != "index.html" } }

    @Test func everyPageIsWellFormedAndSafe() {
        #expect(site.pages.count > 100)
        for (path, page) in site.pages { #expect(Array(Set(page.problems).prefix(5)) == [], "\(path)") }
    }

    @Test func everyPageHasOneHeadingATitleAndLandmarks() {
        for (path, page) in site.pages {
            #expect(page.counts["h1"] == 1, "\(path)")
            #expect(page.counts["main"] == 1, "\(path)")
            #expect(page.counts["title"] == 1, "\(path)")
        }
        for (path, page) in languagePages {
            #expect(page.counts["nav"] == 1 && page.counts["header"] == 1 && page.counts["footer"] == 1, "\(path)")
        }
    }

    @Test func everyPageSaysItsLanguage() {
        for (path, page) in languagePages {
            #expect(page.language == (path.hasPrefix("zh/") ? "zh-Hans" : "en"), "\(path)")
        }
    }

    @Test func everyLinkWithinTheSiteLeadsSomewhere() {
        for path in site.pages.keys { #expect(Array(site.broken(on: path).prefix(5)) == [], "\(path)") }
    }

    /// The same where every study is a chapter, so that there are no further studies to lead to.
    @Test func everyLinkOfATinySiteLeadsSomewhere() throws {
        let tiny = try SiteReading(try TinyWorkspace.report().files)
        #expect(tiny.pages.count > 10)
        #expect(Set(tiny.pages.keys.flatMap { tiny.broken(on: $0) }).sorted() == [])
    }

    /// Each page is there in both languages, and the switch leads from the one to the other.
    @Test func theSwitchLeadsToTheSamePage() {
        for (path, page) in languagePages {
            let (own, other) = path.hasPrefix("zh/") ? ("zh/", "en/") : ("en/", "zh/")
            let expected = other + path.dropFirst(own.count)
            #expect(site.pages[expected] != nil, "\(path)")
            let tag = other == "zh/" ? "zh-Hans" : "en"
            for element in ["link", "a"] {
                let switches = page.links.filter { $0.element == element && $0.attributes["hreflang"] == tag }
                #expect(switches.count == 1, "\(path)")
                let address = switches.first?.attributes["href"] ?? ""
                #expect(SiteReading.resolve(address, from: path)?.path == expected, "\(path)")
            }
        }
    }

    /// A message that is missing shows as its key in brackets; an argument that is missing in braces.
    @Test func noMessageIsMissing() {
        // Pages of declarations show YAML, which has brackets and braces of its own.
        for (path, page) in site.pages where !path.hasSuffix(".yaml.html") {
            for text in page.texts where text.contains("[") || text.contains("{") {
                #expect(text.firstMatch(of: /\[[a-z]+(-[A-Za-z0-9]+)+\]|\{[A-Za-z]+\}/) == nil, "\(path): \(text)")
            }
        }
    }

    /// The landing page offers both languages.
    @Test func landing() throws {
        let page = try #require(site.pages["index.html"])
        let targets = page.links.filter { $0.element == "a" }.compactMap { $0.attributes["href"] }
        #expect(Set(targets) == ["en/index.html", "zh/index.html"])
    }

    /// The same assessment gives the same bytes.
    @Test func theSiteIsDeterministic() throws {
        let tiny = try TinyWorkspace.report()
        #expect(try Site(tiny.assessment, catalogue: tiny.catalogue).files() == tiny.files)
    }

    /// The pages the tests look at as values are all pages of the site.
    @Test func allPagesAreLookedAt() throws {
        let example = try ReportFolder.example()
        let paths = Language.allCases.flatMap { language in
            example.pages(in: language).map { language.rawValue + "/" + $0.path }
        }
        #expect(Set(paths) == Set(languagePages.keys))
        #expect(Set(paths).count == paths.count)
    }
}
