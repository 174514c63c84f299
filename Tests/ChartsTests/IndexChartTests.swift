import Charts
import Testing
import TestSupport

@Suite("Charts of a composite index")
struct IndexChartTests {
    // MARK: All kinds

    @Test("no text covers another", arguments: IndexSamples.drawn.map(\.name), [300.0, 360, 480, 900])
    func collisions(name: String, width: Double) throws {
        var chart = try #require(IndexSamples.drawn.first { $0.name == name }).chart
        chart.frame.width = width
        let texts = TextBoxes(chart.svg())
        #expect(texts.boxes.count > 8)
        #expect(texts.collisions == [])
    }

    @Test("every placeholder of a description is filled", arguments: IndexSamples.drawn.map(\.name))
    func described(name: String) throws {
        let chart = try #require(Samples.charts.first { $0.name == name }).chart
        #expect(!chart.frame.description.isEmpty)
        #expect(!chart.frame.description.contains("{"))
    }

    // MARK: Ranks

    static let ranks = RankIntervalChart(
        frame: Samples.frame("t"),
        rows: [
            RankIntervalRow(label: "C", nominal: 3, median: 3, lower: 3, upper: 3),
            RankIntervalRow(label: "none", nominal: nil, median: nil, lower: nil, upper: nil),
            RankIntervalRow(label: "A", nominal: 1, median: 1.5, lower: 1, upper: 2, href: "a.html"),
            RankIntervalRow(label: "B", nominal: 2, median: 2, lower: 4, upper: 1, innerLower: 1.5, innerUpper: 3),
        ], highlighted: 3, titles: IndexSamples.rankTitles, style: .english(decimals: 1))

