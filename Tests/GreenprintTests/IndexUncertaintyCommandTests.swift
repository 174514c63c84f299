import Foundation
import Testing
import TestSupport

/// `greenprint index --uncertainty` and `--sensitivity` as a user runs them.
struct IndexUncertaintyCommandTests {
    private static let data = """
        uCode,x,y,z
        a,0,10,1
        b,5,20,1.5
        c,10,40,3
        d,2,50,2
        e,4,30,2.5

        """
    private static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
        x,1,P,1,1,Indicator,0,10,100,1
        y,1,P,-1,3,Indicator,0,60,100,1
        z,1,Q,1,1,Indicator,0,4,100,1
        P,2,I,1,2,Aggregate,NA,NA,NA,NA
        Q,2,I,1,1,Aggregate,NA,NA,NA,NA
        I,3,NA,1,1,Aggregate,NA,NA,NA,NA

        """

    private static func run(_ options: [String], data: String = data) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "data.csv")
            try folder.write(metadata, to: "metadata.csv")
            return try Greenprint.run(
                ["index", "--data", "data.csv", "--metadata", "metadata.csv"] + options, in: folder.path)
        }
    }

    private static func cells(_ outcome: Greenprint.Outcome) -> [[String]] {
        outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static let words = [
        "weights:0.5@1+0.2@2", "dirichlet:20", "experts:goalpost_upper+Weight", "impute:em-draw", "leave-out:one",
        "leave-out:P+Q+none", "error:0.1",
        "error:printed", "aggregate@2:arithmetic+median,aggregate@3:arithmetic+minimum",
    ]

    @Test(arguments: words) func choices(_ words: String) throws {
        let outcome = try Self.run(["--uncertainty", "64", "--vary", words])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(Self.cells(outcome).first == ["unit", "nominal", "mean", "median", "q5", "q95"])
        #expect(Self.cells(outcome).dropFirst().map(\.first) == ["a", "b", "c", "d", "e"])
        #expect(outcome.errors.contains(words))
        #expect(try Self.run(["--uncertainty", "64", "--vary", words, "--threads", "1"]).text == outcome.text)
    }

    @Test func goalposts() throws {
        let outcome = try Self.run(["--uncertainty", "64", "--normalise", "goalposts", "--vary", "goalposts:0.4"])
        #expect(outcome.code == 0 && outcome.lines.count == 6)
        let fixed = try Self.run(["--uncertainty", "9", "--normalise", "goalposts", "--vary", "goalposts:0,error:0"])
        for row in Self.cells(fixed).dropFirst() { #expect(Set(row.dropFirst()).count == 1, "\(row)") }
    }

    @Test func probabilities() throws {
        let usual = try Self.run(["--uncertainty", "200", "--vary", "weights:1"])
        let nominal = Self.cells(usual).dropFirst().map { $0[1] }
        for options in [["--top", "2"], ["--within", "1"]] {
            let rows = Self.cells(try Self.run(["--uncertainty", "200", "--vary", "weights:1"] + options))
            #expect(rows.first == ["unit", "nominal", "probability", "standard_error"])
            #expect(rows.dropFirst().map { $0[1] } == nominal)
            for row in rows.dropFirst() {
                let p = try #require(Double(row[2]))
                let error = try #require(Double(row[3]))
                #expect((0...1).contains(p) && abs(error - (p * (1 - p) / 200).squareRoot()) < 1e-12)
            }
        }
        let top = Self.cells(try Self.run(["--uncertainty", "200", "--vary", "weights:1", "--top", "2"]))
        let sum = top.dropFirst().reduce(0) { $0 + (Double($1[2]) ?? .nan) }
        #expect(sum >= 2 - 1e-9, "two places have at least two units a run")
        let all = Self.cells(try Self.run(["--uncertainty", "20", "--top", "5"]))
        #expect(all.dropFirst().allSatisfy { $0[2] == "1" && $0[3] == "0" })
    }

    @Test func pairs() throws {
        let options = ["--uncertainty", "100", "--vary", "weights:1,aggregate:arithmetic+median"]
        let rows = Self.cells(try Self.run(options + ["--above"]))
        #expect(rows.first == ["unit", "a", "b", "c", "d", "e"])
        var unsure: Set<Set<String>> = []
        for first in 1...5 {
            #expect(rows[first][first] == "NA")
            for second in 1...5 where second != first {
                let above = try #require(Double(rows[first][second]))
                let below = try #require(Double(rows[second][first]))
                #expect(abs(above + below - 1) < 1e-12)
                if max(above, below) < 0.9 { unsure.insert([rows[first][0], rows[second][0]]) }
            }
        }
        let listed = Self.cells(try Self.run(options + ["--distinguishable", "0.9"]))
        #expect(listed.first == ["unit", "other", "probability", "standard_error"])
        #expect(Set(listed.dropFirst().map { Set($0.prefix(2)) }) == unsure && !unsure.isEmpty)
        let json = try Self.run(options + ["--above", "--format", "json"])
        let objects = try #require(JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
        #expect(objects.count == 5 && objects.allSatisfy { $0.count == 6 })
    }

    @Test func sensitivityOfAUnit() throws {
        let options = ["--sensitivity", "64", "--vary", "weights:0.5,normalise:minmax+rank", "--of"]
        let rank = try Self.run(options + ["e:rank"])
        let score = try Self.run(options + ["e:score"])
        #expect(rank.code == 0 && score.code == 0 && rank.text != score.text)
        #expect(try Self.run(options + ["e"]).text == score.text)
        #expect(Self.cells(score).first == ["assumption", "first", "total", "low", "high"])
        let unknown = try Self.run(options + ["f"])
        #expect(unknown.code == 1 && unknown.output.isEmpty && unknown.errors.contains("--of: error: "))
        // A code may end like a word.
        let named = try Self.run(
            options + ["e:rank:score"], data: Self.data.replacingOccurrences(of: "\ne,", with: "\ne:rank,"))
        #expect(named.text == score.text)
    }

    private static let faults: [([String], [String])] = [
        (["--vary", "leave-out:Y"], ["“Y”", "“leave-out”"]), (["--vary", "leave-out:P+Q,weights:0.5@3"], ["3"]),
        (["--vary", "goalposts:0.1"], []), (["--vary", "aggregate@4:median+minimum"], ["4", "3"]),
        (["--vary", "normalise:zscore:0:1+rank,aggregate:arithmetic+geometric"], ["zscore:0:1", "geometric"]),
        (
            ["--vary", "normalise:zscore:0:1+rank,aggregate:geometric", "--exclude", "zscore+geometric"], ["zscore:0:1"]
        ),
        (
            ["--vary", "normalise:zscore:1:9+rank,aggregate:geometric+arithmetic"],
            ["0, ", "“a”", "32"]
        ),
    ]

    @Test(arguments: faults, ["en", "zh"])
    func faultsInBothLanguages(_ fault: ([String], [String]), _ language: String) throws {
        let (options, names) = fault
        let outcome = try Self.run(["--uncertainty", "32", "--language", language] + options)
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        for name in names { #expect(outcome.errors.contains(name), "\(name): \(outcome.errors)") }
        #expect(outcome.errors.firstMatch(of: /\{[a-zA-Z]+\}|\[[a-z]+-[a-z-]+\]/) == nil, "\(outcome.errors)")
        let isChinese = outcome.errors.contains { ("一"..."龥").contains($0) }
        #expect(isChinese == (language == "zh"))
    }

    @Test(arguments: ["en", "zh"]) func failuresAllowedAreTold(_ language: String) throws {
        let options = [
            "--uncertainty", "32", "--vary", "normalise:zscore:1:9+rank,aggregate:geometric+arithmetic",
            "--language", language,
        ]
        let outcome = try Self.run(options + ["--allow-failures", "0.5"])
        #expect(outcome.code == 0 && outcome.lines.count == 6)
        #expect(outcome.errorLines.count == 2 && outcome.errors.contains("32"))
        let excluded = try Self.run(options + ["--exclude", "zscore:1:9+geometric"])
        #expect(excluded.code == 0 && excluded.errorLines.count == 1)
    }

    @Test(arguments: [
        ["--top", "2"], ["--above"], ["--within", "1"], ["--distinguishable", "0.9"], ["--of", "a"],
        ["--exclude", "zscore+geometric"], ["--allow-failures", "0.1"],
        ["--uncertainty", "9", "--top", "0"], ["--uncertainty", "9", "--top", "2", "--above"],
        ["--uncertainty", "9", "--within=-1"], ["--uncertainty", "9", "--distinguishable", "0.2"],
        ["--uncertainty", "9", "--distinguishable", "nan"], ["--uncertainty", "9", "--of", "a"],
        ["--sensitivity", "9", "--top", "2"], ["--sensitivity", "9", "--of", ""],
        ["--sensitivity", "9", "--of", ":rank"],
        ["--uncertainty", "9", "--allow-failures", "2"], ["--uncertainty", "9", "--exclude", "zscore"],
        ["--uncertainty", "9", "--vary", "leave-out:"], ["--uncertainty", "9", "--vary", "weights:0.1@"],
    ])
    func commandLinesAtFault(_ options: [String]) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "), "\(outcome.errors)")
    }
}
