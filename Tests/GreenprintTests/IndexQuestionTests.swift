import Foundation
import TestSupport
import Testing

/// The questions of `greenprint index`, as a user asks them, worked out by hand.
struct IndexQuestionTests {
    // x up: 0, 5, 10, 2 scores 0, 50, 100, 20; y down: 10, 20, 40, 50 scores 100, 75, 25, 0; z up: 1, 1, 3, 2 scores 0, 0,
    // 100, 50. P = (x + 3 y)/4: 75, 68.75, 43.75, 5; Q = z; I = (2 P + Q)/3: 50, 45.83, 62.5, 20.
    private static let data = "uCode,x,y,z\na,0,10,1\nb,5,20,1\nc,10,40,3\nd,2,50,2\n"
    private static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type
        x,1,P,1,1,Indicator
        y,1,P,-1,3,Indicator
        z,1,Q,1,1,Indicator
        P,2,I,1,2,Aggregate
        Q,2,I,1,1,Aggregate
        I,3,NA,1,1,Aggregate

        """

    private static func run(
        _ options: [String], data: String = data, metadata: String = metadata, before: String? = nil
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            try folder.write(metadata, to: "metadata.csv")
            if let before { try folder.write(before, to: "before.csv") }
            return try Greenprint.run(
                ["index", "--data", "data.csv", "--metadata", "metadata.csv"] + options, in: folder.path)
        }
    }

    private static func expect(
        _ outcome: Greenprint.Outcome, _ lines: [String], within tolerance: Double = 1e-6,
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: place)
        let cells = outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let expected = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(cells.map(\.count) == expected.map(\.count), "\(outcome.text)", sourceLocation: place)
        for (row, wanted) in zip(cells, expected) {
            for (cell, word) in zip(row, wanted) {
                let numbers = (Double(cell), Double(word))
                let agree =
                    if let found = numbers.0, let number = numbers.1 { abs(found - number) <= tolerance } else {
                        cell == word
                    }
                #expect(agree, "\(cell), not \(word): \(outcome.text)", sourceLocation: place)
            }
        }
    }

    // MARK: Answers

    @Test func lift() throws {
        let header = "indicator,now,needed,change,score_change,status"
        let alone = try Self.run(["--lift", "b"])
        Self.expect(
            alone,
            [
                header, "x,5,7.5,2.5,25,reached", "y,20,16.6666667,-3.3333333,8.3333333,reached",
                "z,1,1.25,0.25,12.5,reached",
            ])
        #expect(alone.errors.contains("3") && alone.errors.contains("2") && alone.errors.contains("b"))
        // To rank 1: z alone from 50 points on. x at 20 has b at 54.17 and c, with 50 points left in x, level. y at 0 leaves b
        // at 58.33 below c at 60.
        Self.expect(
            try Self.run(["--lift", "b", "--to", "1"]),
            [
                header, "x,5,20,15,50,beyond-best", "y,20,NA,NA,NA,unreachable",
                "z,1,2,1,50,reached",
            ])
        Self.expect(
            try Self.run(["--lift", "b", "--together"]),
            [
                header, "x,5,5.1785714,0.1785714,1.7857143,reached", "y,20,17.8571429,-2.1428571,5.3571429,reached",
                "z,1,1.0714286,0.0714286,3.5714286,reached",
            ])
        Self.expect(
            try Self.run(["--lift", "b", "--fewest-points"]),
            [
                header, "x,5,5,0,0,unchanged", "y,20,16.6666667,-3.3333333,8.3333333,reached", "z,1,1,0,0,unchanged",
            ])
    }

    /// c less b: P -25 times 2/3, x 50 and y -50 times 1/6 and 1/2; Q 100/3.
    @Test func gap() throws {
        Self.expect(
            try Self.run(["--gap", "c,b"]),
            [
                "code,contribution", "x,8.3333333", "y,-25", "z,33.3333333", "P,-16.6666667", "Q,33.3333333",
                "I,16.6666667",
            ])
    }

    /// D = (-25, 100) for c less b. Tie at w = 0.8 of P: 13.33 points from 2/3, a distance of sqrt(2) times as much. With P in
    /// [1/2, 5/6] and Q in [1/4, 5/12], the region is P in [7/12, 3/4]: from 6.25 to 27.08.
    @Test func between() throws {
        let lines = [
            "upper,lower,difference,smallest,largest,always,distance_to_tie,points_P,points_Q",
            "c,b,16.6666667,6.25,27.0833333,yes,0.1885618,13.3333333,-13.3333333",
        ]
        Self.expect(try Self.run(["--between", "c,b"]), lines)
        Self.expect(try Self.run(["--between", "b,c", "--weights-within", "0.25"]), lines)
        let indicators = try Self.run(["--between", "b,c", "--weights-within", "0.5", "--level", "1"])
        #expect(indicators.lines.first?.hasSuffix("points_x,points_y,points_z") == true)
        #expect(indicators.lines.last?.contains(",no,") == true)
    }

    /// a and b cross c where Q weighs less: a at 3/4 of P + 0... : a - c = (31.25, -100), tie at P = 16/21 = 0.762, b never in
    /// the region; P in [7/12, 3/4] leaves all ranks, P in [1/3, 5/6] (share 0.5, Q in [1/6, 1/2], so P in [1/2, 5/6]) lets a
    /// and b pass c.
    @Test func region() throws {
        let header = "unit,rank,best,worst,status"
        Self.expect(
            try Self.run(["--region", "0.25"]),
            [header, "a,2,2,2,proven", "b,3,3,3,proven", "c,1,1,1,proven", "d,4,4,4,proven"])
        Self.expect(
            try Self.run(["--region", "0.5"]),
            [header, "a,2,1,2,proven", "b,3,2,3,proven", "c,1,1,3,proven", "d,4,4,4,proven"])
    }

    @Test func incompleteUnit() throws {
        let data = Self.data.replacingOccurrences(of: "d,2,50,2", with: "d,2,50,NA")
        let outcome = try Self.run(["--region", "0.1"], data: data)
        #expect(outcome.lines.last == "d,NA,NA,NA,incomplete" && outcome.errors.contains("d"))
        #expect(try Self.run(["--between", "a,d"], data: data).code == 1)
        #expect(try Self.run(["--lift", "d"], data: data).lines.last == "z,NA,NA,NA,NA,missing")
    }

    /// A year later a has 40 between goalposts where it had 20, and y weighs three times as much: as in the tests of the module.
    @Test func change() throws {
        func metadata(_ weight: Int) -> String {
            """
            iCode,Level,Parent,Direction,Weight,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
            x,1,I,1,\(weight),Indicator,0,100,100,0
            y,1,I,1,1,Indicator,0,100,100,0
            I,2,NA,1,1,Aggregate,NA,NA,NA,NA

