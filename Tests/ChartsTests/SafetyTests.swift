import Charts
import Foundation
import FoundationXML
import Testing
import TestSupport

@Suite("Any input gives a safe picture")
struct SafetyTests {
    /// Checks well-formedness, and that nothing forbidden stands in markup or in numbers.
    static func check(_ svg: String, _ note: Comment) {
        let parser = XMLParser(data: Data(svg.utf8))
        let attributes = AttributeCollector()
        parser.delegate = attributes
        #expect(parser.parse(), note)
        #expect(
            attributes.elements.isSubset(of: ["svg", "title", "desc", "a", "text", "rect", "line", "path", "circle"]),
            note)
        #expect(!attributes.names.contains { $0 == "style" || $0.hasPrefix("on") }, note)
        for (name, value) in attributes.values
        where !["href", "lang", "font-family", "class", "id", "aria-labelledby", "role", "xmlns"].contains(name) {
            #expect(!value.contains("nan") && !value.contains("inf") && !value.contains("e+"), note)
        }
        #expect(!svg.contains("<style") && !svg.contains("<script") && !svg.contains("NaN"), note)
        #expect(Set(attributes.ids).count == attributes.ids.count, note)
        for place in attributes.outside { Issue.record("\(place) lies outside the view box, \(note)") }
    }

    @Test("random values and texts", arguments: 0..<300)
    func random(seed: Int) {
        var first = RandomCharts(generator: SeededGenerator(seed: UInt64(seed)))
        var second = RandomCharts(generator: SeededGenerator(seed: UInt64(seed)))
        for (chart, twin) in zip(first.charts(), second.charts()) {
            let svg = chart.svg()
            Self.check(svg, "seed \(seed), \(type(of: chart))")
            #expect(svg == twin.svg())
            #expect(chart.table.rows.allSatisfy { $0.count == chart.table.headers.count })
            _ = chart.described(by: Phrases.english)
        }
    }

    @Test("samples in both themes", arguments: Samples.charts.map(\.name))
    func samples(name: String) throws {
        let chart = try #require(Samples.charts.first { $0.name == name }).chart
        for theme in [Theme.standard, .highContrast] {
            let svg = chart.svg(theme: theme)
            Self.check(svg, "\(name)")
            #expect(!svg.contains("style=") && !svg.contains("inf"))
        }
    }

    @Test("nothing to draw says so")
    func empty() {
        let frame = Samples.frame("Empty")
        let charts: [any Chart] =
            [
                LineChart(frame: frame, series: [], valueTitle: "", timeTitle: "", style: .year),
                BarChart(
                    frame: frame, bars: [Bar(label: "a", value: .nan)], orientation: .vertical, valueTitle: "",
                    categoryTitle: "", style: .year),
                ContributionChart(frame: frame, parts: [], valueTitle: "", categoryTitle: "", style: .year),
                RankedChart(
                    frame: frame, rows: [], mark: .dot, titles: RankedTitles(rank: "", label: "", value: ""),
                    style: .year),
                HeatMap(
                    frame: frame, rows: ["a"], columns: ["b"], cells: [], rowTitle: "", valueTitle: "",
                    missingLabel: "",
                    style: .year),
                BulletChart(frame: frame, rows: [], names: Samples.names, style: .year),
                SmallMultiples(
                    frame: frame, panels: [], sharesScale: true, valueTitle: "", panelTitle: "", seriesTitle: "",
                    timeTitle: "", style: .year),
                TrajectoryChart(
                    frame: frame, base: DataPoint(x: 1, value: nil), observations: [],
                    target: DataPoint(x: 2, value: nil),
                    names: Samples.names, style: .year),
            ] + IndexSamples.empty(frame) + FlowSamples.empty(frame)
        for chart in charts { #expect(chart.svg().contains(">No data</text>"), "\(type(of: chart))") }
    }

    @Test("a missing cell is hatched, not coloured as zero")
    func missing() {
        let map = HeatMap(
            frame: Samples.frame("m"), rows: ["r"], columns: ["a", "b"], cells: [[HeatCell(0), HeatCell(nil)]],
            rowTitle: "r",
            valueTitle: "v", missingLabel: "none", style: .year)
        #expect(map.svg().contains("<title>r, b: none</title>"))
        #expect(map.svg().contains("stroke=\"#767676\""))
    }
}
