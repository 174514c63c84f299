import Charts
import Testing

@Suite("Descriptions and tables")
struct DescriptionTests {
    @Test("a series is told by its first, last and extreme values, target and gap")
    func course() {
        let chart = LineChart(
            frame: Samples.frame("t"),
            series: [Samples.series("A", [3, nil, 9, 1], from: 2020), Samples.series("B", [nil])],
            target: TargetMark(label: "T", value: 5), valueTitle: "v", timeTitle: "Year", style: .english(decimals: 0))
        #expect(
            chart.described(by: Phrases.english).frame.description
                == "A: 3 in 2020, 1 in 2023. Highest 9 (2022), lowest 1 (2023). Target 5, gap 4. 1 missing. B: no data."
        )
    }

    @Test("names with braces are not filled again")
    func braces() {
        let summary = ValueSummary(
            name: "{last}", entries: [ValueSummary.Entry(at: "2020", value: 1)], isOverTime: true, style: .year)
        #expect(summary.text(Phrases.english).hasPrefix("{last}: 1 in 2020"))
    }

    @Test("every row of every table is as long as the headings", arguments: Samples.charts.map(\.name))
    func rectangular(name: String) throws {
        let table = try #require(Samples.charts.first { $0.name == name }).chart.table
        #expect(!table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0.count == table.headers.count })
        #expect(table.headers.allSatisfy { !$0.isEmpty })
    }

    @Test("a line chart's table marks preliminary and missing values and intervals")
    func lineTable() {
        let items = [
            DataPoint(x: 2021, value: 2, isPreliminary: true),
            DataPoint(x: 2020, value: 1, lower: 0.5, upper: 1.5, href: "d.html"),
        ]
        let table = LineChart(
            frame: Samples.frame("t"),
            series: [
                Series(name: "A", observations: items),
                Series(name: "B", observations: [DataPoint(x: 2020, value: 7)]),
            ],
            valueTitle: "v", timeTitle: "Year", preliminaryLabel: "p", style: .english(decimals: 1)
        ).table
        #expect(table.headers == ["Year", "A", "B"])
        #expect(table.rows.map { $0.map(\.text) } == [["2020", "1.0 [0.5, 1.5]", "7.0"], ["2021", "2.0 (p)", "–"]])
        #expect(table.rows[0][1].href == "d.html")
    }
}
