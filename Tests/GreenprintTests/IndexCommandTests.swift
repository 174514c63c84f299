import Foundation
import TestSupport
import Testing

/// `greenprint index` as a user runs it: what it prints.
struct IndexCommandTests {
    private typealias Sample = IndexCommandSample

    @Test func results() throws {
        let outcome = try Sample.run()
        #expect(outcome.errors.isEmpty)
        Sample.expect(
            outcome, ["unit", "P", "Q", "I", "rank"],
            [
                ("a", [75, 0, 50, 2]), ("b", [68.75, 0, 137.5 / 3, 3]), ("c", [43.75, 100, 62.5, 1]),
                ("d", [5, 50, 20, 4]),
            ])
        #expect(outcome.text == (try Sample.run(["--format", "csv"]).text))
    }

    /// The index first in the metadata: columns follow the tree as it is written there.
    @Test func columnsAreInTheOrderOfTheTree() throws {
        var lines = Sample.metadata.split(separator: "\n").map(String.init)
        lines.insert(lines.remove(at: 6), at: 1)
        lines.swapAt(5, 6)
        let outcome = try Sample.run(metadata: lines.joined(separator: "\n") + "\n")
        Sample.expect(
            outcome, ["unit", "I", "Q", "P", "rank"],
            [
                ("a", [50, 0, 75, 2]), ("b", [137.5 / 3, 0, 68.75, 3]), ("c", [62.5, 100, 43.75, 1]),
                ("d", [20, 50, 5, 4]),
            ])
    }

    /// Options and the index they lead to, by hand.
    static let options: [([String], [Double?], [Double?])] = [
        (["--weights", "equal"], [25, 31.25, 81.25, 30], [4, 2, 1, 3]),
        (["--weights", "original", "--normalise", "minmax"], [50, 137.5 / 3, 62.5, 20], [2, 3, 1, 4]),
        (["--normalise", "minmax:0:10"], [5, 13.75 / 3, 6.25, 2], [2, 3, 1, 4]),
        // Ranks 1 to 4 up: x 1, 3, 4, 2; y 4, 3, 2, 1; z 1, 1, 4, 3; P 3.25, 3, 2.5, 1.25.
        (["--normalise", "rank"], [2.5, 7.0 / 3, 3, 5.5 / 3], [2, 3, 1, 4]),
        // P by the median: 50, 62.5, 62.5, 10; I by the median of two: half of P and Q each.
        (["--aggregate", "median"], [25, 31.25, 81.25, 30], [4, 2, 1, 3]),
        // P by the mean, I by the smaller of P and Q: 0, 0, 43.75, 5; a and b share rank 3.
        (["--aggregate", "arithmetic,minimum"], [0, 0, 43.75, 5], [3, 3, 1, 2]),
        // P by the smaller: 0, 50, 25, 0; I = (2 P + Q)/3.
        (["--aggregate", "minimum,arithmetic"], [0, 100.0 / 3, 150.0 / 3, 50.0 / 3], [4, 2, 1, 3]),
        // x/p: 0, 5, 5, 2, scores 0, 100, 100, 40; P 75, 81.25, 43.75, 10.
        (["--denominate"], [50, 162.5 / 3, 62.5, 70.0 / 3], [3, 2, 1, 4]),
    ]

    @Test(arguments: options) func optionsByHand(_ options: [String], _ index: [Double?], _ ranks: [Double?]) throws {
        let outcome = try Sample.run(options)
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let rows = Sample.cells(outcome).dropFirst()
        #expect(rows.count == 4)
        for ((row, score), rank) in zip(zip(rows, index), ranks) {
            let found = try #require(Double(row[3]))
            #expect(abs(found - (score ?? .nan)) < 1e-9, "\(row)")
            #expect(Double(row[4]) == rank, "\(row)")
        }
    }

    /// y of a is missing.
    private static let gap = Sample.data.replacingOccurrences(of: "a,0,10,", with: "a,0,NA,")

