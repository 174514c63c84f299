import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import StatisticalData
import TestSupport
import Testing

@testable import WebApp

/// Answers, whatever is asked.
struct WebAppTests {
    @Test func everyFileOfTheSiteIsThere() async throws {
        try await LiveFolder.with { live in
            let site = try #require(live.keeper.current?.site)
            #expect(site.paths.count > 30)
            for path in site.paths {
                let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
                let answer = await live.get("/" + address)
                #expect(answer.status == .ok, "\(path)")
                let file = try #require(try site.file(at: path))
                #expect(answer.text == String(decoding: file, as: UTF8.self), "\(path)")
                #expect(answer.fields[.contentType] == MediaType.of(path))
                let again = await live.get("/" + address, knownTags: answer.fields[.eTag])
                #expect(again.status == .notModified && again.body.readableBytes == 0, "\(path)")
            }
        }
    }

    /// The headers that keep a page from running what is not ours, on every answer there is.
    @Test func everyAnswerHasTheHeaders() async throws {
        try await LiveFolder.with { live in
            let asked: [(String, WebRequest.Method, String?, Int)] = [
                ("/", .get, "localhost", 302), ("/en", .get, "localhost", 308), ("/en/", .get, "localhost", 200),
                ("/style.css", .head, "localhost", 200), ("/health", .get, "localhost", 200),
                ("/metrics", .get, "localhost", 200), ("/nothing", .get, "localhost", 404),
                ("/en/", .post, "localhost", 405), ("/health", .other, "localhost", 405),
                ("/%ff", .get, "localhost", 400), ("/en/", .get, "evil.example", 421), ("/en/", .get, nil, 421),
            ]
            for (target, method, host, status) in asked {
                let answer = await live.get(target, method, host: host)
                #expect(answer.status.code == status, "\(target)")
                #expect(answer.fields[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(target)")
                #expect(answer.fields[.contentSecurityPolicy]?.contains("unsafe") == false, "\(target)")
                #expect(answer.fields[.xContentTypeOptions] == "nosniff", "\(target)")
                for name in ["Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"] {
                    #expect(HTTPField.Name(name).map { answer.fields.contains($0) } == true, "\(target): \(name)")
                }
                #expect((answer.fields[.allow] == "GET, HEAD") == (status == 405))
            }
        }
    }

    @Test(arguments: [
        "/../greenprint.yaml", "/en/../../greenprint.yaml", "/%2e%2e/greenprint.yaml",
        "/data/files/../../greenprint.yaml",
        "/data/files/%2e%2e%2f%2e%2e%2fgreenprint.yaml", "/greenprint.yaml", "/.greenprint/ledger.sqlite",
        "//etc/passwd",
        "/data/files//etc/passwd", "/data/files/.greenprint/lock",
    ])
    func nothingOutsideTheSiteIsServed(_ target: String) async throws {
        try await LiveFolder.with { live in
            #expect(await live.get(target).status == .notFound)
        }
    }

    /// Problems are told in the language of the address, else in that of the reader.
    @Test func problemsAreToldInBothLanguages() async throws {
        try await LiveFolder.with { live in
            let catalogue = try Catalogue.embedded()
            for problem in RequestProblem.allCases {
                for language in Language.allCases {
                    let wording = Wording(catalogue, language)
                    let page = try #require(live.keeper.current?.site.page(telling: problem, in: language))
                    let text = String(decoding: page, as: UTF8.self)
                    #expect(text.contains("<h1>" + wording("problem-title-" + problem.rawValue) + "</h1>"))
                    #expect(text.contains("href=\"/\(language.rawValue)/index.html\""))
                    #expect(text.contains("lang=\"\(language.tag)\""))
                    #expect(!text.contains("aria-current"))
                }
            }
            #expect(await live.get("/zh/a/b/c", languages: "en").text.contains("lang=\"zh-Hans\""))
            #expect(await live.get("/en/a", languages: "zh").text.contains("lang=\"en\""))
            #expect(await live.get("/a", languages: "en").text.contains("lang=\"en\""))
            #expect(await live.get("/a").text.contains("lang=\"zh-Hans\""), "the language of the workspace")
        }
    }

    @Test func languageIsRemembered() async throws {
        try await LiveFolder.with { live in
            #expect(await live.get("/").fields[.location] == "/zh/")
            #expect(await live.get("/", languages: "en").fields[.location] == "/en/")
            let page = await live.get("/en/plan-12fyp.html")
            #expect(page.fields[.setCookie]?.hasPrefix("greenprint-language=en; Path=/;") == true)
            let later = await live.get("/", languages: "zh", cookies: "greenprint-language=en")
            #expect(later.fields[.location] == "/en/")
            #expect(await live.get("/en/", cookies: "greenprint-language=en").fields[.setCookie] == nil)
            #expect(await live.get("/style.css").fields[.setCookie] == nil)
        }
    }

