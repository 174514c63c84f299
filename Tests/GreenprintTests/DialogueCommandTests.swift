import Testing
import TestSupport

/// `dialogue tally`: the example, faulty ballots at their rows, small groups, many answers.
struct DialogueCommandTests {
    private static let folder = "jiangsu/dialogues/green-priorities/"

    private func tally(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Greenprint.Outcome {
        try Greenprint.run(
            ["dialogue", "tally", folder.path("jiangsu"), "green-priorities", "--format", "csv"] + options)
    }

    @Test func example() throws {
        try withExample { folder in
            let outcome = try tally(folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.lines.first == "question,party,option,measure,value,ballots")
            #expect(outcome.errors.contains("illustrative"))
            #expect(outcome.errors.contains("Ballots tallied: 120; left out: 0."))
            let ranks = outcome.lines.filter { $0.hasPrefix("weights,") && $0.contains(",320000,index-rank,") }
            #expect(ranks.count == 5)
            #expect(outcome.lines.contains { $0.hasPrefix("weights,all,320000,study-rank,9,") })
            #expect(!outcome.text.contains("r01"))
        }
    }

    /// Each fault at its row, nothing tallied; with --leave-out-faulty the others are.
    @Test func faultyBallots() throws {
        try withExample { folder in
            let lines = try folder.text(Self.folder + "answers.csv").split(separator: "\n").map(String.init)
            let first = try #require(lines.firstIndex { $0.hasPrefix("r02,government,weights,green-living,") })
            let text =
                lines.enumerated().map {
                    $0 == first ? $1.split(separator: ",").dropLast().joined(separator: ",") + ",99" : $1
                }
                .joined(separator: "\n") + "\n"
                    + """
                    x1,goverment,measures,wetlands,1
                    x2,unions,mesures,wetlands,1
                    x3,unions,measures,wetlans,1
                    r01,unions,statements,faster-closure,1
                    x4,unions,statements,faster-closure,3
                    x4,unions,statements,compensation,1
                    x5,experts,measures,retraining,1
                    x5,experts,measures,green-loans,1
                    x5,experts,measures,wetlands,2
                    x5,experts,measures,park-standards,4
                    x6,experts,criteria,jobs:climate,3
                    x7,experts,statements,faster-closure,1
                    x7,experts,statements,compensation,much

                    """
            try folder.write(text, to: Self.folder + "answers.csv")
            let start = lines.count
            let outcome = try tally(folder)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            let file = "dialogues/green-priorities/answers.csv:"
            for place in [
                "\(start + 1):party", "\(start + 2):question", "\(start + 3):option", "\(start + 4):party",
                "\(start + 5):value", "\(start + 7):value", "\(start + 11):value", "\(start + 13):value",
            ] {
                #expect(outcome.errorLines.contains { $0.hasPrefix(file + place + ": error: ") }, "not told: \(place)")
            }
            #expect(outcome.errors.contains("The points of “r02” add up to"))
            #expect(try Greenprint.run(["check", folder.path("jiangsu")]).code == 1)
            let rest = try tally(folder, ["--leave-out-faulty"])
            #expect(rest.code == 0)
            #expect(rest.errors.contains("Ballots tallied: 118; left out: 8."), "\(rest.errors)")
        }
    }

    /// Three experts of thirty: they are withheld, and so is the smallest other party.
    @Test func smallPartiesAreWithheld() throws {
        try withExample { folder in
            let lines = try folder.text(Self.folder + "answers.csv").split(separator: "\n")
            let kept = lines.filter { line in !["r28,", "r29,", "r30,"].contains { line.hasPrefix($0) } }
            try folder.write(kept.joined(separator: "\n") + "\n", to: Self.folder + "answers.csv")
            let outcome = try tally(folder)
            #expect(outcome.code == 0)
            #expect(outcome.lines.contains("measures,experts,,withheld,NA,<5"))
            #expect(outcome.lines.contains("measures,employers,,withheld,NA,<5"))
            #expect(!outcome.lines.contains { $0.contains(",experts,") && !$0.contains(",withheld,") })
            #expect(outcome.lines.contains { $0.hasPrefix("measures,all,retraining,borda,") })
        }
    }

    @Test func unknownDialogue() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["dialogue", "tally", folder.path("jiangsu"), "green-priority"])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("green-priorities"))
        }
    }
}
