import Charts
import Testing

/// Stacked bars and flows: what their tables hold, and that their pictures keep to it.
@Suite("Charts of jobs")
struct FlowChartTests {
    @Test("no text covers another", arguments: FlowSamples.drawn.map(\.name), [300.0, 360, 480, 900])
    func texts(name: String, width: Double) throws {
        var chart = try #require(FlowSamples.drawn.first { $0.name == name }).chart
        chart.frame.width = width
        let texts = TextBoxes(chart.svg())
        #expect(texts.boxes.count > 8)
        #expect(texts.collisions == [])
    }

    @Test("every placeholder of a description is filled", arguments: FlowSamples.drawn.map(\.name))
    func description(name: String) throws {
        let chart = try #require(FlowSamples.drawn.first { $0.name == name }).chart
        let text = chart.described(by: Phrases.english).frame.description
        #expect(!text.isEmpty && !text.contains("{"))
    }

    @Test func stackedTable() {
        let table = FlowSamples.stacked.table
        #expect(table.headers == ["Sector", "Direct", "Indirect", "Induced", "In all", "Lowest", "Highest"])
        #expect(table.rows[0].map(\.text).dropFirst() == ["1,330", "120", "90", "1,540", "1,490", "1,610"])
        #expect(table.rows[0][4].href == "a.html")
        // A missing part leaves the sum missing; parts of both signs add up.
        #expect(table.rows[2][4].text == table.rows[2][3].text)
        #expect(table.rows[3][4].text == "\u{2212}200")
    }

    @Test func sankeyTable() {
        let table = FlowSamples.sankey.table
        // A flow from a node that is not there is left out; one that cannot be drawn stays in the table.
        #expect(table.rows.count == 9)
        #expect(table.rows[7].map(\.text) == ["Trade, transport, hotels", "Abroad", "–"])
        #expect(table.rows[8][2].text == "\u{2212}4")
        let svg = FlowSamples.sankey.svg()
        #expect(svg.ranges(of: "fill-opacity=\"0.45\"").count == 7)
    }
}
