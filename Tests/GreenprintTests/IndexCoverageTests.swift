import TestSupport
import Testing

/// `greenprint index --coverage` as a user runs it.
struct IndexCoverageTests {
    private static let data = "uCode,x,y,z\nA,0,10,4\nB,10,,8\nC,5,0,\nD,,,6\n"
    private static let metadata = """
        iCode,Level,Parent,Direction,Weight,Type
        x,1,P,1,1,Indicator
        y,1,P,1,3,Indicator
        z,1,Q,-1,1,Indicator
        P,2,I,1,1,Aggregate
        Q,2,I,1,1,Aggregate
        I,3,NA,1,1,Aggregate

        """

    private static func run(_ options: [String]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(data, to: "d.csv")
            try folder.write(metadata, to: "m.csv")
            return try Greenprint.run(
                ["index", "--data", "d.csv", "--metadata", "m.csv"] + options, in: folder.path)
        }
    }

    /// Scores: x 0, 100, 50; y 100, 0 for A and C; z (less is better) A 100, B 0, D 50. Of D's three indicators one is there.
    @Test func sharesAndBounds() throws {
        let outcome = try Self.run(["--coverage", "observed", "--threshold", "0.5"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                "unit,code,coverage,score,lowest,highest",
                "A,P,1,75,75,75", "A,Q,1,100,100,100", "A,I,1,87.5,87.5,87.5",
                "B,P,0.5,100,25,100", "B,Q,1,0,0,0", "B,I,0.6666666666666666,50,12.5,50",
                "C,P,1,12.5,12.5,12.5", "C,Q,0,NA,0,100", "C,I,0.6666666666666666,12.5,6.25,56.25",
                "D,P,0,NA,0,100", "D,Q,1,50,50,50", "D,I,0.3333333333333333,50,25,75",
            ])
    }

    /// A score with nothing missing is its own bound; one with gaps lies between its bounds.
    @Test(arguments: ["arithmetic", "geometric", "median", "minimum"])
    func scoresLieBetweenTheirBounds(mean: String) throws {
        let outcome = try Self.run(
            ["--coverage", "1:100", "--threshold", "0", "--normalise", "minmax:1:100", "--aggregate", mean])
        for line in outcome.lines.dropFirst() {
            let cells = line.split(separator: ",").map { Double($0) }
            let (low, high) = (try #require(cells[4]), try #require(cells[5]))
            #expect(low <= high)
            if let score = cells[3] { #expect(score >= low - 1e-9 && score <= high + 1e-9, "\(line)") }
            if cells[2] == 1 { #expect(low == high) }
        }
        #expect(outcome.lines.count == 13 && outcome.errors.isEmpty)
    }

    @Test func methodsWithoutBoundsSaySo() throws {
        let outcome = try Self.run(["--coverage", "observed", "--aggregate", "copeland", "--language", "en"])
        #expect(outcome.code == 0 && outcome.errors.contains("not bounds"))
    }

    @Test(arguments: [
        ["--coverage", "best"], ["--coverage", "100:0"], ["--coverage", "observed", "--audit", "undone"],
        ["--coverage", "observed", "--uncertainty", "10"], ["--coverage", "observed", "--stage", "imputed"],
        ["--coverage", "observed", "--gap", "A,B"], ["--coverage", "observed", "--panel", "pooled"],
    ])
    func whatDoesNotGoTogether(options: [String]) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2 && outcome.text.isEmpty)
    }
}
