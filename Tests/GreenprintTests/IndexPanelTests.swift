import Foundation
import Testing
import TestSupport

/// All times of a panel, pooled or one by one, and values filled in from other times.
struct IndexPanelTests {
    // x rises from time to time, y of b is missing in 2021, c is complete.
    private static let data = """
        uCode,Time,x,y
        a,2020,0,5
        b,2020,4,10
        c,2020,8,0
        a,2021,5,15
        b,2021,10,NA
        c,2021,7,3
        a,2022,10,25
        b,2022,5,30
        c,2022,20,20

        """
    private static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type
        x,1,I,1,1,Indicator
        y,1,I,1,1,Indicator
        I,2,NA,1,1,Aggregate

        """

    private static func run(_ options: [String]) throws -> Greenprint.Outcome {
        try IndexSample.run(options, data: data, metadata: metadata)
    }

    /// Pooled: x from 0 to 20, y from 0 to 30; ranks within a time.
    @Test func pooled() throws {
        let outcome = try Self.run(["--panel", "pooled", "--threshold", "0"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let rows = IndexSample.rows(outcome)
        #expect(outcome.lines[0] == "unit,time,I,rank")
        #expect(rows.map { $0["unit"] } == ["a", "b", "c", "a", "b", "c", "a", "b", "c"])
        #expect(rows.map { $0["time"] } == ["2020", "2020", "2020", "2021", "2021", "2021", "2022", "2022", "2022"])
        let scores: [Double] = [25.0 / 3, 80.0 / 3, 20, 37.5, 50, 22.5, 200.0 / 3, 62.5, 250.0 / 3]
        for (row, score) in zip(rows, scores) { #expect(IndexSample.isNear(row["I"], score, 1e-9), "\(row)") }
        #expect(rows.map { $0["rank"] } == ["3", "1", "2", "2", "1", "3", "2", "3", "1"])
    }

    /// Time by time gives what each time alone gives.
    @Test(arguments: [[], ["--impute", "linear"], ["--impute", "mean"], ["--normalise", "rank"]])
    func byTime(_ options: [String]) throws {
        let rows = IndexSample.rows(try Self.run(["--panel", "by-time"] + options))
        for time in ["2020", "2021", "2022"] {
            let one = IndexSample.rows(try Self.run(["--time", time] + options))
            let part = rows.filter { $0["time"] == time }
            #expect(!one.isEmpty && one.map { $0["I"] } == part.map { $0["I"] })
            #expect(one.map { $0["rank"] } == part.map { $0["rank"] })
        }
    }

    /// y of b is 10 in 2020 and 30 in 2022.
    @Test(
        arguments: [
            ("latest", "10"), ("latest:1", "10"), ("latest:0.5", "NA"), ("constant", "10"), ("linear", "20"),
            ("linear-constant", "20"), ("mean", "9"),
        ])
    func filledIn(_ word: String, _ value: String) throws {
        let one = try Self.run(["--time", "2021", "--impute", word, "--stage", "imputed"])
        #expect(IndexSample.rows(one).first { $0["unit"] == "b" }?["y"] == value, "\(one.text)\(one.errors)")
        #expect(one.errors.isEmpty == (value == "NA"))
        let all = IndexSample.rows(try Self.run(["--panel", "pooled", "--impute", word, "--stage", "imputed"]))
        if word != "mean" { #expect(all.map { $0["y"] } == ["5", "10", "0", "15", value, "3", "25", "30", "20"]) }
    }

    /// Units left out of a panel are named with their times, and the rows that stay keep theirs.
    @Test func screened() throws {
        let outcome = try Self.run(["--panel", "pooled", "--screen", "1", "--drop", "c"])
        #expect(
            outcome.errors
                == "Units left out for lack of data: b 2021.\nUnits left out by name: c 2020, c 2021, c 2022.\n")
        let rows = IndexSample.rows(outcome)
        #expect(rows.map { ($0["unit"] ?? "") + ($0["time"] ?? "") } == ["a2020", "b2020", "a2021", "a2022", "b2022"])
    }

    /// A unit that is not there at every time can be named all the same; one that never is cannot.
    @Test func namedUnitThatIsThereOnce() throws {
        let data = Self.data + "d,2022,1,1\n"
        let outcome = try IndexSample.run(
            ["--panel", "by-time", "--drop", "d", "--threshold", "0"], data: data, metadata: Self.metadata)
        #expect(outcome.code == 0 && outcome.errors == "Units left out by name: d 2022.\n")
        #expect(try Self.run(["--panel", "by-time", "--drop", "e"]).code == 1)
    }

    @Test(arguments: ["en", "zh"]) func withoutTimes(_ language: String) throws {
        for options in [["--panel", "pooled"], ["--impute", "latest"]] {
            let outcome = try IndexSample.run(options + ["--language", language])
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix(options[0] + ": "))
            IndexSample.expectReadable(outcome.errors, language)
        }
    }

    @Test(arguments: [
        ["--panel", "both"], ["--panel", "pooled", "--time", "2020"], ["--panel", "pooled", "--audit", "removal"],
        ["--panel", "pooled", "--uncertainty", "9"], ["--impute", "latest:x"], ["--impute", "latest:-1"],
        ["--impute", "linear:2"], ["--impute", "latest", "--time", "2020", "--uncertainty", "9"],
    ])
    func optionsAtFault(_ options: [String]) throws {
        #expect(try Self.run(options).code == 2)
    }

    /// `impute/panel_latest.csv` and `panel_linear-constant.csv`: eight units, five years, seven indicators.
    @Test(
        .enabled(if: ReferenceFolder.isGiven),
        arguments: [("latest:2", "latest"), ("linear-constant", "linear-constant")])
    func reference(_ word: String, _ file: String) throws {
        let data = try ReferenceFolder.text("impute/panel_input.csv")
        let expected = try ReferenceFolder.rows("impute/panel_\(file).csv")
        let codes = try ReferenceFolder.table("impute/panel_input.csv").header.filter {
            !["uCode", "Time"].contains($0)
        }
        let metadata =
            "iCode,Level,Parent,Direction,Weight,Type\n" + codes.map { "\($0),1,I,1,1,Indicator\n" }.joined()
            + "I,2,NA,1,1,Aggregate\n"
        let outcome = try IndexSample.run(
            ["--panel", "pooled", "--impute", word, "--stage", "imputed"], data: data, metadata: metadata)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let found = IndexSample.rows(outcome)
        #expect(found.count == 40 && expected.count == 40)
        for row in expected {
            let ours = try #require(found.first { $0["unit"] == row["uCode"] && $0["time"] == row["Time"] })
            for code in codes {
                guard let number = Double(row[code] ?? "") else {
                    #expect(ours[code] == "NA", "\(row["uCode"] ?? "") \(row["Time"] ?? "") \(code)")
                    continue
                }
                #expect(IndexSample.isNear(ours[code], number), "\(row["uCode"] ?? "") \(row["Time"] ?? "") \(code)")
            }
        }
    }
}