            """
        }
        let data = "uCode,Time,x,y\na,2015,20,60\nb,2015,10,80\na,2020,40,50\nb,2020,10,80\n"
        let header = "unit,from,to,change,value,weight,framework,units"
        Self.expect(
            try Self.run(
                ["--change", "2015:2020", "--normalise", "goalposts", "--metadata-before", "before.csv"], data: data,
                metadata: metadata(3), before: metadata(1)),
            [header, "a,40,42.5,2.5,8.75,-6.25,0,0", "b,45,27.5,-17.5,0,-17.5,0,0"])
        Self.expect(
            try Self.run(["--change", "2015:2020", "--scale", "by-time"], data: data, metadata: metadata(1)),
            [header, "a,50,50,0,0,0,0,0", "b,50,50,0,0,0,0,0"])
        let gone = try Self.run(["--change", "2015:2021"], data: data, metadata: metadata(1))
        #expect(gone.code == 1 && gone.errors.contains("2021") && gone.errors.contains("2015, 2020"))
    }

    /// Thirteen parts of a geometric mean: sampled, which is told; the sum is exact all the same.
    @Test(arguments: ["en", "zh"]) func sampledGap(_ language: String) throws {
        let codes = (1...13).map { "x\($0)" }
        let values = [codes.indices.map { $0 }, codes.map { _ in 20 }, codes.indices.map { 40 - $0 * $0 / 12 }]
        let rows = values.enumerated().map { "u\($0 + 1)," + $1.map(String.init).joined(separator: ",") }
        let outcome = try Self.run(
            ["--gap", "u1,u2", "--aggregate", "geometric", "--normalise", "minmax:1:100", "--language", language],
            data: (["uCode," + codes.joined(separator: ",")] + rows).joined(separator: "\n") + "\n",
            metadata: (["iCode,Level,Parent,Direction,Weight,Type"] + codes.map { "\($0),1,I,1,1,Indicator" }
                + ["I,2,NA,1,1,Aggregate"]).joined(separator: "\n") + "\n")
        #expect(outcome.code == 0 && outcome.errors.contains("12"), "\(outcome.errors)")
        let parts = outcome.lines.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
        #expect(parts.count == 14 && abs(parts.dropLast().reduce(0, +) - (parts.last ?? 0)) < 1e-9)
    }

    @Test func codesWithCommas() throws {
        let data = Self.data.replacingOccurrences(of: "\na,", with: "\n\"a,1\",")
        #expect(try Self.run(["--gap", "a,1,b"], data: data).code == 0)
        #expect(try Self.run(["--gap", "b,a,1"], data: data).code == 0)
    }

    // MARK: Faults

    @Test(
        arguments: [
            (["--lift", "e"], "e"), (["--lift", "c"], "1"), (["--lift", "b", "--to", "3"], "3"),
            (["--gap", "a,e"], "e"), (["--gap", "a"], "a"), (["--between", "a,e"], "e"),
            (["--region", "0.1", "--level", "3"], "3"), (["--region", "0.1", "--level", "0"], "0"),
            (["--region", "0.1", "--aggregate", "arithmetic,geometric", "--normalise", "minmax:1:100"], "I"),
            (["--lift", "b", "--together", "--aggregate", "copeland"], "P"),
            (["--gap", "a,b", "--aggregate", "borda"], "P"),
            (["--change", "2015:2020"], "2015"),
        ], ["en", "zh"])
    func fault(_ fault: ([String], String), _ language: String) throws {
        let outcome = try Self.run(fault.0 + ["--language", language])
        #expect(outcome.code == 1 && outcome.output.isEmpty, "\(outcome.text)")
        #expect(outcome.errors.contains("data.csv: " + (language == "en" ? "error: " : "错误: ")), "\(outcome.errors)")
        #expect(outcome.errors.contains(fault.1))
        #expect(outcome.errors.firstMatch(of: /\{[a-zA-Z]+\}|\[[a-z]+-[a-z-]+\]/) == nil, "\(outcome.errors)")
    }

    @Test(arguments: [
        ["--lift", "a", "--gap", "a,b"], ["--region", "0.1", "--between", "a,b"],
        ["--lift", "a", "--stage", "treated"],
        ["--gap", "a,b", "--uncertainty", "10"], ["--region", "0.1", "--sensitivity", "8"], ["--to", "1"],
        ["--together"],
        ["--fewest-points"], ["--weights-within", "0.1"], ["--level", "1"], ["--scale", "pooled"],
        ["--metadata-before", "x"],
        ["--region", "1.5"], ["--region", "nan"], ["--between", "a,b", "--weights-within=-0.1"], ["--change", "2015"],
        ["--change", "2015:2015"], ["--change", "a:b"], ["--change", "1:2", "--time", "1"],
        ["--lift", "a", "--to", "0"],
        ["--change", "1:2", "--scale", "both"],
    ])
    func usage(_ words: [String]) throws {
        let outcome = try Self.run(words)
        #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("Error: "))
    }
}
