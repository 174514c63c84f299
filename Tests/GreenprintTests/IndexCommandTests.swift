import Foundation
import Testing
import TestSupport

/// `greenprint index` as a user runs it.
struct IndexCommandTests {
    // x: 0, 5, 10, 2 up: 0, 50, 100, 20. y: 10, 20, 40, 50 down: 100, 75, 25, 0. z: 1, 1, 3, 2 up: 0, 0, 100, 50.
    // P = (x + 3 y)/4: 75, 68.75, 43.75, 5; Q = z; I = (2 P + Q)/3: 50, 137.5/3, 62.5, 20.
    fileprivate static let data = """
        uCode,x,y,z,p,Region
        a,0,10,1,1,N
        b,5,20,1,1,N
        c,10,40,3,2,S
        d,2,50,2,1,S

        """
    fileprivate static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type,Denominator
        x,1,P,1,1,Indicator,p
        y,1,P,-1,3,Indicator,NA
        z,1,Q,1,1,Indicator,NA
        P,2,I,1,2,Aggregate,NA
        Q,2,I,1,1,Aggregate,NA
        I,3,NA,1,1,Aggregate,NA
        p,NA,NA,NA,NA,Denominator,NA
        Region,NA,NA,NA,NA,Group,NA

        """

    private static func run(
        _ options: [String] = [], data: String = data, metadata: String = metadata
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            try folder.write(metadata, to: "metadata.csv")
            let before = try folder.contents()
            let outcome = try Greenprint.run(
                ["index", "--data", "data.csv", "--metadata", "metadata.csv"] + options, in: folder.path)
            #expect(try folder.contents() == before, "files were written")
            return outcome
        }
    }

    private static func cells(_ outcome: Greenprint.Outcome) -> [[String]] {
        outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func expect(
        _ outcome: Greenprint.Outcome, _ header: [String], _ rows: [(String, [Double?])],
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: place)
        let found = cells(outcome)
        #expect(found.first == header, sourceLocation: place)
        #expect(found.dropFirst().map(\.first) == rows.map(\.0), sourceLocation: place)
        for (row, expected) in zip(found.dropFirst(), rows) {
            #expect(row.count == header.count, sourceLocation: place)
            for (text, number) in zip(row.dropFirst(), expected.1) {
                guard let number else {
                    #expect(text == "NA", sourceLocation: place)
                    continue
                }
                let isClose = Double(text).map { abs($0 - number) < 1e-9 } ?? false
                #expect(isClose, "\(row[0]): \(text), not \(number)", sourceLocation: place)
            }
        }
    }

    // MARK: Results

    @Test func results() throws {
        let outcome = try Self.run()
        #expect(outcome.errors.isEmpty)
        Self.expect(
            outcome, ["unit", "P", "Q", "I", "rank"],
            [
                ("a", [75, 0, 50, 2]), ("b", [68.75, 0, 137.5 / 3, 3]), ("c", [43.75, 100, 62.5, 1]),
                ("d", [5, 50, 20, 4]),
            ])
        #expect(outcome.text == (try Self.run(["--format", "csv"]).text))
    }

    /// The index first in the metadata: columns follow the tree as it is written there.
    @Test func columnsAreInTheOrderOfTheTree() throws {
        var lines = Self.metadata.split(separator: "\n").map(String.init)
        lines.insert(lines.remove(at: 6), at: 1)
        lines.swapAt(5, 6)
        let outcome = try Self.run(metadata: lines.joined(separator: "\n") + "\n")
        Self.expect(
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
        let outcome = try Self.run(options)
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let rows = Self.cells(outcome).dropFirst()
        #expect(rows.count == 4)
        for ((row, score), rank) in zip(zip(rows, index), ranks) {
            let found = try #require(Double(row[3]))
            #expect(abs(found - (score ?? .nan)) < 1e-9, "\(row)")
            #expect(Double(row[4]) == rank, "\(row)")
        }
    }

    /// y of a is missing.
    private static let gap = data.replacingOccurrences(of: "a,0,10,", with: "a,0,NA,")

    @Test func missingIsNA() throws {
        let outcome = try Self.run(data: Self.gap)
        // Half of P is present, four fifths are asked for: P is missing, I goes by Q alone.
        // y of b, c, d: 100, 100/3, 0; P: -, (50 + 300)/4, (100 + 100)/4, 5; I: 0, 175/3, 200/3, 20.
        Self.expect(
            outcome, ["unit", "P", "Q", "I", "rank"],
            [
                ("a", [nil, 0, 0, 4]), ("b", [87.5, 0, 175.0 / 3, 2]), ("c", [50, 100, 200.0 / 3, 1]),
                ("d", [5, 50, 20, 3]),
            ])
        let strict = try Self.run(["--threshold", "1"], data: Self.gap)
        #expect(Self.cells(strict)[1] == ["a", "NA", "0", "NA", "NA"])
        let lax = try Self.run(["--threshold", "0.5"], data: Self.gap)
        #expect(Self.cells(lax)[1] == ["a", "0", "0", "0", "4"])
        let json = try Self.run(["--threshold", "1", "--format", "json"], data: Self.gap)
        let rows = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(rows.count == 4 && rows[0]["I"] is NSNull && rows[0]["rank"] is NSNull)
        #expect(rows[3]["I"] as? Double == 20 && rows[3]["unit"] as? String == "d")
        let table = try Self.run(["--threshold", "1", "--format", "table"], data: Self.gap)
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
            let outcome = try Self.run(options + ["--language", language], data: Self.gap)
            Self.expect(outcome, ["unit", "x", "y", "z"], rows)
            #expect(outcome.errorLines.count == messages, "\(outcome.errors)")
            Self.expectReadable(outcome.errors, language)
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
        let outcome = try Self.run(
            ["--normalise", "goalposts", "--language", language], data: "uCode,x,y\na,2,1\n", metadata: metadata)
        // x: 2 of 10; y: 1 minus 1 of 10; (20 + 90)/2.
        Self.expect(outcome, ["unit", "I", "rank"], [("a", [55, 1])])
        #expect(outcome.errors.contains(language == "en" ? "warning: " : "警告: "))
        Self.expectReadable(outcome.errors, language)
    }

    @Test func namesAreQuoted() throws {
        let data = Self.data.replacingOccurrences(of: "\na,", with: "\n\"a,1\",")
        #expect(try Self.run(data: data).lines[1] == "\"a,1\",75,0,50,2")
        let json = try Self.run(["--format", "json"], data: data)
        let rows = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(rows.first?["unit"] as? String == "a,1")
    }

    /// A division by zero takes a value away: that must be told, by unit or indicator.
    @Test(arguments: ["en", "zh"]) func zeroDenominatorIsTold(_ language: String) throws {
        let data = Self.data.replacingOccurrences(of: "b,5,20,1,1", with: "b,5,20,1,0")
        let outcome = try Self.run(["--denominate", "--stage", "denominated", "--language", language], data: data)
        Self.expect(
            outcome, ["unit", "x", "y", "z"],
            [("a", [0, 10, 1]), ("b", [nil, 20, 1]), ("c", [5, 40, 3]), ("d", [2, 50, 2])])
        #expect(!outcome.errors.isEmpty, "a value was lost without a word")
        Self.expectReadable(outcome.errors, language)
    }

    // MARK: Faults

    fileprivate struct Case: Sendable, CustomStringConvertible {
        let description: String
        var options: [String] = []
        var data = IndexCommandTests.data
        var metadata = IndexCommandTests.metadata
        /// The start of a line of standard error.
        var place = "data.csv"
        /// What the messages must name.
        var names: [String] = []
    }

    fileprivate static let cases: [Case] = [
        Case(
            description: "constant",
            data: "uCode,x,y,z,p,Region\na,7,1,1,1,N\nb,7,2,2,1,N\nc,7,3,3,1,S\n", names: ["x"]),
        Case(
            description: "constant after denomination", options: ["--denominate"],
            data: "uCode,x,y,z,p,Region\na,2,1,1,1,N\nb,4,2,2,2,N\nc,6,3,3,3,S\n", names: ["x"]),
        Case(
            description: "all missing",
            data: "uCode,x,y,z,p,Region\na,NA,1,1,1,N\nb,NA,2,2,1,N\nc,NA,3,3,1,S\n", place: "data.csv:1:x",
            names: ["x"]),
        Case(
            description: "zero, geometric", options: ["--aggregate", "geometric"], place: "--aggregate",
            names: ["a", "x", "P", "0"]),
        Case(
            description: "zero, harmonic", options: ["--aggregate", "harmonic"], place: "--aggregate",
            names: ["a", "x", "P", "0"]),
        Case(
            description: "negative, geometric", options: ["--aggregate", "geometric", "--normalise", "zscore"],
            place: "--aggregate", names: ["a", "x", "P"]),
        Case(
            description: "negative, bod", options: ["--aggregate", "bod", "--normalise", "zscore"],
            place: "--aggregate", names: ["a", "x"]),
        Case(
            description: "weights of pca sum to zero", options: ["--weights", "pca"], place: "--weights", names: ["P"]),
        Case(
            description: "entropy of a gap", options: ["--weights", "entropy"], data: gap, place: "--weights",
            names: ["a", "y"]),
        Case(
            description: "weights zero",
            metadata: metadata.replacingOccurrences(of: "P,1,1,Ind", with: "P,1,0,Ind")
                .replacingOccurrences(of: "P,-1,3", with: "P,-1,0"), place: "metadata.csv", names: ["P"]),
        Case(
            description: "weight negative", metadata: metadata.replacingOccurrences(of: "P,-1,3", with: "P,-1,-3"),
            place: "metadata.csv:3:Weight", names: ["-3"]),
        Case(description: "one unit", data: "uCode,x,y,z,p,Region\na,1,2,3,1,N\n", names: ["x"]),
        Case(
            description: "duplicate unit", data: data.replacingOccurrences(of: "\nb,", with: "\na,"),
            place: "data.csv:3", names: ["a", "2"]),
        Case(
            description: "duplicate code", metadata: metadata.replacingOccurrences(of: "\ny,", with: "\nx,"),
            place: "metadata.csv:3", names: ["x", "2"]),
        Case(
            description: "orphan", metadata: metadata.replacingOccurrences(of: "y,1,P", with: "y,1,R"),
            place: "metadata.csv:3:Parent", names: ["y", "R"]),
        Case(
            description: "no parent", metadata: metadata.replacingOccurrences(of: "y,1,P", with: "y,1,NA"),
            place: "metadata.csv:3", names: ["y"]),
        Case(
            description: "cycle",
            metadata: metadata.replacingOccurrences(of: "P,2,I", with: "P,2,Q")
                .replacingOccurrences(of: "Q,2,I", with: "Q,2,P"), place: "metadata.csv:5", names: ["P", "Q"]),
        Case(
            description: "text in a number", data: data.replacingOccurrences(of: "b,5,20", with: "b,five,20"),
            place: "data.csv:3:x", names: ["five"]),
        Case(
            description: "unknown group", options: ["--impute", "group-mean:Regoin"], place: "--impute",
            names: ["Regoin", "Region"]),
        Case(
            description: "too few units to impute from", options: ["--impute", "regression"],
            data: "uCode,x,y,z,p,Region\na,1,NA,1,1,N\nb,2,5,2,1,N\nc,3,1,3,1,S\n", place: "--impute", names: ["P"]),
        Case(
            description: "indicators that depend on each other", options: ["--impute", "regression"],
            data: "uCode,x,y,z,p,Region\na,1,NA,1,1,N\nb,2,5,2,1,N\nc,2,1,3,1,S\nd,2,3,3,1,S\n", place: "--impute",
            names: ["P"]),
        Case(description: "nobody stays", options: ["--screen", "1"], data: nobody, names: ["x"]),
        Case(
            description: "parameters are missing", options: ["--normalise", "goalposts"],
            place: "metadata.csv:2:goalpost_lower", names: ["x", "goalpost_lower", "z", "goalpost_trunc2posts"]),
        Case(
            description: "bounds the wrong way", options: ["--normalise", "minmax:100:0"], place: "--normalise",
            names: ["x"]),
        Case(description: "empty data", data: "", names: []),
        Case(description: "no units", data: "uCode,x,y,z,p,Region\n", names: []),
        Case(description: "empty metadata", metadata: "", place: "metadata.csv", names: []),
    ]

    private static let nobody = "uCode,x,y,z,p,Region\na,NA,1,1,1,N\nb,2,NA,2,1,N\nc,3,3,NA,1,S\n"

    @Test(arguments: cases, ["en", "zh"]) fileprivate func fault(_ fault: Case, _ language: String) throws {
        let outcome = try Self.run(
            fault.options + ["--language", language], data: fault.data, metadata: fault.metadata)
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty, "results beside faults: \(outcome.text)")
        let grade = language == "en" ? "error" : "错误"
        let errors = outcome.errorLines.filter { $0.contains(": \(grade): ") }
        #expect(
            errors.contains { $0.hasPrefix(fault.place) && $0.contains(": \(grade): ") },
            "no fault at \(fault.place): \(outcome.errors)")
        for name in fault.names { #expect(outcome.errors.contains(name), "\(name) is not named: \(outcome.errors)") }
        Self.expectReadable(outcome.errors, language)
    }

    /// No key or placeholder is left; each fault has a remedy on the next line; Chinese messages are Chinese.
    private static func expectReadable(
        _ text: String, _ language: String, _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(text.firstMatch(of: /\[[a-z0-9]+(-[a-z0-9]+)+\]/) == nil, "a key: \(text)", sourceLocation: place)
        #expect(text.firstMatch(of: /\{[a-zA-Z]+\}/) == nil, "a placeholder: \(text)", sourceLocation: place)
        let lines = text.split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() {
            let isChinese = line.contains { ("一"..."龥").contains($0) }
            #expect(isChinese == (language == "zh"), "not in \(language): \(line)", sourceLocation: place)
            guard line.contains(#/: (error|warning|错误|警告): /#) else { continue }
            let hasRemedy = index + 1 < lines.count && lines[index + 1].hasPrefix("    ")
            #expect(hasRemedy, "no remedy: \(line)", sourceLocation: place)
        }
    }

    /// Faults of both files, and of all columns, in one run.
    @Test func allFaultsInOneRun() throws {
        let outcome = try Self.run(
            data: Self.data.replacingOccurrences(of: "b,5,20", with: "b,five,twenty"),
            metadata: Self.metadata.replacingOccurrences(of: "z,1,Q,1,", with: "z,1,Q,2,"))
        #expect(outcome.code == 1)
        for place in ["metadata.csv:4:Direction: error: ", "data.csv:3:x: error: ", "data.csv:3:y: error: "] {
            #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "not told: \(place)")
        }
    }

    /// A file that is not there is told by the path the user gave: two tables may have one name in two folders.
    @Test(arguments: ["en", "zh"], [true, false]) func missingFile(_ language: String, _ dataIsMissing: Bool) throws {
        try withTemporaryFolder { folder in
            try folder.write(Self.data, to: "one/table.csv")
            try folder.write(Self.metadata, to: "two/table.csv")
            let gone = dataIsMissing ? "one/table.csv" : "two/table.csv"
            try folder.remove(gone)
            let outcome = try Greenprint.run(
                ["index", "--data", "one/table.csv", "--metadata", "two/table.csv", "--language", language],
                in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix(gone + ": "), "not the path given: \(outcome.errors)")
            #expect(!outcome.errors.contains(language == "en" ? "workspace" : "工作区"), "there is no workspace")
            Self.expectReadable(outcome.errors, language)
        }
    }

    /// A folder instead of a file, or a folder that is not there.
    @Test(arguments: ["one", "none/data.csv"]) func notAFile(_ path: String) throws {
        try withTemporaryFolder { folder in
            try folder.write(Self.data, to: "one/data.csv")
            try folder.write(Self.metadata, to: "metadata.csv")
            let outcome = try Greenprint.run(
                ["index", "--data", path, "--metadata", "metadata.csv"], in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(": error: "))
            Self.expectReadable(outcome.errors, "en")
        }
    }

    /// Which of several faults is told must not change from run to run.
    @Test func sameFaultEveryTime() throws {
        let parts = ["A", "B", "C", "D", "E"]
        let codes = parts.flatMap { [$0 + "x", $0 + "y"] }
        let rows = ["a", "b", "c"].enumerated().map { row, unit in
            unit + ","
                + codes.indices.map { row == 1 && $0 % 2 == 0 ? "NA" : String((row + 1) * ($0 + 2)) }
                .joined(separator: ",")
        }
        let data = "uCode," + codes.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
        let indicators = codes.map { "\($0),1,\($0.prefix(1)),1,1,Indicator" }
        let metadata =
            (["iCode,Level,Parent,Direction,Weight,Type"] + indicators + parts.map { "\($0),2,I,1,1,Aggregate" }
            + ["I,3,NA,1,1,Aggregate"]).joined(separator: "\n") + "\n"
        let told = try Set(
            (0..<12).map { _ in
                let outcome = try Self.run(["--weights", "entropy"], data: data, metadata: metadata)
                #expect(outcome.code == 1)
                return outcome.errors
            })
        #expect(told.count == 1, "\(told)")
    }

    // MARK: Command lines at fault

    static let words: [[String]] = [
        ["--impute", "means"], ["--impute", "group-mean"], ["--impute", "mean:Region"], ["--treat", "winmax"],
        ["--treat", "winmax:x"], ["--treat", "winmax:2.5"], ["--treat", "winmax:-1"], ["--treat", "log"],
        ["--normalise", "min-max"], ["--normalise", "minmax:0"], ["--normalise", "minmax:a:b"],
        ["--normalise", "minmax:0:1:2"], ["--normalise", "zscore:0:nan"], ["--normalise", "rank:1"],
        ["--aggregate", ""], ["--aggregate", "mean"], ["--aggregate", "arithmetic:2"], ["--aggregate", "generalised"],
        ["--aggregate", "generalised:inf"], ["--aggregate", "arithmetic,fly"], ["--weights", "given"],
        ["--weights", "PCA"], ["--screen=-0.1"], ["--screen", "1.5"], ["--screen", "nan"], ["--screen", "x"],
        ["--threshold", "2"], ["--threshold=-0.1"], ["--stage", "ranked"], ["--format", "xml"], ["--language", "fr"],
        ["--fast"], ["extra"],
    ]

    @Test(arguments: words) func unknownWords(_ words: [String]) throws { try Self.expectTwo(words) }

    /// Words with an empty part: nothing between two commas or colons is not a method or a number.
    static let empties = [
        ["--aggregate", "arithmetic,,geometric"], ["--aggregate", ",arithmetic"], ["--aggregate", "arithmetic,"],
        ["--aggregate", "arithmetic:"], ["--normalise", "rank:"], ["--normalise", "minmax::0:100"],
        ["--normalise", "minmax:0:100:"], ["--treat", "winmax::5"], ["--impute", "mean:"],
        ["--impute", "group-mean:"],
    ]

    @Test(arguments: empties) func emptyParts(_ words: [String]) throws { try Self.expectTwo(words) }

    private static func expectTwo(_ words: [String]) throws {
        let outcome = try run(words)
        #expect(outcome.code == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "))
    }

    @Test(arguments: [["index"], ["index", "--data", "a.csv"], ["index", "--metadata", "a.csv"]])
    func filesAreRequired(_ arguments: [String]) throws {
        let outcome = try Greenprint.run(arguments)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("Error: "))
    }

    @Test func help() throws {
        let outcome = try Greenprint.run(["index", "--help"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        for option in ["--data", "--metadata", "--stage", "--weights", "--aggregate", "--normalise", "--impute"] {
            #expect(outcome.text.contains(option))
        }
    }

    // MARK: Names of columns and rows

    /// An aggregate may have a code that is a column of the result too; no value may get lost.
    @Test(arguments: ["rank", "unit"]) func aggregateNamedLikeAColumn(_ code: String) throws {
        let metadata = Self.metadata.replacingOccurrences(of: "1,Q,", with: "1,\(code),")
            .replacingOccurrences(of: "\nQ,", with: "\n\(code),")
        let csv = try Self.run(metadata: metadata)
        let header = Self.cells(csv).first ?? []
        #expect(csv.code == 1 || Set(header).count == header.count, "two columns of one name: \(header)")
        let json = try Self.run(["--format", "json"], metadata: metadata)
        let rows = try JSONSerialization.jsonObject(with: json.code == 1 ? Data("[]".utf8) : json.output)
        for row in try #require(rows as? [[String: Any]]) { #expect(row.count == 5, "a value is lost: \(row)") }
    }

    @Test func moreMethodsThanLevels() throws {
        let outcome = try Self.run(["--aggregate", "arithmetic,arithmetic,arithmetic"])
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("--aggregate: error: 3 methods are named"))
        #expect(try Self.run(["--aggregate", "arithmetic,arithmetic"]).code == 0)
    }

    /// Values whose range is beyond the numbers have no score: a fault, not a missing value.
    @Test func rangeBeyondNumbers() throws {
        let data = Self.data.replacingOccurrences(of: "a,0,", with: "a,-1e308,")
            .replacingOccurrences(of: "c,10,", with: "c,1e308,")
        let outcome = try Self.run(data: data)
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("“x”"))
    }

    /// One time of a panel gives what a table of that time alone gives; another time is a fault.
    @Test func timeOfAPanel() throws {
        let rows = Self.data.split(separator: "\n").map(String.init)
        let panel =
            (["uCode,Time" + rows[0].dropFirst(5)]
            + rows.dropFirst().flatMap { [row($0, 2020), row($0, 2021)] }).joined(separator: "\n") + "\n"
        func row(_ text: String, _ time: Int) -> String {
            let cells = text.split(separator: ",").map(String.init)
            return ([cells[0], String(time), cells[1] + (time == 2020 ? "" : "1")] + cells[2...]).joined(separator: ",")
        }
        #expect(try Self.run(["--time", "2020"], data: panel).text == (try Self.run().text))
        #expect(try Self.run(["--time", "2019"], data: panel).errors.contains("2020, 2021"))
        #expect(try Self.run(data: panel).errors.contains("--time"))
        #expect(try Self.run(["--time", "2020"]).code == 1)
    }

    // MARK: How sure the ranks are

    @Test func uncertaintyIsTheSameOnAnyThreads() throws {
        let one = try Self.run(["--uncertainty", "200", "--seed", "7", "--threads", "1"])
        #expect(one.code == 0, "\(one.errors)")
        #expect(Self.cells(one).first == ["unit", "nominal", "mean", "median", "q5", "q95"])
        #expect(Self.cells(one).dropFirst().map { $0[1] } == ["2", "3", "1", "4"])
        #expect(try Self.run(["--uncertainty", "200", "--seed", "7", "--threads", "4"]).text == one.text)
        #expect(try Self.run(["--uncertainty", "200", "--seed", "8"]).text != one.text)
    }

    @Test func sensitivity() throws {
        let vary = ["--vary", "weights:0.5,normalise:minmax+rank"]
        let outcome = try Self.run(["--sensitivity", "64"] + vary)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(Self.cells(outcome).first == ["assumption", "first", "total", "low", "high"])
        #expect(Self.cells(outcome).dropFirst().map(\.first) == ["weights", "normalise"])
    }

    @Test(arguments: ["en", "zh"]) func nothingVaries(_ language: String) throws {
        let outcome = try Self.run(["--sensitivity", "8", "--vary", "normalise:rank", "--language", language])
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        Self.expectReadable(outcome.errors, language)
    }

    @Test(arguments: [
        ["--vary", "weights:0.25"], ["--uncertainty", "9", "--stage", "imputed"],
        ["--uncertainty", "9", "--vary", "weights:0.25,weights:0.1"], ["--uncertainty", "0"],
        ["--uncertainty", "9", "--vary", "weights:2"], ["--uncertainty", "9", "--vary", ""],
        ["--uncertainty", "9", "--sensitivity", "9"], ["--uncertainty", "9", "--vary", "rank+minmax"],
    ])
    func variationsAtFault(_ words: [String]) throws { try Self.expectTwo(words) }

    /// In a panel a unit has a row for each time: the result must tell them apart, or the command refuse.
    @Test func rowsOfAPanelAreToldApart() throws {
        let data =
            "uCode,Time,x,y,z,p,Region\na,2020,0,10,1,1,N\nb,2020,5,20,1,1,N\na,2021,10,40,3,2,S\nb,2021,2,50,2,1,S\n"
        for options in [[], ["--stage", "normalised"]] {
            let outcome = try Self.run(options, data: data)
            guard outcome.code != 1 else { continue }
            let rows = Self.cells(outcome)
            let times = rows.first?.firstIndex(of: "Time")
            let keys = rows.dropFirst().map { row in row[0] + " " + (times.map { row[$0] } ?? "") }
            #expect(Set(keys).count == 4, "rows that cannot be told apart: \(outcome.text)")
        }
    }
}