    @Test func missingIsNA() throws {
        let outcome = try Sample.run(data: Self.gap)
        // Half of P is present, four fifths are asked for: P is missing, I goes by Q alone.
        // y of b, c, d: 100, 100/3, 0; P: -, (50 + 300)/4, (100 + 100)/4, 5; I: 0, 175/3, 200/3, 20.
        Sample.expect(
            outcome, ["unit", "P", "Q", "I", "rank"],
            [
                ("a", [nil, 0, 0, 4]), ("b", [87.5, 0, 175.0 / 3, 2]), ("c", [50, 100, 200.0 / 3, 1]),
                ("d", [5, 50, 20, 3]),
            ])
        let strict = try Sample.run(["--threshold", "1"], data: Self.gap)
        #expect(Sample.cells(strict)[1] == ["a", "NA", "0", "NA", "NA"])
        let lax = try Sample.run(["--threshold", "0.5"], data: Self.gap)
        #expect(Sample.cells(lax)[1] == ["a", "0", "0", "0", "4"])
        let json = try Sample.run(["--threshold", "1", "--format", "json"], data: Self.gap)
        let rows = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(rows.count == 4 && rows[0]["I"] is NSNull && rows[0]["rank"] is NSNull)
        #expect(rows[3]["I"] as? Double == 20 && rows[3]["unit"] as? String == "d")
        let table = try Sample.run(["--threshold", "1", "--format", "table"], data: Self.gap)
        #expect(table.lines[0].split(separator: " ") == ["unit", "P", "Q", "I", "rank"])
        #expect(table.lines[1].split(separator: " ") == ["a", "NA", "0", "NA", "NA"])
        #expect(table.lines[2].split(separator: " ") == ["b", "87.5", "0", "58.3333", "2"])
    }

    /// Stages by hand; what was done is told on standard error, in either language.
    static let stages: [([String], [(String, [Double?])], Int)] = [
        (
            ["--stage", "denominated"],
            [("a", [0, nil, 1]), ("b", [5, 20, 1]), ("c", [10, 40, 3]), ("d", [2, 50, 2])], 0
        ),
        (
            ["--stage", "denominated", "--denominate"],
            [("a", [0, nil, 1]), ("b", [5, 20, 1]), ("c", [5, 40, 3]), ("d", [2, 50, 2])], 0
        ),
        (
            ["--stage", "imputed", "--impute", "median"],
            [("a", [0, 40, 1]), ("b", [5, 20, 1]), ("c", [10, 40, 3]), ("d", [2, 50, 2])], 1
        ),
        (
            ["--stage", "imputed", "--impute", "group-mean:Region"],
            [("a", [0, 20, 1]), ("b", [5, 20, 1]), ("c", [10, 40, 3]), ("d", [2, 50, 2])], 1
        ),
        (
            ["--stage", "screened", "--screen", "0.9"],
            [("b", [5, 20, 1]), ("c", [10, 40, 3]), ("d", [2, 50, 2])], 1
        ),
        (
            ["--stage", "treated", "--screen", "0.9"],
            [("b", [5, 20, 1]), ("c", [10, 40, 3]), ("d", [2, 50, 2])], 1
        ),
        (
            ["--stage", "normalised", "--screen", "0.9"],
            [("b", [37.5, 100, 0]), ("c", [100, 100.0 / 3, 100]), ("d", [0, 0, 50])], 1
        ),
    ]

    @Test(arguments: stages)
    func stage(_ options: [String], _ rows: [(String, [Double?])], _ messages: Int) throws {
        for language in ["en", "zh"] {
            let outcome = try Sample.run(options + ["--language", language], data: Self.gap)
            Sample.expect(outcome, ["unit", "x", "y", "z"], rows)
            #expect(outcome.errorLines.count == messages, "\(outcome.errors)")
            IndexSample.expectReadable(outcome.errors, language)
        }
    }

    /// One unit has no spread, but a place between goalposts; a warning goes to standard error alone.
    @Test(arguments: ["en", "zh"]) func oneUnitBetweenGoalposts(_ language: String) throws {
        let metadata = """
            iCode,Level,Parent,Direction,Weight,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
            x,1,I,1,1,Indicator,0,10,100,1
            y,1,I,-1,1,Indicator,0,10,100,1
            I,2,NA,1,1,Aggregate,NA,NA,NA,NA

            """
        let outcome = try Sample.run(
            ["--normalise", "goalposts", "--language", language], data: "uCode,x,y\na,2,1\n", metadata: metadata)
        // x: 2 of 10; y: 1 minus 1 of 10; (20 + 90)/2.
        Sample.expect(outcome, ["unit", "I", "rank"], [("a", [55, 1])])
        #expect(outcome.errors.contains(language == "en" ? "warning: " : "警告: "))
        IndexSample.expectReadable(outcome.errors, language)
    }

