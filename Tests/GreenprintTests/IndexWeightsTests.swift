import Foundation
import Testing
import TestSupport

/// Weights from judgments, points, files and optimisation, as a user gives them to `greenprint index`.
struct IndexWeightsTests {
    private static func weights(_ outcome: Greenprint.Outcome) -> [String: Double] {
        let pairs = IndexSample.rows(outcome).map { ($0["element"] ?? "", Double($0["weight"] ?? "") ?? .nan) }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func run(_ word: String, _ file: String, _ options: [String] = []) throws -> Greenprint.Outcome {
        try IndexSample.run(["--weights", word, "--audit", "influence"] + options, files: ["w.csv": file])
    }

    @Test func file() throws {
        let outcome = try Self.run("file:w.csv", "iCode,Weight\nx,3\ny,1\n")
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        // P by the file, its parent as in the metadata.
        #expect(Self.weights(outcome) == ["x": 3, "y": 1, "z": 1, "P": 2, "Q": 1])
        #expect(try Self.run("file:w.csv", "code,weight\nx,3\ny,1\n").output == outcome.output)
    }

    /// Three elements, Saaty's example: .6370, .2583, .1047 with ratio .0332.
    @Test(arguments: ["en", "zh"]) func judgments(_ language: String) throws {
        let metadata = IndexSample.metadata.replacingOccurrences(of: "z,1,Q", with: "z,1,P")
            .replacingOccurrences(of: "Q,2,I,1,1,Aggregate,NA\n", with: "")
        let table = "iCode,x,y,z\nx,1,3,5\ny,1/3,,3\nz,1/5,1/3,1\n"
        let outcome = try IndexSample.run(
            ["--weights", "ahp:w.csv", "--audit", "influence", "--language", language], metadata: metadata,
            files: ["w.csv": table])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let found = Self.weights(outcome)
        for (code, weight) in [("x", 0.6369855717447569), ("y", 0.2582849943744952), ("z", 0.10472943388074793)] {
            #expect(abs((found[code] ?? 0) - weight) < 1e-12)
        }
        #expect(outcome.errors.contains("0.0332") && outcome.errors.contains("0.58"))
        IndexSample.expectReadable(outcome.errors, language)
    }

    /// x is worth more than y, y more than z, z more than x: the weights are used, and the triple is told.
    @Test(arguments: ["en", "zh"]) func inconsistentJudgments(_ language: String) throws {
        let metadata = IndexSample.metadata.replacingOccurrences(of: "z,1,Q", with: "z,1,P")
            .replacingOccurrences(of: "Q,2,I,1,1,Aggregate,NA\n", with: "")
        let outcome = try IndexSample.run(
            ["--weights", "ahp:w.csv", "--language", language], metadata: metadata,
            files: ["w.csv": "iCode,x,y,z\nx,,5,1/5\ny,,,5\nz,,,\n"])
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains(language == "en" ? "w.csv: warning: " : "w.csv: 警告: "))
        #expect(outcome.errors.contains("x–y–z ×125"))
        IndexSample.expectReadable(outcome.errors, language)
    }

    @Test func points() throws {
        let table = "respondent,x,y,P,Q\nAnn,30,70,60,40\nBob,50,50,,\nCy,10,90,80,20\n"
        let mean = try Self.run("budget:w.csv", table)
        #expect(mean.code == 0, "\(mean.errors)")
        let found = Self.weights(mean)
        for (code, weight) in [("x", 0.3), ("y", 0.7), ("P", 0.7), ("Q", 0.3), ("z", 1)] {
            #expect(abs((found[code] ?? 0) - weight) < 1e-12, "\(code)")
        }
        #expect(mean.errorLines.count == 2)
        let median = Self.weights(try Self.run("budget-median:w.csv", table))
        #expect(abs((median["x"] ?? 0) - 0.3) < 1e-12)
    }

