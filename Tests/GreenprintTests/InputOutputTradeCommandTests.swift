import Testing
import TestSupport

/// `greenprint io` with `--paths`, `--decompose` and `--trade` as a user runs it.
struct InputOutputTradeCommandTests {
    private static func run(_ options: [String]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            for (name, flows) in [
                ("t", ["10,20,25", "15,5,30", "30,40,5"]), ("u", ["12,15,35", "24,11,30", "36,50,8"]),
            ] {
                let demand = name == "t" ? [45, 30, 25] : [50, 35, 26]
                let rows = zip(["a", "b", "c"], zip(flows, demand))
                try folder.write(
                    "sector,a,b,c\n" + rows.map { "\($0),\($1.0)\n" }.joined(), to: name + "/Z.csv")
                try folder.write("sector,home\n" + rows.map { "\($0),\($1.1)\n" }.joined(), to: name + "/Y.csv")
                let jobs = name == "t" ? "30,24,40" : "32,26,45"
                try folder.write("row,a,b,c\npersons,\(jobs)\n", to: name + "/jobs/F.csv")
            }
            try folder.write(
                "region,,r,r,q\nsector,,a,b,a\nregion,sector,,,\nr,a,1,2,3\nr,b,2,1,1\nq,a,2,2,1\n", to: "two/Z.csv")
            try folder.write(
                "region,,r,q\ncategory,,h,h\nregion,sector,,\nr,a,5,2\nr,b,6,1\nq,a,2,9\n", to: "two/Y.csv")
            try folder.write(
                "region,r,r,q\nsector,a,b,a\nCO2,5,6,7\nVA,8,6,11\nother,0,0,1\n", to: "two/e/F.csv")
            return try Greenprint.run(["io"] + options, in: folder.path)
        }
    }

    private static func cells(_ outcome: Greenprint.Outcome) -> [[String]] {
        outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test func paths() throws {
        let outcome = try Self.run(["t", "--paths", "b", "--extension", "jobs:persons", "--most", "3"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let rows = Self.cells(outcome)
        #expect(rows[0] == ["rank", "path", "steps", "contribution", "share", "subtree"])
        // 30 units of b with 0.3 persons each; then c, which b buys 0.5 of, with 0.4 persons each.
        #expect(rows[1][1...3] == ["b", "0", "9"])
        #expect(rows[2][1...3] == ["c > b", "1", "6"])
        #expect(rows.dropFirst(4).map { $0[1] } == ["covered", "remaining", "total"])
        let sums = try rows.dropFirst(4).map { try #require(Double($0[3])) }
        #expect(abs(sums[0] + sums[1] - sums[2]) < 1e-13)
        let whole = try Self.run(["t", "--paths", "*", "--extension", "jobs", "--threshold", "0.5"])
        #expect(Self.cells(whole).last?[3] == "94" || Self.cells(whole).last?[3].hasPrefix("93.99999999") == true)
        #expect(Self.cells(whole).count == 4)
    }

    @Test func severalAccounts() throws {
        try withTemporaryFolder { folder in
            try folder.write("sector,a,b\na,150,500\nb,200,100\n", to: "t/Z.csv")
            try folder.write("sector,home,export\na,300,50\nb,1000,700\n", to: "t/Y.csv")
            try folder.write("row,a,b\npersons,80,0\n", to: "t/jobs/F.csv")
            let asked = ["--account", "A", "--account", "D_pba", "--account", "M", "--extension", "jobs"]
            let outcome = try Greenprint.run(["io", "t"] + asked + ["--output", "out"], in: folder.path)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            let contents = try folder.contents()
            #expect(Set(contents.keys.filter { $0.hasPrefix("out/") }) == ["out/A.csv", "out/D_pba.csv", "out/M.csv"])
            let one = try Greenprint.run(["io", "t", "--account", "M", "--extension", "jobs"], in: folder.path)
            #expect(contents["out/M.csv"].map { String(decoding: $0, as: UTF8.self) } == one.text)
            let none = try Greenprint.run(["io", "t"] + asked, in: folder.path)
            #expect(none.code == 2)
            #expect(none.errors.contains("--output"))
            let file = try Greenprint.run(["io", "t"] + asked + ["--output", "t/Z.csv"], in: folder.path)
            #expect(file.code == 1)
            #expect(file.errors.contains("--output"))
        }
    }

    @Test func decomposition() throws {
        let outcome = try Self.run(["t", "--decompose", "u", "--extension", "jobs", "--constant-prices"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        let rows = Self.cells(outcome)
        #expect(rows[0] == ["row", "factor", "effect", "lowest", "highest"])
        #expect(rows.dropFirst().map { $0[1] } == ["intensity", "technology", "demand", "change"])
        let effects = try rows.dropFirst().map { try #require(Double($0[2])) }
        for (found, expected) in zip(effects, [-7.853657676893626, 6.476885105097878, 10.376772571795733, 9]) {
            #expect(abs(found - expected) < 1e-11)
        }
        let output = try Self.run([
            "t", "--decompose", "u", "--factors", "technology,demand", "--by-industry", "--polar",
        ])
        #expect(output.errors.contains("--constant-prices"))
        #expect(output.lines.first == "stressor,sector,technology,demand,change")
        #expect(try #require(Double(Self.cells(output)[1][2])) - 0.8415077291714455 < 1e-12)
    }

    @Test func trade() throws {
        #expect(
            try Self.run(["two", "--trade", "gross"]).text
                == "region,sector,exports,imports\nr,a,5,6\nr,b,2,0\nq,a,6,5\nq,b,0,2\n")
        #expect(
            try Self.run(["two", "--trade", "deliveries"]).text == "region,sector,r,q\nr,a,0,5\nr,b,0,2\nq,a,6,0\n")
        let embodied = Self.cells(try Self.run(["two", "--trade", "embodied", "--extension", "e"]))
        #expect(embodied.map { Array($0.prefix(2)) }.dropFirst().first == ["CO2", "r"])
        let made = try embodied[1].dropFirst(2).map { try #require(Double($0)) }.reduce(0, +)
        #expect(abs(made - 11) < 1e-12)
        let kww = Self.cells(try Self.run(["two", "--trade", "kww"]))
        #expect(
            kww[0] == [
                "region", "DVA_FIN", "DVA_INT", "DVA_INTrex", "RDV_FIN", "RDV_INT", "DDC", "FVA_FIN", "FVA_INT", "FDC",
            ])
        for (row, exports) in zip(kww.dropFirst(), [7.0, 6]) {
            let sum = try row.dropFirst().map { try #require(Double($0)) }.reduce(0, +)
            #expect(abs(sum - exports) < 1e-12)
        }
        // 13 - 5 and 10 - 5 and 14 - 5 are what inputs leave; the row VA gives them for r, b one too much.
        let participation = Self.cells(try Self.run(["two", "--trade", "participation"]))
        #expect(participation[1][...1] == ["r", "7"])
        #expect(try Self.run(["two", "--trade", "vax"]).lines.count == 4)
        #expect(try Self.run(["two", "--trade", "exports"]).lines.count == 6)
    }

    @Test(arguments: [
        (["t", "--paths", "b"], "--extension"), (["t", "--threshold", "0.1"], "--paths"),
        (["t", "--paths", "b", "--extension", "jobs", "--threshold", "0"], "--threshold"),
        (["t", "--paths", "b", "--account", "L"], "--account"), (["t", "--polar"], "--decompose"),
        (["t", "--decompose", "u", "--factors", "technology"], "--factors"),
        (["t", "--decompose", "u", "--factors", "price"], "--factors"),
        (["two", "--trade", "embodied"], "--extension"),
        (["two", "--trade", "gross", "--extension", "e"], "--extension"),
        (["two", "--trade", "nothing"], "--trade"),
    ])
    func usage(options: [String], named: String) throws {
        let outcome = try Self.run(options)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(named))
    }

    @Test(arguments: [
        (["t", "--paths", "d", "--extension", "jobs"], "--paths"),
        (["t", "--paths", "b", "--extension", "jobs:hours"], "persons"),
        (["t", "--decompose", "two", "--extension", "jobs"], "two"),
        (["t", "--decompose", "two", "--constant-prices", "--factors", "technology,demand"], "Only the first has"),
        (["t", "--decompose", "u", "--factors", "technology,population,level,mix"], "population"),
        (["t", "--trade", "gross"], "one area"), (["two", "--trade", "kww", "--extension", "e:CO2"], "balance"),
    ])
    func faults(options: [String], told: String) throws {
        for (language, grade) in [("en", "error"), ("zh", "错误")] {
            let outcome = try Self.run(options + ["--language", language])
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(": \(grade): "))
            #expect(language == "zh" || outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.errors.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]|\{[a-z]+\}/) == nil, "\(outcome.errors)")
        }
    }
}
