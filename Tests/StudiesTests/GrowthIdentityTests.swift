import Foundation
import StatisticalData
import Studies
import Testing

/// Growth that follows from energy use and energy per unit of GDP.
struct GrowthIdentityTests {
    private let study = "energy-intensity"
    private let ratio = "energy-per-gdp"

    private func value(_ measure: String, _ area: Area.ID, _ year: Int) throws -> ResultValue? {
        try ExampleFolder.result(study)[ratio, measure, area, .year(year)]
    }

    /// 1.005 / 0.969 - 1 = 3.715 % for Jiangsu; Hubei -4.99 % (method sheet on targets, section 9).
    @Test(arguments: [("320000", 3.715, 0.0005), ("420000", -4.99, 0.005)])
    func growthOf2020IsThatOfTheMethodSheet(area: String, growth: Double, rounding: Double) throws {
        let found = try #require(try value("implied-gdp-growth", Area.ID(area), 2020)?.number)
        #expect(abs(found - growth) <= rounding)
    }

    /// Jiangsu: 1.0045/0.96905 - 1 to 1.0055/0.96895 - 1; published 3.7 %, which lies within.
    @Test func intervalOfJiangsuHoldsThePublishedGrowth() throws {
        let found = try #require(try value("implied-gdp-growth", "320000", 2020))
        #expect(agree(found.low, 100 * (1.0045 / 0.96905 - 1)))
        #expect(agree(found.high, 100 * (1.0055 / 0.96895 - 1)))
        #expect(try value("published-gdp-growth", "320000", 2020)?.number == 3.7)
        #expect(try value("agrees-with-published", "320000", 2020)?.word == "yes")
    }

    /// All 30 provinces of the official table of 2020, recomputed from its own two columns
    /// (batch energy-intensity-2020.csv); Tibet is not published.
    @Test func growthOfEveryProvinceFollowsFromTheTable() throws {
        let text = String(decoding: try ExampleFolder.bytes("data/energy-intensity-2020.csv"), as: UTF8.self)
        var changes: [String: [String: Double]] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            changes[String(fields[1]), default: [:]][String(fields[0])] = Double(fields[4])
        }
        var count = 0
        for (area, figures) in changes where area != "CN" {
            guard let energy = figures["energy-consumption-total"], let intensity = figures[ratio] else { continue }
            let expected = 100 * ((1 + energy / 100) / (1 + intensity / 100) - 1)
            #expect(agree(try value("implied-gdp-growth", Area.ID(area), 2020)?.number, expected), "\(area)")
            count += 1
        }
        #expect(count == 30)
        #expect(try value("implied-gdp-growth", "540000", 2020) == nil)
    }

    /// Jilin's -5 of 2017 is printed without decimals: it may stand for anything near, so no interval is claimed.
    @Test func aWholeNumberLeavesNoInterval() throws {
        for year in 2017...2020 {
            let found = try #require(try value("cumulative", "220000", year))
            #expect(found.low == nil && found.high == nil, "\(year)")
        }
        let first = try #require(try value("cumulative", "220000", 2016))
        #expect(first.low != nil && first.high != nil)
    }

    /// Jiangsu over five years: -20.640 % (method sheet on targets, section 9), not the sum -22.55 %.
    @Test func changesAreMultiplied() throws {
        let found = try #require(try value("cumulative", "320000", 2020)?.number)
        #expect(abs(found - -20.640) < 0.0006)
    }

    private func sample(_ years: [Int]) throws -> ResultIndex {
        var workspace = SampleWorkspace()
        workspace.indicators = ["i": .percent, "e": .percent]
        workspace.observations = try years.map {
            try .printed("-10.0", "i", String($0), .annualChange, unit: "%")
        }
        return try workspace.run(
            """
            kind: growth-identity
            title: {en: Sample, zh: 样例}
            ratio: i
            numerator: e
            areas: {parent: W}
            years: {from: 2016, to: 2020}
            """)
    }

    @Test func theChainStopsAtAGap() throws {
        let index = try sample([2016, 2017, 2019, 2020])
        #expect(index.series("i", "cumulative", in: "A").map(\.key.period) == [.year(2016), .year(2017)])
        #expect(agree(index["i", "cumulative", "A", .year(2017)]?.number, -19))
        #expect(index.series("i", "annual-change", in: "A").count == 4)
        #expect(index.series("i", "implied-gdp-growth", in: "A").isEmpty)
    }

    @Test func withoutTheFirstYearThereIsNoCumulativeChange() throws {
        #expect(try sample([2017, 2018]).series("i", "cumulative", in: "A").isEmpty)
    }
}
