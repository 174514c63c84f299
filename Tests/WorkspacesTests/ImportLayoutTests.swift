import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Wide tables are read by a declared layout, and a layout is guessed for the preview.
struct ImportLayoutTests {
    private static let years = "江苏省各市PM2.5\n城市,2019,2020年,2021\n南京市,40,31,29\n苏州,37,,..\n注：初步数\n"

    @Test func yearsAcross() throws {
        try withImport { trial in
            trial.options.layout = try TableLayout(
                yaml: "across: period\ncolumns: {area: 城市}\nfixed: {indicator: pm25, unit: ug/m3}\n", file: "l.yaml")
            let (outcome, told) = try trial.run(Self.years)
            #expect(
                told.filter { !$0.contains("info") } == [
                    "1: warning import-lines-before-header", "5: warning import-footnote",
                ])
            #expect(outcome.observations == 5 && outcome.across == .period)
            let figures = try trial.observations("table")
            #expect(figures.map(\.value) == [40, 31, 29, 37, nil])
            #expect(figures.map(\.period) == [.year(2019), .year(2020), .year(2021), .year(2019), .year(2021)])
            #expect(figures.map(\.series.area) == ["320100", "320100", "320100", "320500", "320500"])
        }
    }

    @Test func areasAndIndicatorsAcross() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(across: .area, fixed: ["indicator": "gdp", "unit": "亿元"])
            let areas = try trial.run("year,南京,无锡,rank\n2020,1.5,2.5,1\n", named: "a.csv")
            #expect(areas.outcome.observations == 2)
            #expect(areas.told.contains("1:rank warning import-column-not-taken"))
            trial.options.layout = TableLayout(
                columns: ["area": "city"], across: .indicator, take: ["PM", "gdp"], fixed: ["period": "2021"],
                units: ["PM": "ug/m3", "gdp": "10^8 yuan"])
            let (_, told) = try trial.run("city,PM,gdp\n南京,3x,4\n", named: "b.csv")
            #expect(
                told.filter { $0.contains("error") } == [
                    "2:PM error indicator-unknown", "2:PM error csv-not-a-number",
                ])
        }
    }

    @Test func faultsOfLayouts() throws {
        try withImport { trial in
            trial.options.layout = TableLayout(columns: ["area": "town"], across: .period)
            let (_, told) = try trial.run(Self.years)
            #expect(
                told.filter { $0.contains("error") } == [
                    "2: error import-layout-column", "2:indicator error import-missing-column",
                    "2:area error import-missing-column", "2:unit error import-missing-column",
                ])
            #expect(throws: Faults.self) { try TableLayout(yaml: "across: colour\nfoo: 1\n", file: "l.yaml") }
        }
    }

    @Test func layoutsAreGuessedAndReadBack() throws {
        try withImport { trial in
            try trial.folder.write(Self.years, to: "w.csv")
            try trial.folder.write("indicator,area,period,value,unit\npm25,320000,2020,1,ug/m3\n", to: "l.csv")
            try trial.folder.write("a,b\nx,y\n", to: "n.csv")
            let workspace = try Workspace(at: trial.folder.path("ws"))
            let wide = try workspace.preview(trial.folder.path("w.csv"), options: trial.options)
            let layout = try #require(wide.layout)
            #expect(
                layout
                    == TableLayout(
                        header: 2, columns: ["area": "城市"], across: .period, take: ["2019", "2020年", "2021"],
                        fixed: ["indicator": "?", "unit": "?"]))
            #expect(try TableLayout(yaml: layout.yaml, file: "l.yaml") == layout)
            #expect(wide.rows.count == 5 && wide.headerLine == 2)
            #expect(try workspace.preview(trial.folder.path("l.csv"), options: trial.options).layout == .long)
            #expect(try workspace.preview(trial.folder.path("n.csv"), options: trial.options).layout == nil)
        }
    }
}
