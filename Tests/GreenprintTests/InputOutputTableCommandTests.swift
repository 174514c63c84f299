import Testing
import TestSupport

/// `greenprint io` where it makes one table of another, as a user runs it.
struct InputOutputTableCommandTests {
    private static func run(
        _ options: [String], _ files: [String: String], table: String = "t"
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            for (name, text) in files { try folder.write(text, to: name) }
            return try Greenprint.run(["io", table] + options, in: folder.path)
        }
    }

    /// Miller & Blair (2009), chapter 2, with primary inputs that close its columns.
    private static let plain = [
        "t/Z.csv": "sector,a,b\na,150,500\nb,200,100\n", "t/Y.csv": "sector,home,export\na,300,50\nb,1000,700\n",
        "t/jobs/F.csv": "row,a,b\npersons,40,120\n", "t/x.csv": "sector,out\na,1000\nb,2000\n",
        "t/W.csv": "row,a,b\npay,300,500\nrest,350,900\n",
    ]

    private static func numbers(_ outcome: Greenprint.Outcome, dropping columns: Int = 1) -> [[Double]] {
        outcome.lines.dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(columns).compactMap { Double($0) }
        }
    }

    @Test func balance() throws {
        var files = Self.plain
        files["ras.csv"] = "row,column,value\na,,700\nb,,260\n,a,380\n,b,580\nb,a,200\n"
        let outcome = try Self.run(["--balance", "ras", "ras.csv"], files)
        #expect(outcome.code == 0, "\(outcome.errors)")
        // One cell is known, so that the margins leave one matrix.
        #expect(Self.numbers(outcome).flatMap { $0 }.elementsEqual([180, 520, 200, 60]) { abs($0 - $1) < 1e-9 })
        #expect(outcome.errors.contains("Balanced in"))
        files["m.csv"] = "from,p,q\nu,5,0.5\nv,4,3\n"
        files["gras.csv"] = "row,column,value\nu,,10\nv,,2\n,p,7\n,q,5\n"
        let alone = try Self.run(["--balance", "gras", "gras.csv"], files, table: "m.csv")
        #expect(abs(try #require(Self.numbers(alone).first?.first) - 6.590207718719951) < 1e-10)
        let sums = try Self.run(["--balance", "ras", "gras.csv", "--multipliers"], files, table: "m.csv")
        #expect(sums.lines.first == "side,label,before,target,multiplier")
        #expect(sums.lines.count == 5)
    }

    @Test func aggregateAndSplit() throws {
        var files = Self.plain
        files["c.csv"] = "sector,group\na,all\nb,all\n"
        #expect(try Self.run(["--aggregate", "c.csv"], files).text == "sector,all\nall,950\n")
        let jobs = try Self.run(["--aggregate", "c.csv", "--account", "D_pba", "--extension", "jobs"], files)
        #expect(jobs.text == "row,all\npersons,160\n")
        files["s.csv"] = "entry,label,value\nparent,b,\npart,green,\nrest,brown,\nshare,,0.2\njobs,,30\n"
        let split = try Self.run(["--split", "s.csv", "--account", "M", "--extension", "jobs"], files)
        let expected = [0.066006600660066, 0.07677805280528055, 0.09552805280528054]
        #expect(split.lines.first == "row,a,brown,green")
        #expect(Self.numbers(split).flatMap { $0 }.elementsEqual(expected) { abs($0 - $1) < 1e-14 })
        files["back.csv"] = "sector,group\na,a\nbrown,b\ngreen,b\n"
        #expect(
            try Self.run(["--split", "s.csv", "--aggregate", "back.csv", "--account", "Z"], files).text
                == files["t/Z.csv"])
    }

    /// With the structure of the parent the parts' multipliers differ by their jobs alone: 0.0805 for a share of them.
    @Test func splitShares() throws {
        var files = Self.plain
        files["s.csv"] = "entry,label,value\nparent,b,\npart,green,\nrest,brown,\nshare,,0.2\n"
        let outcome = try Self.run(["--split", "s.csv", "--split-shares", "0.1,0.4", "--extension", "jobs"], files)
        #expect(outcome.lines.first == "share,part:output,rest:output,part:persons,rest:persons", "\(outcome.errors)")
        let rows = Self.numbers(outcome, dropping: 0)
        #expect(rows.map(\.first) == [0.1, 0.4])
        #expect(
            rows.allSatisfy { abs($0[3] - 0.08052805280528053) < 1e-14 && abs($0[4] - 0.08052805280528053) < 1e-14 })
        files["s.csv"]? += "jobs,,30\n"
        let given = Self.numbers(
            try Self.run(["--split", "s.csv", "--split-shares", "0.2", "--extension", "jobs"], files), dropping: 0)
        #expect(abs(given[0][3] - 0.09552805280528054) < 1e-14)
        #expect(try Self.run(["--split-shares", "0.2"], files).code == 2)
        #expect(try Self.run(["--split", "s.csv", "--split-shares", "0,2"], files).code == 2)
    }

    private static let supply = [
        "t/U.csv": "product,i,j\np,12,8\nq,10,7\n", "t/V.csv": "industry,p,q\ni,90,0\nj,10,100\n",
        "t/Y.csv": "product,home\np,80\nq,83\n", "t/jobs/F.csv": "row,i,j\npersons,9,11\n",
        "t/W.csv": "row,i,j\nadded,68,95\n",
    ]

    @Test(arguments: [("A", "product", "p"), ("B", "product", "p"), ("C", "industry", "i"), ("D", "industry", "i")])
    func supplyAndUse(model: String, level: String, first: String) throws {
        let options = ["--sut-model", model]
        let outcome = try Self.run(options + ["--account", "x"], Self.supply)
        #expect(outcome.lines.first == "\(level),indout", "\(outcome.errors)")
        #expect(outcome.lines.dropFirst().first?.hasPrefix(first + ",") == true)
        let jobs = Self.numbers(try Self.run(options + ["--account", "D_pba", "--extension", "jobs"], Self.supply))
        #expect(abs((jobs.first?.reduce(0, +) ?? 0) - 20) < 1e-12)
        #expect(try Self.run(options + ["--check"], Self.supply).code == 0)
        let flows = try Self.run(options, Self.supply)
        #expect(flows.lines.count == 3)
    }

    @Test func imports() throws {
        var files = [
            "t/Z.csv": "sector,a,b\na,10,20\nb,5,15\n", "t/Y.csv": "sector,home,export\na,30,40\nb,20,60\n",
            "t/imports.csv": "sector,total\na,15\nb,4\n",
        ]
        let outcome = try Self.run(["--account", "Z"], files)
        #expect(outcome.text == "sector,a,b\na,7.5,15\nb,4.5,13.5\n")
        #expect(outcome.errors.contains("exports none"))
        #expect(try Self.run(["--account", "Z", "--imports", "at-home"], files).text == files["t/Z.csv"])
        files["t/imports.csv"] = "sector,total\na,75\nb,4\n"
        #expect(try Self.run(["--account", "Z"], files).errors.contains("--imports supply"))
        #expect(try Self.run(["--account", "x", "--imports", "supply"], files).text == "sector,indout\na,25\nb,96\n")
        files["t/Y.csv"] = "sector,home,away\na,30,40\nb,20,60\n"
        #expect(try Self.run(["--account", "x"], files).errors.contains("--exports"))
        #expect(try Self.run(["--account", "x", "--imports", "use", "--exports", "away"], files).code == 1)
    }

    @Test func checking() throws {
        let outcome = try Self.run(["--check"], Self.plain)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.lines.first == "side,sector,sum,output,gap,relative")
        #expect(
            outcome.lines.dropFirst() == [
                "row,a,1000,1000,0,0", "row,b,2000,2000,0,0", "column,a,1000,1000,0,0", "column,b,2000,2000,0,0",
            ])
        var files = Self.plain
        files["t/x.csv"] = "sector,out\na,1000\nb,2100\n"
        let gap = try Self.run(["--check"], files)
        #expect(gap.code == 1)
        #expect(gap.lines.count == 5)
        #expect(gap.errors.contains("“b”"))
        #expect(try Self.run(["--check", "--unbalanced"], files).code == 0)
    }

    /// A tax of 1 per job: costs of 0.04 and 0.06 per unit, prices 1 + (0.04, 0.06) L.
    @Test func prices() throws {
        var files = Self.plain
        files["p.csv"] = "kind,name,value\ntax,jobs,1\n"
        let found = Self.numbers(try Self.run(["--price", "p.csv"], files))
        for (row, total) in zip(found, [0.066006600660066, 0.08052805280528053]) {
            #expect(abs(row[1] - 1) < 1e-14)
            #expect(abs(row[3] - total) < 1e-14)
        }
        files["p.csv"] = "kind,name,value,sector\ncost,,0.1,a\n"
        files["q.csv"] = "kind,name,value,sector\ninput,pay,0.3333333333333333,a\n"
        let cost = Self.numbers(try Self.run(["--price", "p.csv"], files))
        let pay = Self.numbers(try Self.run(["--price", "q.csv"], files))
        #expect(zip(cost, pay).allSatisfy { abs($0[2] - $1[2]) < 1e-14 })
        let categories = try Self.run(["--price", "p.csv", "--by-category"], files)
        #expect(categories.lines.first == "category,change")
        #expect(categories.lines.count == 3)
    }

    @Test func saving() throws {
        try withTemporaryFolder { folder in
            for (name, text) in Self.plain { try folder.write(text, to: name) }
            let saved = try Greenprint.run(["io", "t", "--save", "out", "--area", "NA"], in: folder.path)
            #expect(saved.code == 0, "\(saved.errors)")
            #expect(saved.errors.contains("--label-prefix"))
            #expect(
                try folder.text("out/Z.txt")
                    == "region\t\tNA\tNA\nsector\t\ta\tb\nregion\tsector\t\t\nNA\ta\t150\t500\nNA\tb\t200\t100\n")
            for account in ["L", "x", "Y"] {
                let once = try Greenprint.run(["io", "t", "--account", account], in: folder.path)
                let again = try Greenprint.run(["io", "out", "--account", account], in: folder.path)
                #expect(again.code == 0, "\(again.errors)")
                let digits = { (outcome: Greenprint.Outcome) in
                    outcome.lines.flatMap { $0.split(separator: ",").compactMap { Double($0) } }
                }
                #expect(digits(once) == digits(again))
            }
            let jobs = try Greenprint.run(["io", "out", "--account", "D_pba", "--extension", "jobs"], in: folder.path)
            #expect(jobs.lines.last == "persons,40,120")
            #expect(try Greenprint.run(["io", "t", "--save", "out"], in: folder.path).code == 1)
            let named = try Greenprint.run(
                ["io", "t", "--save", "named", "--area", "NA", "--label-prefix", "_"], in: folder.path)
            #expect(named.errors.isEmpty)
            #expect(try folder.text("named/x.txt").contains("_NA\ta\t1000\n"))
        }
    }

    static let faulty: [([String], String, String, String)] = [
        (["--balance", "ras", "o.csv"], "row,column,value\na,,1\nb,,2\n,a,9\n,b,1\n", "totals", "add up to 10"),
        (["--balance", "ras", "o.csv"], "row,column,value\na,,1\n,a,1\n", "missing", "o.csv"),
        (["--balance", "ras", "o.csv"], "row,column,value\nc,,1\n,a,1\n", "label", "o.csv:2:row"),
        (["--balance", "gras", "o.csv"], "row,column,value\na,,-5\nb,,6\n,a,0\n,b,1\n", "sign", "“a”"),
        (["--aggregate", "o.csv"], "sector,group,share\na,g,0.5\nb,g,1\n", "share", "0.5"),
        (["--aggregate", "o.csv"], "sector,group\na,g\n", "missing", ": b"),
        (["--aggregate", "o.csv"], "sector,group\na,g\nb,g\nc,g\n", "label", "o.csv:4:sector"),
        (["--split", "o.csv"], "entry,label,value\nparent,b,\nshare,,0.2\n", "entry", "“part”"),
        (["--split", "o.csv"], "entry,label,value\nparent,b,\npart,g,\nshare,,1.2\n", "share", "1.2"),
        (
            ["--split", "o.csv"], "entry,label,value\nparent,b,\npart,g,\nshare,,0.2\nbuys,a,1\n", "word",
            "o.csv:5:entry"
        ),
        (["--price", "o.csv"], "kind,name,value\ntax,smoke,1\n", "extension", "smoke"),
        (["--price", "o.csv"], "kind,name,value\ninput,pay,x\n", "number", "o.csv:2:value"),
        (
            ["--account", "Z", "--exports", "home", "--imports", "use", "--aggregate", "o.csv"], "sector;group\n",
            "header", "o.csv"
        ),
    ]

    @Test(arguments: faulty) func faults(options: [String], file: String, kind: String, told: String) throws {
        var files = Self.plain
        files["o.csv"] = file
        for (language, grade) in [("en", "error"), ("zh", "错误")] {
            let outcome = try Self.run(options + ["--language", language], files)
            #expect(outcome.code == 1, "\(kind)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(": \(grade): "))
            #expect(language == "zh" || outcome.errors.contains(told), "\(outcome.errors)")
            #expect(outcome.errors.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]|\{[a-z]+\}/) == nil, "\(outcome.errors)")
        }
    }

    @Test(arguments: [
        (["--balance", "ras"], "--balance"), (["--balance", "cross", "o.csv"], "--balance"),
        (["--save", "x", "--check"], "one question"), (["--sut-model", "E"], "--sut-model"),
        (["--by-category"], "--price"), (["--area", "x"], "--save"),
        (["--check", "--extension", "jobs"], "--extension"),
    ])
    func usage(options: [String], named: String) throws {
        let outcome = try Self.run(options, Self.plain)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(named))
    }
}
