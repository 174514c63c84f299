import Foundation
import TestSupport
import Testing

/// `export --format xlsx`.
struct WorkbookExportTests {
    /// What is written in either language can be imported: every figure is known already.
    @Test(arguments: [("en", "Observations"), ("zh", "数据")])
    func figuresComeBack(language: String, sheet: String) throws {
        try withExample { folder in
            let file = folder.path("out.xlsx")
            let arguments = [
                "export", folder.path("jiangsu"), "--format", "xlsx", "--all-vintages", "--output", file, "--language",
                language,
            ]
            let written = try Greenprint.run(arguments)
            #expect(written.code == 0, "\(written.errors)")
            #expect(written.output.isEmpty)
            let first = try folder.bytes("out.xlsx")
            #expect(try Greenprint.run(arguments).code == 0)
            #expect(try folder.bytes("out.xlsx") == first)
            let read = try Greenprint.run([
                "import", file, "--to", folder.path("jiangsu"), "--sheet", sheet, "--dry-run", "--language", "en",
            ])
            #expect(read.code == 0, "\(read.errors)")
            let figures = try ExampleContents.figures()
            #expect(
                read.errors.contains(
                    "Figures: 0 new, 0 revised, 0 unchanged, \(figures) repeated, 0 withdrawn; rows refused: 0."))
        }
    }

    @Test func chartsAndDates() throws {
        try withExample { folder in
            let export = ["export", folder.path("jiangsu"), "--format", "xlsx", "--output", folder.path("o.xlsx")]
            let chosen = try Greenprint.run(
                export + ["--chart", "energy-per-gdp", "--chart-area", "330000", "--language", "en"])
            #expect(chosen.code == 0 && chosen.errors.contains("the chart shows energy-per-gdp"), "\(chosen.errors)")
            let earlier = try Greenprint.run(export + ["--as-known-on", "2018-01-01", "--language", "en"])
            #expect(earlier.code == 0)
            #expect(earlier.errors.contains("its results are left out"))
            for (options, place) in [
                (["--chart", "nothing"], "--chart: error: "), (["--chart-area", "x"], "--chart-area: error: "),
                (["--chart", "pm25", "--chart-area", "110000"], "--chart: error: "),
            ] {
                let outcome = try Greenprint.run(export + options + ["--language", "en"])
                #expect(outcome.code == 1 && outcome.errors.contains(place), "\(outcome.errors)")
            }
        }
    }

    /// A folder that cannot be written leaves the old file as it was.
    @Test func theOldFileStays() throws {
        try withExample { folder in
            let missing = folder.path("none/o.xlsx")
            let outcome = try Greenprint.run([
                "export", folder.path("jiangsu"), "--format", "xlsx", "--output", missing,
            ])
            #expect(outcome.code == 1 && outcome.errors.contains("o.xlsx"))
            #expect(try Greenprint.run(["export", folder.path("jiangsu"), "--format", "xlsx"]).code != 0)
        }
    }
}
