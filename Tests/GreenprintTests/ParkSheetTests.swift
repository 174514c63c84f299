import Foundation
import TestSupport
import Testing

/// Entry sheets of parks: out, filled in, and back in.
struct ParkSheetTests {
    private static let list = """
        id,category,kind,unit,rule,benchmark,name_en,name_zh,trust
        M1,management,prerequisite,,is,yes,Management body,管理机构,official
        E1,environment,performance,%,>=,90,"Energy, metered",能源计量,unverified
        E2,environment,performance,t,<=,6.5,Water,用水,official

        """
    private static let values = """
        park,id,current,intended,reason,reason_zh,measure,measure_zh,owner,owner_zh,date,cost,explanation,trust
        P,M1,no,yes,,,"Found it, soon",设立机构,Board,管委会,2022,,,official
        P,E1,45.25,90,,,Meters,装表,Firms,企业,2022-06,50,,press
        P,E2,7.8,8.1,,,,,,,,,More firms,official
        Q,M1,yes,yes,,,,,,,,,,official
        Q,E2,n/a,n/a,no industry,无工业,,,,,,,,official

        """

    private static func run(_ words: [String], in folder: TemporaryFolder) throws -> Greenprint.Outcome {
        try Greenprint.run(["parks"] + words + ["--framework", "f.csv", "--language", "en"], in: folder.path)
    }

    private static func withFiles(_ body: (TemporaryFolder) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try folder.write(values, to: "v.csv")
            try folder.write(list, to: "f.csv")
            try body(folder)
        }
    }

    /// What a sheet holds is what the table held, whichever way it went.
    @Test(arguments: ["s.csv", "s.xlsx"]) func outAndBackIn(sheet: String) throws {
        try Self.withFiles { folder in
            let out = try Self.run(["v.csv", "--entry-sheet", sheet], in: folder)
            #expect(out.code == 0 && out.output.isEmpty && out.errors.contains("\(sheet): 6 rows"), "\(out.errors)")
            for shown in ["lines", "shares", "verdicts", "plan"] {
                let direct = try Self.run(["v.csv", "--show", shown], in: folder)
                let back = try Self.run([sheet, "--show", shown], in: folder)
                #expect(direct.code == 0 && direct.lines.count > 2, "\(direct.errors)")
                #expect(back.code == 0 && back.output == direct.output, "\(back.errors)")
            }
            _ = try Self.run([sheet, "--entry-sheet", "again.csv"], in: folder)
            _ = try Self.run(["v.csv", "--entry-sheet", "first.csv"], in: folder)
            #expect(try folder.bytes("again.csv") == folder.bytes("first.csv"))
        }
    }

    /// An empty sheet has a row for every park and benchmark, with the mark of the benchmark, and no values.
    @Test func emptySheet() throws {
        try Self.withFiles { folder in
            let out = try Self.run(["--add", "X,Y", "--entry-sheet", "new.xlsx"], in: folder)
            #expect(out.code == 0 && out.errors.contains("6 rows"), "\(out.errors)")
            #expect(out.errors.contains("E1") && !out.errors.contains("E2"), "the mark of a benchmark is told")
            let lines = try Self.run(["new.xlsx"], in: folder)
            #expect(lines.code == 0 && lines.lines.count == 7, "\(lines.errors)")
            #expect(lines.lines.dropFirst().allSatisfy { $0.contains(",no data,") })
        }
    }

    @Test func faultsOfASheetHaveItsLines() throws {
        try Self.withFiles { folder in
            _ = try Self.run(["v.csv", "--entry-sheet", "s.csv"], in: folder)
            let text = try folder.text("s.csv")
            #expect(text.contains(",45.25,"))
            try folder.write(text.replacing(",45.25,", with: ",much,"), to: "s.csv")
            let outcome = try Self.run(["s.csv"], in: folder)
            #expect(outcome.code == 1 && outcome.errors.contains("s.csv:3:current: error: "), "\(outcome.errors)")
        }
    }

    @Test(arguments: [
        [], ["--entry-sheet", "s.csv"], ["v.csv", "--entry-sheet", "s.txt"], ["v.csv", "--add", "X"],
    ])
    func whatIsNotASheet(words: [String]) throws {
        try Self.withFiles { folder in
            let outcome = try Self.run(words, in: folder)
            #expect(outcome.code == 2 && outcome.output.isEmpty)
        }
    }
}