    /// Figures by area, period and vintage, as the ledger of the example has them; the query is kept by the switch.
    @Test func figuresAreShown() async throws {
        try await LiveFolder.with { live in
            let query = "area=320000&transformation=annual-change&from=2016&to=2018"
            let table = await live.get("/figures/energy-per-gdp.csv?" + query)
            #expect(table.status == .ok && table.fields[.contentType] == "text/csv; charset=utf-8")
            let lines = table.text.split(whereSeparator: \.isNewline)
            #expect(lines.count == 4)
            #expect(lines[1].contains(",320000,2016,-4.68,%,"), "\(lines)")
            let early = await live.get("/figures/energy-per-gdp.json?" + query + "&known-on=2018-12-31").text
            #expect(early.contains("-5.54") && !early.contains("-6.18"))
            let page = await live.get("/en/figures/energy-per-gdp?" + query)
            #expect(page.text.contains("−4.68") && page.text.contains("<svg"))
            #expect(page.text.contains("../../zh/figures/energy-per-gdp?" + query.replacing("&", with: "&amp;")))
            let again = await live.get("/en/figures/energy-per-gdp?" + query, knownTags: page.fields[.eTag])
            #expect(again.status == .notModified)
            for (target, status) in [
                ("/en/figures/none", 404), ("/figures/none.csv", 404), ("/en/figures/energy-per-gdp?area=1", 404),
                ("/figures/energy-per-gdp.json?from=soon", 400), ("/en/derivation", 400),
                ("/en/derivation?study=a&item=b&measure=c&area=d&period=2016", 404),
            ] {
                #expect(await live.get(target).status.code == status, "\(target)")
            }
        }
    }

    /// Every link of the live pages leads somewhere, and every value of a page to its tree.
    @Test func linksOfLivePagesLead() async throws {
        try await LiveFolder.with { live in
            for start in ["/en/explore?q=plan", "/zh/figures/energy-per-gdp", "/en/explain/plan-12fyp/320000.html"] {
                let page = await live.get(start)
                #expect(page.status == .ok)
                let links = Set(page.text.matches(of: /href="([^"]+)"/).map { String($0.1) })
                #expect(links.count > 10)
                for link in links where !link.hasPrefix("http") && !link.hasPrefix("#") {
                    let base = URL(string: "http://localhost" + start)
                    let url = URL(string: link.replacing("&amp;", with: "&"), relativeTo: base)?.absoluteURL
                    let target = (url?.path(percentEncoded: true) ?? "") + (url?.query.map { "?" + $0 } ?? "")
                    #expect(await live.get(target).status == .ok, "\(start): \(link)")
                }
            }
        }
    }

    @Test func beforeTheFirstReading() async throws {
        try await LiveFolder.with { live in
            let early = live.unread()
            for (target, text) in [("/en/", "being read"), ("/zh/", "正在读取工作区"), ("/anything", "being read")] {
                let answer = await early.answer(WebRequest(.get, target, host: "localhost")).answer
                #expect(answer.status == .serviceUnavailable)
                #expect(answer.fields[.retryAfter] == "1")
                #expect(answer.fields[.contentSecurityPolicy] != nil)
                #expect(answer.text.contains(text), "\(answer.text)")
            }
            let style = await early.answer(WebRequest(.get, "/style.css", host: "localhost")).answer
            #expect(style.status == .ok && style.text.contains("body {"))
        }
    }

    /// A request sees one snapshot; a workspace that became faulty keeps its pages, which say so in both languages.
    @Test func faultyWorkspaceKeepsItsPages() async throws {
        try await LiveFolder.with { live in
            let before = try #require(live.keeper.current)
            try live.folder.write("name: {en: Short}\n", to: "greenprint.yaml")
            await live.keeper.renew()
            #expect(live.keeper.current?.faults.isEmpty == false)
            for language in Language.allCases {
                let page = await live.get("/\(language.rawValue)/").text
                #expect(page.contains("class=\"notice site-notice\"") && page.contains("greenprint.yaml"))
            }
            #expect(await live.get("/health").text.contains("\"status\":\"faulty\""))
            let kept = try #require(try before.site.file(at: "en/index.html"))
            #expect(!String(decoding: kept, as: UTF8.self).contains("site-notice"))
            try live.folder.write("name: {en: Other, zh: 别}\narea: \"320000\"\n", to: "greenprint.yaml")
            await live.keeper.renew()
            let page = await live.get("/en/").text
            #expect(page.contains("Other") && !page.contains("site-notice"))
        }
    }
}
