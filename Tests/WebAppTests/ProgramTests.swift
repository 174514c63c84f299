import Foundation
import FoundationXML
import HTTPTypes
import Reports
import StatisticalData
import Testing

@testable import WebApp

/// The interface for programs: what its description says is there, and is what the ledger holds.
struct ProgramTests {
    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Every address of the description answers its example, and describes every parameter it has.
    @Test func descriptionIsTrue() async throws {
        try await LiveFolder.with { live in
            let answer = await live.get("/api/openapi.json")
            #expect(answer.fields[.contentType] == "application/json")
            let document = try Self.object(answer.text)
            #expect((document["openapi"] as? String)?.hasPrefix("3.1") == true)
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            for route in ProgramRoute.allCases { #expect(paths["/" + route.rawValue] != nil, "\(route)") }
            for (path, operations) in paths {
                let operation = try #require(operations["get"] as? [String: Any], "\(path)")
                let parameters = operation["parameters"] as? [[String: Any]] ?? []
                var target = path
                for parameter in parameters where parameter["in"] as? String == "path" {
                    let name = try #require(parameter["name"] as? String)
                    target = target.replacing("{\(name)}", with: try #require(parameter["example"] as? String))
                }
                #expect(!target.contains("{"), "\(path)")
                let answer = await live.get(target)
                #expect(answer.status == .ok, "\(target)")
                let types = ((operation["responses"] as? [String: Any])?["200"] as? [String: Any])?["content"]
                let type = answer.fields[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
                #expect((types as? [String: Any])?[type] != nil, "\(target): \(type)")
            }
        }
    }

    /// All pages of the figures, one after the other by the links, are the figures at once.
    @Test func pagesFollowEachOther() async throws {
        try await LiveFolder.with { live in
            let whole = try Self.object(await live.get("/api/observations?area=320000&limit=10000").text)
            let all = try #require(whole["items"] as? [NSDictionary])
            #expect(all.count > 20 && whole["total"] as? Int == all.count)
            var next: String? = "/api/observations?area=320000&limit=7"
            var pages: [NSDictionary] = []
            while let target = next {
                let answer = await live.get(target)
                let items = try #require(try Self.object(answer.text)["items"] as? [NSDictionary])
                #expect(items.count == min(7, all.count - pages.count))
                pages += items
                let link = HTTPField.Name("Link").flatMap { answer.fields[$0] }
                next = link.flatMap { $0.firstMatch(of: /<([^>]*)>; rel="next"/) }.map { String($0.1) }
                try #require(pages.count <= all.count)
            }
            #expect(pages == all)
            let beyond = try Self.object(await live.get("/api/observations?offset=100000").text)
            #expect(beyond["count"] as? Int == 0)
        }
    }

    /// Figures of the example: energy per unit of GDP of Jiangsu, 2016 to 2018, and what was known of them at the end of 2018.
    @Test func figuresAreThoseOfTheLedger() async throws {
        try await LiveFolder.with { live in
            let query =
                "/api/observations?indicator=energy-per-gdp&area=320000&transformation=annual-change&from=2016&to=2018"
            func values(_ target: String) async throws -> [Double] {
                let items = try Self.object(await live.get(target).text)["items"] as? [[String: Any]]
                return items?.compactMap { $0["value"] as? Double } ?? []
            }
            let (newest, early) = (try await values(query), try await values(query + "&known-on=2018-12-31"))
            #expect(newest == [-4.68, -5.54, -6.18])
            #expect(early == [-4.68, -5.54])
            let vintages = try await values(query + "&vintages=all")
            #expect(vintages.count >= 3)
        }
    }

    @Test(arguments: [
        "limit=0", "limit=10001", "limit=x", "offset=-1", "from=soon", "known-on=2018-13", "transformation=square",
        "vintages=some", "unknown=1",
    ])
    func malformedQueriesAreTold(_ query: String) async throws {
        try await LiveFolder.with { live in
            let answer = await live.get("/api/observations?" + query, languages: "zh")
            #expect(answer.status == .badRequest)
            #expect(answer.fields[.contentType] == "application/problem+json")
            #expect(answer.fields[.contentSecurityPolicy] != nil)
            let problem = try Self.object(answer.text)
            #expect(problem["status"] as? Int == 400)
            #expect(problem["title"] as? String == "无法理解该请求")
        }
    }

    /// The feed is well-formed, the newest first, and every entry leads to its file; counts add up to all figures.
    @Test(arguments: Language.allCases) func feed(language: Language) async throws {
        try await LiveFolder.with { live in
            let answer = await live.get("/\(language.rawValue)/feed.atom", host: "localhost:81")
            #expect(answer.fields[.contentType] == "application/atom+xml; charset=utf-8")
            let parser = XMLParser(data: Data(answer.text.utf8))
            #expect(parser.parse(), "\(answer.text.prefix(2000))")
            let dates = answer.text.matches(of: /<updated>([^<]*)<\/updated>/).map { String($0.1) }
            #expect(dates.count > 5 && dates == dates.sorted(by: >))
            let links = answer.text.matches(of: /<link href="http:\/\/localhost:81([^"]*)"/).map { String($0.1) }
            #expect(links.count == dates.count - 1)
            for link in Set(links) { #expect(await live.get(link).status == .ok, "\(link)") }
            let told = answer.text.matches(of: language == .english ? /<title>(\d+) fig/ : /的(\d+)个数据：/)
            let total = try Self.object(await live.get("/api/observations?vintages=all&limit=1").text)["total"] as? Int
            #expect(told.compactMap { Int($0.1) }.reduce(0, +) == total)
        }
    }

    /// Keys of SDMX 2.1: codes of areas by ISO 3166, empty parts for all; the format by name, else by what is accepted.
    @Test func dataQueries() async throws {
        try await LiveFolder.with { live in
            func lines(_ target: String) async -> [Substring] {
                await live.get("/sdmx/data/all" + target).text.split(whereSeparator: \.isNewline)
            }
            let key = "/A.CN-JS.energy-per-gdp.annual-change"
            let yearly = await lines(key + "?format=csv&startPeriod=2016&endPeriod=2018")
            #expect(yearly.count == 4, "\(yearly)")
            #expect(yearly.dropFirst().allSatisfy { $0.contains(",CN-JS,energy-per-gdp,annual-change,") })
            let both = await lines("/A.CN-JS+CN-ZJ.energy-per-gdp.?format=csv&startPeriod=2017&endPeriod=2017")
            #expect(both.contains { $0.contains("CN-ZJ") } && both.contains { $0.contains("CN-JS") })
            let known = await lines(key + "?format=csv&startPeriod=2016&endPeriod=2018&asOf=2018-12-31")
            #expect(known.count == 3)
            let history = await live.get("/sdmx/data/all" + key + "?format=csv&includeHistory=true").text
            #expect(history.contains("VINTAGE"))
            for (name, type) in [("csv", "+csv"), ("json", "+json"), ("xml", "+xml")] {
                let answer = await live.get("/sdmx/data/all?format=" + name)
                #expect(answer.status == .ok && answer.fields[.contentType]?.contains(type) == true)
            }
            let accepted = WebRequest(
                .get, "/sdmx/data/all" + key, host: "localhost",
                accepted: "application/vnd.sdmx.data+json;version=2.0.0")
            #expect(await live.app.answer(accepted).answer.text.hasPrefix("{"))
            for (target, status) in [
                ("/A.CN-JS", 400), ("/A.XX.energy-per-gdp.", 404), ("/D...", 404), ("?format=pdf", 400), ("/a/b", 404),
            ] {
                #expect(await live.get("/sdmx/data/all" + target).status.code == status, "\(target)")
            }
        }
    }
}
