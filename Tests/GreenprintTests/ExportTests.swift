import Foundation
import Testing
import TestSupport

/// `export`: the figures of the example for other programs.
struct ExportTests {
    @Test(arguments: ["sdmx-csv", "sdmx-ml", "sdmx-json", "csv"])
    func fileAndOutputAreTheSame(format: String) throws {
        try withExample { folder in
            let printed = try Greenprint.run(["export", folder.path("jiangsu"), "--format", format])
            #expect(printed.code == 0, "\(printed.errors)")
            let file = folder.path("out")
            let written = try Greenprint.run(["export", folder.path("jiangsu"), "--format", format, "--output", file])
            #expect(written.code == 0)
            #expect(written.output.isEmpty)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == printed.output)
        }
    }

    /// What `csv` writes with all vintages is a batch: entered in a workspace of its own it gives the same export again.
    @Test func csvCanBeEnteredAgain() throws {
        try withExample { folder in
            let arguments = ["export", folder.path("jiangsu"), "--format", "csv", "--all-vintages"]
            let first = try Greenprint.run(arguments)
            let figures = try ExampleContents.figures()
            #expect(first.lines.count == figures + 1, "figures and a header")
            let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path("jiangsu/data"))
            for name in sources where name.hasSuffix(".csv") {
                try folder.write("indicator,area,period,value,unit\n", to: "jiangsu/data/" + name)
            }
            try FileManager.default.removeItem(atPath: folder.path("jiangsu/.greenprint"))
            try folder.write(first.text, to: "jiangsu/data/all.csv")
            try folder.write(
                """
                sources:
                - id: all
                  publisher: {en: a, zh: b}
                  title: {en: a, zh: b}
                  licence: {en: a, zh: b}
                  trust: official
                """, to: "jiangsu/data/all.source.yaml")
            let second = try Greenprint.run(arguments)
            #expect(second.code == 0, "\(second.errors)")
            #expect(second.output == first.output)
        }
    }

    @Test func knownOnADate() throws {
        try withExample { folder in
            let arguments = ["export", folder.path("jiangsu"), "--format", "sdmx-csv", "--as-known-on", "2020-07-01"]
            let lines = try Greenprint.run(arguments).lines.dropFirst()
            #expect(!lines.isEmpty)
            #expect(lines.allSatisfy { !$0.contains(",2021-") })
        }
    }

    @Test(arguments: [
        ["--format", "csv", "--structure"], ["--format", "sdmx-ml", "--labels", "both"], ["--format", "xlsx"],
        ["--format", "csv", "--chart", "pm25"],
        ["--format", "sdmx-csv", "--for-excel"], [],
    ])
    func wrongOptions(options: [String]) throws {
        let outcome = try Greenprint.run(["export", Greenprint.example] + options)
        #expect(outcome.code != 0)
        #expect(outcome.output.isEmpty)
    }

    @Test func agencyMustBeAnIdentifier() throws {
        try withExample { folder in
            let arguments = ["export", folder.path("jiangsu"), "--format", "sdmx-ml", "--agency", "1 a"]
            let outcome = try Greenprint.run(arguments)
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("--agency: error: "))
        }
    }
}