    @Test("ranks are in nominal order, whole ones without decimals, ends of an interval in order")
    func rankTable() {
        let table = Self.ranks.table
        #expect(
            table.rows.map { $0.map(\.text) } == [
                ["A", "1", "1.5", "1", "2", "–"], ["B", "2", "2", "1", "4", "1.5–3"], ["C", "3", "3", "3", "3", "–"],
                ["none", "–", "–", "–", "–", "–"],
            ])
        #expect(table.headers.last == IndexSamples.rankTitles.inner)
        #expect(table.rows[0][1].href == "a.html")
    }

    @Test("ranks are told by the widest, the highlighted and the overlap with the first")
    func rankSentences() {
        #expect(
            Self.ranks.described(by: Phrases.english).frame.description
                == "Widest: B, 1 to 4. B: nominal 2, median 2, 1 to 4. 1 of 3 overlap with A. 1 missing.")
        var equal = Self.ranks
        equal.rows = ["A", "B"].map { RankIntervalRow(label: $0, nominal: 1, median: 1, lower: 1, upper: 2) }
        #expect(equal.described(by: Phrases.english).frame.description == "All 1 wide. 1 of 1 overlap with A.")
        equal.rows = [RankIntervalRow(label: "A", nominal: 1, median: nil, lower: nil, upper: nil)]
        #expect(equal.described(by: Phrases.english).frame.description == "5 to 95 % of the runs: no data.")
    }

    @Test("a thousand rows")
    func thousand() {
        var chart = Self.ranks
        chart.rows = (0..<1000).map {
            RankIntervalRow(label: "U\($0)", nominal: Double($0 + 1), median: nil, lower: 1, upper: Double($0 + 1))
        }
        SafetyTests.check(chart.svg(), "1,000 rows")
    }

    // MARK: Correlations

    @Test("pairs stand once, with the cell below the diagonal or else its mirror image")
    func pairs() {
        var chart = IndexSamples.correlations
        chart.names = ["a", "b", "c"]
        chart.groups = []
        chart.cells = [
            [CorrelationCell(1), CorrelationCell(0.9), CorrelationCell(-0.25, count: 8)],
            [CorrelationCell(0.5, count: 7, href: "ab.html"), CorrelationCell(1)], [],
        ]
        #expect(
            chart.table.rows.map { $0.map(\.text) } == [
                ["a", "b", "0.50", "7"], ["a", "c", "−0.25", "8"], ["b", "c", "–", "–"],
            ])
        #expect(chart.table.rows[0][2].href == "ab.html")
        #expect(
            chart.described(by: Phrases.english).frame.description
                == "Greatest 0.50 (a, b). Least −0.25 (a, c). 1 of 2 below zero. 1 missing.")
        let svg = chart.svg()
        #expect(svg.contains("<title>b, a: 0.50 (n = 7)</title>"))
        #expect(svg.contains("<title>c, b: too few values</title>"))
        #expect(svg.contains(">−0.25</text>"))
    }

    @Test("where numbers have no room, values below zero carry a minus", arguments: [12, 31, 60])
    func minus(count: Int) {
        var chart = IndexSamples.correlationsMany
        chart.frame.width = 360
        chart.names = (0..<count).map { "V\($0)" }
        chart.groups = []
        chart.cells = IndexSamples.cells(count, seed: UInt64(count))
        let negative = chart.cells.joined().count { ($0.value ?? 0) < 0 }
        let signsInLegend = 4
        #expect(chart.svg().matches(of: /<line\b/).count == negative + signsInLegend)
        #expect(!chart.svg().contains(">−0."))
        SafetyTests.check(chart.svg(), "\(count) names")
    }

    @Test("a scale with fixed ends shows them, whatever the values")
    func fixedEnds() {
        var map = Samples.heat
        map.cells = [[HeatCell(0.3)]]
        map.style = .english(decimals: 2)
        map.scale = .divergingWithin(centre: 0, reach: 1)
        #expect(map.svg().contains(">−1.00</text>") && map.svg().contains(">1.00</text>"))
        map.scale = .divergingWithin(centre: 0, reach: -1)
        #expect(!map.svg().contains(">−1.00</text>"))
    }

    // MARK: Sensitivity

    static func bars(_ shares: [(Double?, Double?)]) -> SensitivityBars {
        var chart = IndexSamples.sensitivity
        chart.rows = shares.enumerated().map { index, share in
            SensitivityRow(
                label: "A\(index)", first: SensitivityRow.Share(share.0, lower: -0.1, upper: 0.2),
                total: SensitivityRow.Share(share.1))
        }
        return chart
    }

    @Test("the greatest total and the interaction are told")
    func shares() {
        #expect(
            Self.bars([(0.5, 0.6), (0.3, 0.7)]).described(by: Phrases.english).frame.description
                == "A1: 0.30 alone, 0.70 in all. Sum 0.80, interaction 0.20.")
        #expect(
            Self.bars([(0.9, 0.6), (0.3, nil)]).described(by: Phrases.english).frame.description
                == "A0: 0.90 alone, 0.60 in all. Sum 1.20, no interaction. 1 missing.")
        #expect(
            Self.bars([(nil, 0.6)]).described(by: Phrases.english).frame.description
                == "A0: – alone, 0.60 in all. 1 missing.")
        #expect(
            Self.bars([(-0.05, 0.1)]).table.rows.map { $0.map(\.text) }
                == [["A0", "−0.05", "−0.10", "0.20", "0.10", "–", "–"]])
    }

    @Test("the axis reaches from 0 to 1 at least, and a bar below zero ends at zero")
    func axis() throws {
        let svg = Self.bars([(-0.05, 0.1)]).svg()
        #expect(svg.contains(">0</text>") && svg.contains(">1.0</text>"))
        let bars = svg.matches(of: /<rect x="([0-9.]+)"[^>]* width="([0-9.]+)"[^>]*><title>A0/)
        let places = try bars.map { (try #require(Double($0.1)), try #require(Double($0.2))) }
        #expect(places.count == 2)
        #expect(abs(places[0].0 + places[0].1 - places[1].0) < 0.02)
    }

    // MARK: Above

    @Test("shares above are told by the pair nearest to one half and the certain pairs")
    func above() {
        var chart = IndexSamples.above(["a", "b", "c"], "en")
        chart.values = [[nil, 0.97, 1], [0.02, nil, 0.4], [0, 0.55]]
        #expect(
            chart.table.rows.map { $0.map(\.text) }
                == [["a", "b", "0.97", "0.02"], ["a", "c", "1.00", "0.00"], ["b", "c", "0.40", "0.55"]])
        #expect(
            chart.described(by: Phrases.english).frame.description == "b above c: 0.40. At least 0.95: 2 of 3.")
    }
}
