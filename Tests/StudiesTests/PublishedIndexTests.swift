import Spreadsheets
import StatisticalData
import Studies
import Testing

/// The Green Development Index of 2016 of the 31 provinces.
///
/// Facts: bulletin of 26 December 2017 (index and six sub-indices, batch green-development-index-2016.csv), ranks as
/// printed by China News Service (green-development-index-2016-ranks.csv), weights of notice 2635 of 2016, annex 1.
struct PublishedIndexTests {
    private let study = "green-development-index-2016"
    private let root = "index"
    private let period = Period.year(2016)
    /// The dimensions in the order of the annex, with their weights in units of 1/109.
    private let dimensions = [
        ("resource-use", 32.0), ("environmental-governance", 18), ("environmental-quality", 21),
        ("ecological-protection", 18), ("growth-quality", 10), ("green-living", 10),
    ]

    /// The rows of a batch without the program: indicator, area, figure.
    private func rows(_ file: String) throws -> [(indicator: String, area: Area.ID, figure: Double)] {
        let text = String(decoding: try ExampleFolder.bytes("data/" + file), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Double(fields[4]).map { (String(fields[0]), Area.ID(fields[1]), $0) }
        }
    }

    @Test func indexOfAllProvincesIsThePublishedOne() throws {
        let index = try ExampleFolder.result(study)
        let rows = try rows("green-development-index-2016.csv")
        let published = rows.filter { $0.indicator == "green-development-index" }
        #expect(published.count == 31)
        for row in published {
            let score = try #require(index[root, "score", row.area, period]?.number)
            #expect(abs(score - row.figure) <= 0.011, "\(row.area): \(score), published \(row.figure)")
        }
        #expect(index[root, "agrees-with-published", "CN", period]?.word == "yes")
        #expect(index[root, "ranks-equal-published", "CN", period]?.word == "yes")
        #expect(index.result.notices.isEmpty)
    }

    /// Method sheet on composite indicators, section 13: Beijing 83.704, Jiangsu 80.404 from printed sub-indices.
    @Test(arguments: [("110000", 83.704), ("320000", 80.404)])
    func scoresAreThoseOfTheMethodSheet(area: String, score: Double) throws {
        let found = try ExampleFolder.result(study)[root, "score", Area.ID(area), period]?.number
        #expect(abs(try #require(found) - score) < 0.0005)
    }

    /// 32, 18, 21, 18, 10, 10 of 109: 29.36, 16.51, 19.27, 16.51, 9.17, 9.17 % (method sheet, section 13).
    @Test func weightsAreThoseOfTheNotice() throws {
        let index = try ExampleFolder.result(study)
        let shares = [29.36, 16.51, 19.27, 16.51, 9.17, 9.17]
        for ((dimension, weight), share) in zip(dimensions, shares) {
            #expect(index[dimension, "weight", "CN", period]?.number == weight)
            let found = try #require(index[dimension, "share", "CN", period]?.number)
            #expect(abs(found - share) <= 0.005, "\(dimension)")
        }
    }

    /// The ranks printed of 15 provinces, two of Jiangxi's cut off, satisfaction left out as it is no part: 104.
    @Test func ranksAreThePrintedOnes() throws {
        let index = try ExampleFolder.result(study)
        let names = ["green-development-index-rank": root]
            .merging(dimensions.map { ("gdi-" + $0.0 + "-rank", $0.0) }) { $1 }
        let printed = try rows("green-development-index-2016-ranks.csv").filter { names[$0.indicator] != nil }
        #expect(printed.count == 104)
        for row in printed {
            let item = try #require(names[row.indicator])
            #expect(index[item, "rank", row.area, period]?.number == row.figure, "\(item) of \(row.area)")
        }
    }

    @Test func distancesAddUpAndStandAgainstBeijing() throws {
        let index = try ExampleFolder.result(study)
        guard case .compositeIndex(let detail) = index.result.detail else {
            Issue.record("no composite index")
            return
        }
        #expect(detail.leader == "110000")
        #expect(detail.areas.count == 31)
        for area in detail.areas {
            let whole = try #require(index[root, "distance-to-leader", area, period]?.number)
            let parts = dimensions.compactMap { index[$0.0, "distance-to-leader", area, period]?.number }
            #expect(parts.count == 6)
            #expect(abs(parts.reduce(0, +) - whole) < 1e-9)
        }
    }

    /// Two printed decimals leave every sub-index open by 0.005, and so the index.
    @Test func intervalOfTheIndexIsThatOfItsParts() throws {
        for value in try ExampleFolder.result(study).result.values where value.key.measure == "score" {
            let (number, low, high) = try (
                #require(value.number), #require(value.low), #require(value.high)
            )
            #expect(abs(number - low - 0.005) < 1e-9)
            #expect(abs(high - number - 0.005) < 1e-9)
        }
    }

    /// Jiangsu: rank 9, resource use 2, ecological protection 31 of 31 (method sheet, section 13).
    @Test(arguments: [("index", 9.0), ("resource-use", 2), ("ecological-protection", 31)])
    func jiangsuStandsWhereThePressPutsIt(item: String, rank: Double) throws {
        #expect(try ExampleFolder.result(study)[item, "rank", "320000", period]?.number == rank)
    }
}
