import TestSupport
import Testing

/// `greenprint trade` in the built program.
struct TradeCommandTests {
    static let wide = """
        area,a,b,c,d
        X,8,9,4,6
        Y,4,4,8,5
        Z,1,7,9,2
        W,3,5,2,6

        """

    /// The same flows, a row each.
    static var long: String {
        let rows = wide.split(separator: "\n").map { $0.split(separator: ",") }
        return "area,product,value\n"
            + rows.dropFirst().flatMap { row in
                zip(rows[0].dropFirst(), row.dropFirst()).map { "\(row[0]),\($0),\($1)\n" }
            }.joined()
    }

    private func run(_ text: String, _ options: [String], others: [String: String] = [:]) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(text, to: "flows.csv")
            for (name, text) in others { try folder.write(text, to: name) }
            return try Greenprint.run(["trade", "flows.csv"] + options, in: folder.path)
        }
    }

    private func lines(_ outcome: Greenprint.Outcome) throws -> [[String]] {
        guard outcome.code == 0 else { throw TestSupportError(outcome.errors) }
        return outcome.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [
        ("rca", "area,product,value", 16), ("rsca", "area,product,value", 16), ("nrca", "area,product,value", 16),
        ("eci", "area,value", 4), ("pci", "product,value", 4), ("diversity", "area,value", 4),
        ("ubiquity", "product,value", 4), ("fitness", "area,value", 4), ("quality", "product,value", 4),
        ("proximity", "product,other,value", 16), ("density", "area,product,value", 16),
        ("distance", "area,product,value", 16), ("coi", "area,value", 4), ("cog", "area,product,value", 16),
    ])
    func longAndWideAgree(measure: String, header: String, count: Int) throws {
        let wide = try run(Self.wide, ["--measure", measure])
        let long = try run(Self.long, ["--measure", measure])
        #expect(wide.code == 0, "\(wide.errors)")
        #expect(wide.text == long.text)
        let found = try lines(wide)
        #expect(found[0].joined(separator: ",") == header && found.count == count + 1)
        #expect(found.dropFirst().allSatisfy { Double($0[$0.count - 1]) != nil })
    }

    @Test func advantageOfTheFirstCell() throws {
        let found = try lines(run(Self.wide, ["--measure", "rca"]))
        #expect(abs((Double(found[1][2]) ?? 0) - (8.0 / 27) / (16.0 / 83)) < 1e-12)
    }

    @Test func namedColumnsAndYears() throws {
        let text = "who,what,worth,when\nX,a,1,2019\nX,b,3,2019\nY,a,2,2019\nX,a,5,2020\nX,b,1,2020\nY,a,4,2020\n"
        let columns = [
            "--area-column", "who", "--product-column", "what", "--value-column", "worth", "--year-column", "when",
        ]
        let several = try run(text, ["--measure", "rca"] + columns)
        #expect(several.code == 1 && several.errors.contains("2019, 2020"))
        let mean = try lines(run(text, ["--measure", "rca", "--year", "2019:2020"] + columns))
        #expect(mean.count == 5)
        #expect(abs((Double(mean[1][2]) ?? 0) - (3.0 / 5) / (6.0 / 8)) < 1e-12)
    }

    @Test func comtrade() throws {
        let text = """
            refYear,flowCode,reporterISO,partnerISO,classificationCode,cmdCode,motCode,primaryValue
            2020,X,CHN,W00,H5,850231,0,10
            2020,X,CHN,DEU,H5,850231,0,7
            2020,X,CHN,W00,H5,TOTAL,0,100
            2020,X,CHN,W00,H5,850231,1000,4
            2020,X,CHN,W00,H5,10121,0,5
            2020,RX,CHN,W00,H5,850231,0,1
            2020,X,VNM,W00,H5,850231,0,2
            2020,X,VNM,W00,H5,010130,0,6
            2020,M,CHN,W00,H5,850231,0,3

            """
        let result = try run(text, ["--measure", "nrca"])
        #expect(result.code == 0, "\(result.errors)")
        let found = try lines(result)
        #expect(found.dropFirst().map { $0[1] } == ["850231", "010121", "010130", "850231", "010121", "010130"])
        #expect(abs((Double(found[1][2]) ?? 0) - (10.0 / 23 - 15.0 / 23 * 12 / 23)) < 1e-12)
        for word in ["TOTAL", "1000", "RX", "10121"] { #expect(result.errors.contains(word), "\(result.errors)") }
        let mixed = try run(text + "2020,X,VNM,W00,H6,850300,0,6\n", ["--measure", "rca"])
        #expect(mixed.code == 1 && mixed.errors.contains("H5, H6"))
        let small = try run(text.replacing("DEU,H5,850231,0,7", with: "DEU,H5,850231,0,12"), ["--measure", "rca"])
        #expect(small.code == 1 && small.errors.contains("CHN · 850231"))
    }

    @Test func baciTellsBothSides() throws {
        let text = "t,i,j,k,v,q\n2020,156,276,850231,10,1\n2020,276,156,850231,4,1\n2020,156,704,10121,6,NA\n"
        let balance = try lines(run(text, ["--measure", "balance", "--margin", "0"]))
        #expect(balance[0] == ["area", "exports", "imports", "value"])
        #expect(balance[1] == ["156", "16", "4", "12"] && balance[2] == ["276", "4", "10", "-6"])
        let intensity = try lines(run(text, ["--measure", "intensity"]))
        #expect(intensity[0] == ["area", "partner", "value"] && intensity.count > 3)
    }

    @Test func green() throws {
        let list =
            "list,vintage,code,stage,dual_use,share,verification\nL,HS2007,a,,no,,verified\nM,HS2007,b,,yes,0.5,unverified\n"
        let files = ["green.csv": list.replacing(",a,", with: ",000001,").replacing(",b,", with: ",000002,")]
        let flows = Self.wide.replacing("area,a,b", with: "area,000001,000002")
        let both = try run(flows, ["--measure", "green-share", "--green", "green.csv"], others: files)
        #expect(both.code == 0, "\(both.errors)")
        #expect(try lines(both)[0] == ["area", "list", "value"] && lines(both).count == 9)
        #expect(both.errors.contains("“M”") && !both.errors.contains("“L” holds"))
        for measure in ["gci", "gcp", "green-rca"] {
            let one = try run(flows, ["--measure", measure, "--green", "green.csv", "--list", "L"], others: files)
            #expect(try lines(one)[0] == ["area", "value"])
        }
        let next = try run(flows, ["--measure", "frontier", "--area", "Y", "--green", "green.csv"], others: files)
        #expect(try lines(next)[1][0] == "000001")
    }

    @Test func incomeImportsAndOthers() throws {
        let files = [
            "income.csv": "area,gdp\nX,1\nY,2\nZ,3\nW,4\n", "imports.csv": Self.wide,
            "groups.csv": "partner,group\nP,south\n", "green.csv": "code\ng\n",
        ]
        for (measure, rows) in [("prody", 5), ("expy", 5), ("lafay", 17), ("complementarity", 17)] {
            let options = ["--measure", measure, "--income", "income.csv", "--imports", "imports.csv"]
            let result = try run(Self.wide, options, others: files)
            #expect(try lines(result).count == rows)
        }
        let flows =
            "area,year,partner,product,value\nX,2019,P,g,1\nX,2020,P,g,3\nX,2020,Q,h,2\nY,2019,P,g,3\nY,2020,P,g,3\n"
        let table = try lines(
            run(flows, ["--measure", "partners", "--groups", "groups.csv", "--green", "green.csv"], others: files))
        #expect(table.map { $0[1] } == ["group", "south", "all", "south", "ungrouped", "all"])
        let growth = try lines(run(flows, ["--measure", "growth", "--area", "X", "--period", "2019:2020"]))
        #expect(growth.map { $0[0] } == ["effect", "world", "product", "market", "competitiveness", "change"])
        #expect(growth[5][1] == "4")
    }

    @Test func appended() throws {
        let rows = try run(Self.wide, ["--measure", "eci", "--append", "W"])
        #expect(try lines(rows).count == 2)
        #expect(try run(Self.wide, ["--measure", "density", "--append", "V"]).code == 1)
    }

    @Test func border() throws {
        let text =
            "good,year,tonnes,emissions,benchmark,price,share,chargeable_share,factor,certificate_price,origin_price\n"
            + "steel,2026,120000,2.1,1.4,900,0.35,0.025,1,85,13\n"
        let found = try lines(run(text, ["--measure", "border"]))
        #expect(found[0] == ["good", "year", "certificates", "cost", "total", "share_of_value", "exposure"])
        #expect(abs((Double(found[1][3]) ?? 0) - 35.175) < 1e-10)
        let bad = try run(text.replacing(",0.025,", with: ",1.5,"), ["--measure", "border"])
        #expect(bad.code == 1 && bad.errors.contains("flows.csv:2"))
    }

    @Test(arguments: [
        ("area,product,value\nX,a,-1\n", "negative"), ("area,product,value\nX,a,1\nX,a,2\n", "twice"),
        ("area,product,value\nX,a,\n", "flows.csv:2"), ("area,product,value\nX,a,x\n", "number"),
        ("area,product,value\n", "no flow"), ("area,a,b\nX,1,0\nY,0,1\n", "parts"),
        ("product,value\na,1\n", "area"), ("area,a\nX,0\n", "zero"),
    ])
    func badTables(text: String, words: String) throws {
        let result = try run(text, ["--measure", "eci"])
        #expect(result.code == 1 && result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(arguments: [
        ["--measure", "gci"], ["--measure", "prody"], ["--measure", "balance"], ["--measure", "growth"],
        ["--measure", "partners", "--green", "x"], ["--measure", "frontier", "--green", "x"], ["--measure", "none"],
        ["--measure", "rca", "--year", "x"], ["--measure", "pci", "--append", "X"], [],
    ])
    func usage(options: [String]) throws {
        #expect(try run(Self.wide, options).code == 2)
    }
}