    /// Two parts of one parent can always be made to correlate equally with it, unless they oppose each other.
    @Test func optimised() throws {
        let outcome = try IndexSample.run(["--weights", "optimised", "--audit", "influence"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let rows = IndexSample.rows(outcome)
        let shares = rows.filter { ["P", "Q"].contains($0["element"]) }.compactMap { Double($0["r_squared"] ?? "") }
        #expect(shares.count == 2 && abs(shares[0] - shares[1]) < 1e-3, "\(shares)")
        let sum = rows.filter { ["P", "Q"].contains($0["element"]) }.compactMap { Double($0["weight"] ?? "") }
        #expect(abs(sum.reduce(0, +) - 1) < 1e-12)
        #expect(Self.weights(outcome)["y"] == 3)
        let level = try IndexSample.run(["--weights", "infomax:1", "--audit", "influence"])
        #expect(level.code == 0 && Self.weights(level)["P"] == 2)
        let top = try IndexSample.run(["--weights", "optimised:3"])
        #expect(top.code == 1 && top.errors.hasPrefix("--weights: error: "))
    }

    /// The sum of the correlations of COINr's pillars under infomax is not below COINr's own.
    @Test(.enabled(if: ReferenceFolder.isGiven)) func informationOfTheExample() throws {
        let rows = try IndexSample.runReference([
            "--denominate", "--impute", "group-mean:EurAsia_group", "--screen", "0.9", "--treat", "winmax:5",
            "--threshold", "0", "--weights", "infomax:2", "--audit", "correlations",
        ])
        let pillars = rows.filter { $0["relation"] == "index" }.suffix(8)
        let sum = pillars.compactMap { Double($0["pearson"] ?? "") }.reduce(0, +)
        let expected = try ReferenceFolder.rows("weights/opt_infomax_L2_tight_res.csv").first?["objective"]
        #expect(sum >= -(try #require(Double(expected ?? ""))) - 1e-9)
    }

    static let faults: [(word: String, file: String, place: String, names: [String])] = [
        ("file:w.csv", "iCode,Weight\nx,3\n", "w.csv: ", ["P", "y"]),
        ("file:w.csv", "iCode,Weight\nx,3\nyy,1\n", "w.csv:3:iCode: ", ["yy"]),
        ("file:w.csv", "iCode,Weight\nx,3\ny,-1\n", "w.csv:3:Weight: ", ["-1"]),
        ("file:w.csv", "iCode,Weight\nx,0\ny,0\n", "w.csv: ", ["P"]),
        ("file:w.csv", "", "w.csv", []),
        ("file:none.csv", "", "none.csv: ", []),
        ("ahp:w.csv", "iCode,x,y\nx,1,0\ny,,1\n", "w.csv:2:y: ", ["0"]),
        ("ahp:w.csv", "iCode,x,y\nx,1,3\ny,0.3,1\n", "w.csv:3:x: ", ["3, 0.3"]),
        ("ahp:w.csv", "iCode,x,y\nx,1,\ny,,1\n", "w.csv: ", []),
        ("budget:w.csv", "respondent,x,y\nAnn,30,60\n", "w.csv:2: ", ["90", "P"]),
        ("budget:w.csv", "respondent,x\nAnn,100\n", "w.csv:1: ", ["P", "y"]),
        ("budget:w.csv", "name,x,y\nAnn,30,70\n", "w.csv", ["respondent"]),
    ]

    @Test(arguments: faults, ["en", "zh"])
    func fault(_ fault: (word: String, file: String, place: String, names: [String]), _ language: String) throws {
        let outcome = try Self.run(fault.word, fault.file, ["--language", language])
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        let grade = language == "en" ? "error: " : "错误: "
        #expect(
            outcome.errorLines.contains { $0.hasPrefix(fault.place) && $0.contains(grade) },
            "not at \(fault.place): \(outcome.errors)")
        for name in fault.names { #expect(outcome.errors.contains(name), "\(name): \(outcome.errors)") }
        IndexSample.expectReadable(outcome.errors, language)
    }

    @Test(arguments: ["ahp:", "file", "budget", "optimised:", "optimised:0", "optimised:x", "infomax:1:2", "ahp"])
    func unknownWords(_ word: String) throws {
        let outcome = try IndexSample.run(["--weights", word])
        #expect(outcome.code == 2 && outcome.errors.hasPrefix("Error: "))
    }
}
