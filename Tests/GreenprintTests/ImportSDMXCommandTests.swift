import Foundation
import TestSupport
import Testing

/// Export and import of SDMX: what comes back is what was written.
struct ImportSDMXCommandTests {
    /// The example without its figures takes them from SDMX and exports the same table, to the byte: values, digits printed,
    /// status, units, vintages, sources, notes.
    @Test(arguments: ["sdmx-csv", "sdmx-ml", "sdmx-json"]) func allFiguresComeBack(format: String) throws {
        try withExample { folder in
            let workspace = folder.path("jiangsu")
            let table = ["export", workspace, "--format", "csv", "--all-vintages"]
            let first = try Greenprint.run(table)
            let file = folder.path("all.dat")
            #expect(
                try Greenprint.run(["export", workspace, "--format", format, "--all-vintages", "--output", file]).code
                    == 0)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("jiangsu/data"))
            where name.hasSuffix(".csv") {
                try folder.write("indicator,area,period,value,unit\n", to: "jiangsu/data/" + name)
            }
            try FileManager.default.removeItem(atPath: folder.path("jiangsu/.greenprint"))
            let entered = try Greenprint.run(["import", file, "--to", workspace, "--language", "en"])
            #expect(entered.code == 0, "\(entered.errors.suffix(600))")
            let figures = try ExampleContents.figures()
            #expect(
                entered.errors.contains(
                    "Figures: \(figures) new, 0 revised, 0 unchanged, 0 repeated, 0 withdrawn; rows refused: 0."
                ))
            let second = try Greenprint.run(table)
            #expect(second.output == first.output && first.lines.count == figures + 1)
        }
    }

    @Test func previewProposesALayout() throws {
        try withExample { folder in
            try folder.write(
                "DATAFLOW,FREQ,SERIES,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nX:D(1.0),A,S,CN-JS,_T,2031,2\nX:D(1.0),A,S,CN-JS,F,2031,1\n",
                to: "s.csv")
            let arguments = ["import", folder.path("s.csv"), "--to", folder.path("jiangsu"), "--language", "en"]
            let preview = try Greenprint.run(arguments + ["--preview"])
            #expect(preview.code == 0 && preview.text.contains("\"SEX\": [\"_T\"]"), "\(preview.text)")
            try folder.write(
                "columns: {indicator: SERIES}\ncodes: {SERIES: {S: pm25}}\nfixed: {unit: ug/m3}\nonly: {SEX: [_T]}\n",
                to: "l.yaml")
            let dry = try Greenprint.run(arguments + ["--layout", folder.path("l.yaml"), "--dry-run"])
            #expect(dry.code == 0 && dry.errors.contains("Figures: 1 new"), "\(dry.errors)")
            #expect(dry.errors.contains("Rows passed over, since the layout takes other codes: 1."))
            #expect(try Greenprint.run(arguments + ["--format", "sdmx-ml"]).code == 1)
            #expect(try Greenprint.run(arguments + ["--structure", folder.path("none.xml")]).code == 1)
        }
    }
}
