import Foundation
import Testing
import TestSupport

/// `import`: what a user sees, and the exit code.
struct ImportCommandTests {
    private static let header = "indicator,area,period,value,unit,note\n"

    @Test func goodTableIsEntered() throws {
        try withExample { folder in
            try folder.write(Self.header + "pm25,江苏,2031,28.5,ug/m3,\n", to: "new.csv")
            let arguments = ["import", folder.path("new.csv"), "--to", folder.path("jiangsu"), "--known-on", "2032-01"]
            let outcome = try Greenprint.run(arguments)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.text == "data/new.csv\n")
            #expect(
                outcome.errors.contains(
                    "Figures: 1 new, 0 revised, 0 unchanged, 0 repeated, 0 withdrawn; rows refused: 0."))
            #expect(outcome.errors.contains("note: “江苏” was read as 320000."))
            #expect(try folder.text("jiangsu/data/new.source.yaml").contains("trust: unverified"))
            #expect(try Greenprint.run(["check", folder.path("jiangsu")]).code == 0)
            let again = try Greenprint.run(arguments)
            #expect(again.code == 0 && again.text.isEmpty)
            #expect(again.errors.contains("the ledger holds all of these figures"))
        }
    }

    @Test func faultsEndTheCommandAndStandInTheReport() throws {
        try withExample { folder in
            try folder.write(
                Self.header + "pm25,320000,2031,x,ug/m3,\npm25,320000,2032,\"1,5\",ug/m3,\n", to: "bad.csv")
            let outcome = try Greenprint.run([
                "import", folder.path("bad.csv"), "--to", folder.path("jiangsu"), "--report", folder.path("r.csv"),
                "--language", "zh",
            ])
            #expect(outcome.code == 1 && outcome.text.isEmpty)
            #expect(outcome.errors.contains(":2:value: 错误: "))
            let report = try folder.text("r.csv").split(separator: "\n")
            #expect(report.count == 3)
            #expect(report[0] == "\u{FEFF}file,line,column,grade,code,found,expected,message,remedy")
            #expect(report[2].contains(",3,value,error,import-grouping-not-declared,\"1,5\",,"))
            #expect(!folder.exists("jiangsu/data/bad.csv"))
        }
    }

    @Test func unreadableFilesStandInTheReportToo() throws {
        try withExample { folder in
            try folder.write("", to: "empty.csv")
            let outcome = try Greenprint.run([
                "import", folder.path("empty.csv"), "--to", folder.path("jiangsu"), "--report", folder.path("r.csv"),
            ])
            #expect(outcome.code == 1)
            #expect(try folder.text("r.csv").contains(",1,,error,csv-empty,"))
            #expect(try Greenprint.run(["import", "x.csv"]).code == 2)
        }
    }

    @Test func goodRowsAndOptions() throws {
        try withExample { folder in
            try folder.write(
                Self.header.replacing(",", with: ";") + "pm25;320000;2031;1.234,5;ug/m3;\nx;1;1;1;1;\n", to: "o.txt")
            let outcome = try Greenprint.run([
                "import", folder.path("o.txt"), "--to", folder.path("jiangsu"), "--decimal", "comma", "--grouping",
                "point", "--take-good-rows", "--name", "mine",
            ])
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(try folder.text("jiangsu/data/mine.csv").contains("pm25,320000,2031,1234.5,ug/m3,"))
            #expect(try folder.text("jiangsu/refused/mine.csv").contains("No indicator has the id"))
        }
    }

    @Test func previewShowsTheLayout() throws {
        try withExample { folder in
            try folder.write("地区,2019,2020\n江苏,40,38\n", to: "w.csv")
            // The ledger, an index over the files, is made where it is missing: it tells what would change.
            func files() throws -> [String: Data] {
                try folder.contents().filter { !$0.key.contains("/.greenprint") }
            }
            let before = try files()
            let outcome = try Greenprint.run([
                "import", folder.path("w.csv"), "--to", folder.path("jiangsu"), "--preview",
            ])
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.text.contains("across: period\n"))
            #expect(outcome.text.contains("area: \"地区\""))
            #expect(try files() == before)
            try folder.write("across: period\nfixed: {indicator: pm25, unit: ug/m3}\n", to: "l.yaml")
            let entered = try Greenprint.run([
                "import", folder.path("w.csv"), "--to", folder.path("jiangsu"), "--layout", folder.path("l.yaml"),
                "--dry-run",
            ])
            #expect(entered.code == 0, "\(entered.errors)")
            #expect(entered.errors.contains("Dry run: nothing was written."))
        }
    }
}
