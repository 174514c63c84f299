import Testing
import TestSupport

/// `greenprint io --regionalise` as a user runs it.
struct RegionalisationCommandTests {
    /// The three sectors of the worked case of location quotients: A times outputs of 1000 each.
    private static func run(_ options: [String], shares: String? = nil) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write("sector,a,b,c\na,150,250,50\nb,200,50,400\nc,100,150,50\n", to: "t/Z.csv")
            try folder.write("sector,home,export\na,500,50\nb,300,50\nc,600,100\n", to: "t/Y.csv")
            try folder.write(
                shares ?? "sector,region,nation\nc,40,300\na,60,400\nb,60,800\ntotal,160,1500\n", to: "shares.csv")
            return try Greenprint.run(["io", "t", "--regionalise", "shares.csv"] + options, in: folder.path)
        }
    }

    private static func numbers(_ outcome: Greenprint.Outcome) -> [[Double?]] {
        outcome.lines.dropFirst().map { $0.split(separator: ",").dropFirst().map { Double($0) } }
    }

    @Test func coefficients() throws {
        let home = try Self.run(["--method", "flq", "--delta", "0.3"])
        #expect(home.code == 0, "\(home.errors)")
        #expect(home.lines.first == "sector,a,b,c")
        let (own, rest) = (Self.numbers(home), Self.numbers(try Self.run(["--method", "slq", "--part", "rest"])))
        #expect(abs(try #require(own[0][0]) - 0.11848312180839905) < 1e-15)
        #expect(abs(try #require(own[1][2]) - 0.12638199659562566) < 1e-15)
        #expect(abs(try #require(rest[1][2]) - (0.4 - 0.28125)) < 1e-15)
    }

    @Test func sweepAndDemand() throws {
        let sweep = try Self.run(["--method", "aflq", "--sweep", "--survey", "t"])
        #expect(
            sweep.lines.first == "delta,lambda,mean_output_multiplier,smallest,largest,mean_difference,"
                + "mean_absolute_difference,nearest")
        let rows = sweep.lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(rows.map { $0[0] } == ["0.1", "0.15", "0.2", "0.25", "0.3", "0.35", "0.4"])
        // The nation's own multipliers are larger than any of a region: the smallest delta is nearest.
        #expect(rows.map { $0[7] } == ["1", "0", "0", "0", "0", "0", "0"])
        let demand = try Self.run([
            "--method", "flq", "--delta", "0.2", "--part", "demand", "--demand", "home=0.1",
        ])
        #expect(demand.lines.first == "sector,home,leaving,shortfall,home:rest")
        for (row, national) in zip(Self.numbers(demand), [500.0, 300, 600]) {
            #expect(abs(try #require(row[0]) + (try #require(row[3])) - national * 0.1) < 1e-12)
        }
    }

    @Test(arguments: [
        ["--method", "flq"], ["--method", "slq", "--delta", "0.1"], ["--delta", "0.1"],
        ["--method", "flq", "--sweep", "--delta", "0.1"], ["--method", "slq", "--survey", "t"],
        ["--method", "slq", "--part", "demand"], ["--method", "slq", "--account", "A"],
    ])
    func usage(options: [String]) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2 && outcome.output.isEmpty, "\(options)")
    }

    @Test(arguments: [
        ("sector,region,nation\na,60,400\nb,900,800\nc,40,300\n", "shares.csv:3"),
        ("sector,region,nation\na,60,400\nb,60,800\nc,40,\nd,1,1\n", "shares.csv:5"),
        ("sector,region,nation\na,60,400\nb,60,800\nc,40,300\ntotal,161,1500\n", "shares.csv:5:region"),
        ("sector,region,nation\na,0,400\nb,0,800\nc,0,300\n", "shares.csv"),
        ("sector,region,nation\na,60,400\nb,60,800\nb,60,800\n", "shares.csv:4"),
        ("sector,area,nation\na,60,400\n", "region"),
    ])
    func faults(shares: String, told: String) throws {
        for language in ["en", "zh"] {
            let outcome = try Self.run(["--method", "slq", "--language", language], shares: shares)
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.errors.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]|\{[a-z]+\}/) == nil, "\(outcome.errors)")
        }
        let delta = try Self.run(["--method", "flq", "--delta", "1"])
        #expect(delta.code == 1 && delta.errors.contains("shares.csv"))
    }
}
