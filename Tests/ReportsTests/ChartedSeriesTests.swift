import StatisticalData
import Testing

@testable import Reports

/// The series a workbook draws.
struct ChartedSeriesTests {
    private static func figure(
        _ indicator: String, _ area: String, _ period: Period, _ value: Double?, known: Int = 1
    ) -> Observation {
        Observation(
            series: SeriesKey(Indicator.ID(indicator), in: Area.ID(area)), period: period, value: value, decimals: 0,
            unit: .points, knownOn: KnownDate(latestDay: known, precision: .day), revision: .final, trust: .official,
            source: "s", place: Place(file: "f", line: known))
    }

    @Test func gapsAreAsWideAsTheyWereLong() throws {
        let observations = [2010, 2013, 2014].map { Self.figure("a", "x", .year($0), Double($0)) }
        let charted = try #require(ChartedSeries(observations.reversed(), indicator: nil, area: "x"))
        #expect(charted.points.map(\.period.description) == ["2010", "2011", "2012", "2013", "2014"])
        #expect(charted.points.map { $0.observation?.value } == [2010, nil, nil, 2013, 2014])
    }

    @Test func mostFiguresAndNewestVintages() throws {
        let quarter = try #require(Period("2016-Q1"))
        let observations =
            [2010, 2011].map { Self.figure("b", "x", .year($0), 1) }
            + [2010, 2011].map { Self.figure("a", "x", .year($0), 2) }
            + [Self.figure("a", "x", .year(2011), 3, known: 9), Self.figure("c", "x", .year(2012), nil)]
            + [Self.figure("a", "x", quarter, 5), Self.figure("a", "y", .year(2012), 7)]
        let charted = try #require(ChartedSeries(observations, indicator: nil, area: "x"))
        #expect(charted.key.indicator == "a")
        #expect(charted.observations.map(\.value) == [2, 3])
        #expect(ChartedSeries(observations, indicator: "b", area: "x")?.observations.count == 2)
        #expect(ChartedSeries(observations, indicator: "c", area: "x") == nil)
        #expect(ChartedSeries(observations, indicator: nil, area: "z") == nil)
    }
}