    /// Units with equal scores share the better rank, and the next rank is left out.
    @Test func tiesShareTheBetterRank() throws {
        let data = "uCode,x,y,z,p,Region\na,0,10,1,1,N\nb,10,40,3,1,N\nc,10,40,3,2,S\nd,0,50,2,1,S\n"
        let outcome = try Sample.run(data: data)
        #expect(outcome.code == 0, "\(outcome.errors)")
        // P: a 75, b and c 25 + 18.75, d 0; Q: 0, 100, 100, 50; I = (2 P + Q)/3: 50, 62.5, 62.5, 50/3.
        #expect(Sample.cells(outcome).dropFirst().map(\.last) == ["3", "1", "1", "4"])
    }

    @Test func namesAreQuoted() throws {
        let data = Sample.data.replacingOccurrences(of: "\na,", with: "\n\"a,1\",")
        #expect(try Sample.run(data: data).lines[1] == "\"a,1\",75,0,50,2")
        let json = try Sample.run(["--format", "json"], data: data)
        let rows = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(rows.first?["unit"] as? String == "a,1")
    }

    /// A division by zero takes a value away: that must be told, by unit or indicator.
    @Test(arguments: ["en", "zh"]) func zeroDenominatorIsTold(_ language: String) throws {
        let data = Sample.data.replacingOccurrences(of: "b,5,20,1,1", with: "b,5,20,1,0")
        let outcome = try Sample.run(["--denominate", "--stage", "denominated", "--language", language], data: data)
        Sample.expect(
            outcome, ["unit", "x", "y", "z"],
            [("a", [0, 10, 1]), ("b", [nil, 20, 1]), ("c", [5, 40, 3]), ("d", [2, 50, 2])])
        #expect(!outcome.errors.isEmpty, "a value was lost without a word")
        IndexSample.expectReadable(outcome.errors, language)
    }

    // MARK: How sure the ranks are

    @Test func uncertaintyIsTheSameOnAnyThreads() throws {
        let one = try Sample.run(["--uncertainty", "200", "--seed", "7", "--threads", "1"])
        #expect(one.code == 0, "\(one.errors)")
        #expect(Sample.cells(one).first == ["unit", "nominal", "mean", "median", "q5", "q95"])
        #expect(Sample.cells(one).dropFirst().map { $0[1] } == ["2", "3", "1", "4"])
        #expect(try Sample.run(["--uncertainty", "200", "--seed", "7", "--threads", "4"]).text == one.text)
        #expect(try Sample.run(["--uncertainty", "200", "--seed", "8"]).text != one.text)
    }

    @Test func sensitivity() throws {
        let vary = ["--vary", "weights:0.5,normalise:minmax+rank"]
        let outcome = try Sample.run(["--sensitivity", "64"] + vary)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(Sample.cells(outcome).first == ["assumption", "first", "total", "low", "high"])
        #expect(Sample.cells(outcome).dropFirst().map(\.first) == ["weights", "normalise"])
    }

    @Test(arguments: ["en", "zh"]) func nothingVaries(_ language: String) throws {
        let outcome = try Sample.run(["--sensitivity", "8", "--vary", "normalise:rank", "--language", language])
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        IndexSample.expectReadable(outcome.errors, language)
    }

    @Test(arguments: [
        ["--vary", "weights:0.25"], ["--uncertainty", "9", "--stage", "imputed"],
        ["--uncertainty", "9", "--vary", "weights:0.25,weights:0.1"], ["--uncertainty", "0"],
        ["--uncertainty", "9", "--vary", "weights:2"], ["--uncertainty", "9", "--vary", ""],
        ["--uncertainty", "9", "--sensitivity", "9"], ["--uncertainty", "9", "--vary", "rank+minmax"],
    ])
    func variationsAtFault(_ words: [String]) throws { try Sample.expectTwo(words) }

    /// In a panel a unit has a row for each time: the result must tell them apart, or the command refuse.
    @Test func rowsOfAPanelAreToldApart() throws {
        let data =
            "uCode,Time,x,y,z,p,Region\na,2020,0,10,1,1,N\nb,2020,5,20,1,1,N\na,2021,10,40,3,2,S\nb,2021,2,50,2,1,S\n"
        for options in [[], ["--stage", "normalised"]] {
            let outcome = try Sample.run(options, data: data)
            guard outcome.code != 1 else { continue }
            let rows = Sample.cells(outcome)
            let times = rows.first?.firstIndex(of: "Time")
            let keys = rows.dropFirst().map { row in row[0] + " " + (times.map { row[$0] } ?? "") }
            #expect(Set(keys).count == 4, "rows that cannot be told apart: \(outcome.text)")
        }
    }
}
