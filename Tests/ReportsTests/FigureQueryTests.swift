import Foundation
import StatisticalData
import Testing

@testable import Reports

/// Queries of addresses, and the figures that answer them.
struct FigureQueryTests {
    private static func query(_ items: [(String, String)]) throws -> FigureQuery {
        try FigureQuery("energy-per-gdp", items: items.map { (name: $0.0, value: $0.1) })
    }

    /// What is read from an address is written as the same address.
    @Test(arguments: [
        "", "area=320000",
        "area=320000&area=330000&transformation=annual-change&from=2010&to=2016-Q3&known-on=2018-07-25",
        "from=2010%2F2012", "area=%E8%8B%8F",
    ])
    func textIsReadBack(_ text: String) throws {
        let items = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=")
            return (String(parts[0]), parts[1].removingPercentEncoding ?? "")
        }
        #expect(try Self.query(items).text == text)
    }

    @Test func repeatedAreasCountOnce() throws {
        #expect(try Self.query([("area", "A"), ("area", ""), ("area", "A"), ("other", "x")]).text == "area=A")
    }

    @Test(arguments: ["transformation", "from", "to", "known-on"]) func malformedValuesAreRefused(_ name: String) {
        #expect(throws: RequestProblem.malformed) { try Self.query([(name, "x y")]) }
    }

    @Test func tooManyAreasAreRefused() throws {
        let areas = (0...FigureQuery.mostAreas).map { ("area", "A\($0)") }
        #expect(throws: RequestProblem.malformed) { try Self.query(areas) }
        #expect(try Self.query(Array(areas.dropLast())).areas.count == FigureQuery.mostAreas)
    }

    /// By hand: whole periods within the bounds.
    @Test func bounds() throws {
        let query = try Self.query([("from", "2016-Q2"), ("to", "2018")])
        for (text, isHeld) in [
            ("2016", false), ("2016-Q1", false), ("2016-Q2", true), ("2017", true), ("2018-12", true),
            ("2017/2018", true),
            ("2018/2019", false), ("2019-01", false), ("2016-H2", true),
        ] {
            let period = try #require(Period(text))
            #expect(query.holds(period) == isHeld, "\(text)")
        }
    }

    /// The vintages of TinyWorkspace: -3.2 preliminary on 2020-06-01, -3.05 final on 2021-06-01.
    @Test func figuresAreThoseKnown() throws {
        let report = try TinyWorkspace.report()
        let figures = Few()
        func view(_ items: [(String, String)]) throws -> FigureView {
            try FigureView(Self.query(items), report.assessment, series: figures.series, provider: figures)
        }
        let newest = try view([])
        #expect(newest.query.areas == ["A"] && newest.query.transformation == .annualChange)
        #expect(newest.observations.map(\.value) == [-3.05, -3.1])
        #expect(newest.vintages.map(\.value) == [-3.2, -3.05, -3.1])
        #expect(try view([("known-on", "2020-12-31")]).observations.map(\.value) == [-3.2])
        #expect(try view([("from", "2020")]).observations.map(\.value) == [-3.1])
        #expect(try view([("area", "B")]).observations == [])
        #expect(throws: RequestProblem.notFound) { try view([("area", "C")]) }
        #expect(throws: RequestProblem.notFound) {
            try FigureView(FigureQuery("none"), report.assessment, series: figures.series, provider: figures)
        }
        #expect(
            newest.table.rows[0].prefix(5) == [
                .word("energy-per-gdp"), .word("annual-change"), .word("A"), .word("2019"), .number(-3.05),
            ])
        for language in Language.allCases {
            let page = String(decoding: report.site.figuresPage(newest, in: language), as: UTF8.self)
            let reading = PageReading(page, isLive: true)
            #expect(Array(Set(reading.problems).prefix(5)) == [])
            #expect(page.contains("−3.05") && page.contains("−3.20"))
            #expect(page.firstMatch(of: /\[[a-z]+(-[A-Za-z0-9]+)+\]|\{[A-Za-z]+\}/) == nil)
        }
    }

    /// Figures as in TinyWorkspace.
    private struct Few: ObservationProvider {
        let series = [SeriesKey("energy-per-gdp", .annualChange, in: "A")]

        func vintages(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
            guard series.contains(key) else { return [] }
            let rows: [(Int, Double, String)] = [
                (2019, -3.2, "2020-06-01"), (2019, -3.05, "2021-06-01"), (2020, -3.1, "2021-06-01"),
            ]
            return rows.enumerated().compactMap { line, row in
                guard let date = KnownDate(row.2), date.latestDay <= known?.latestDay ?? .max else { return nil }
                return Observation(
                    series: key, period: .year(row.0), value: row.1, decimals: 2, unit: .percent, knownOn: date,
                    revision: .final, trust: .press, source: "bulletin",
                    place: Place(file: "data/figures.csv", line: line + 6))
            }
        }

        func series(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
            Dictionary(grouping: try vintages(key, asKnownOn: known), by: \.period).sorted { $0.key < $1.key }
                .compactMap { Vintages.newest($0.value) }
        }
    }
}
