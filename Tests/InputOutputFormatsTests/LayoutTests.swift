import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData
import Testing

/// Files that hold a whole table, in the layouts of those who publish them.
struct LayoutTests {
    private static func read(
        _ text: String, _ layout: TableLayout, _ change: (inout InputOutputFolder.Declarations) -> Void = { _ in }
    ) throws -> InputOutputFolder {
        var declarations = InputOutputFolder.Declarations()
        change(&declarations)
        return try InputOutputFolder(Array(text.utf8), file: "t.csv", layout: layout, declarations: declarations)
    }

    private static func faults(_ text: String, _ layout: TableLayout) -> [Fault] {
        do {
            _ = try read(text, layout)
            return []
        } catch let faults as Faults {
            return faults.list
        } catch let fault as Fault {
            return [fault]
        } catch {
            return []
        }
    }

    /// Two sectors: x = Z 1 + Y 1 - M = 70 + 30 + ... as in `ImportTests`, with titles, names, sums and a blank cell.
    private static let nbs = """
        2020 table,,,,,,,,,,,,
        unit: 10000 yuan,,,,,,,,,,,,
        ,,Farms,Mills,Sum,Rural,Urban,Sum,Capital,Exports,Sum,Imports,Output
        ,,01,02,TIU,FU101,FU102,THC,FU201,EX,TFU,IM,GO
        Farms,01,10,20,30,10,15,25,5,40,70,15,85
        Mills,02,5,15,20,20,,20,,60,80,4,96
        Sum,TII,15,35,50,,,,,,,,
        Pay,VA001,50,40,90,,,,,,,,
        Surplus,VA004,20,21,41,,,,,,,,
        Value added,TVA,70,61,131,,,,,,,,
        Output,TI,85,96,181,,,,,,,,

        """

    @Test func nationalBureau() throws {
        let folder = try Self.read(Self.nbs, .nbs)
        #expect(folder.industries.labels == [["01"], ["02"]])
        #expect(folder.demandCategories.labels == [["FU101"], ["FU102"], ["FU201"], ["EX"]])
        // t = 15 / 60 and 4 / 40; exports stay.
        #expect(folder.table.flows.elements == [7.5, 15, 4.5, 13.5])
        #expect(folder.table.finalDemand.elements == [7.5, 11.25, 3.75, 40, 18, 0, 0, 60])
        #expect(folder.table.output == [85, 96])
        #expect(folder.warnings.map(\.code) == ["io-imports-by-use"])
        let inputs = try #require(try folder.primaryInputs())
        #expect(inputs.rows.labels == [["VA001"], ["VA004"]])
        #expect(inputs.values.elements == [50, 40, 20, 21])
        #expect(try folder.imports()?.flows.elements == [2.5, 5, 0.5, 1.5])
        let report = try folder.balance()
        #expect(report.entries.allSatisfy { $0.gap == 0 })
        #expect(report.entries.count == 4)
        let whole = try Self.read(Self.nbs, .nbs) { $0.imports = .madeAtHome }
        #expect(whole.table.flows.elements == [10, 20, 5, 15])
        #expect(whole.demandCategories.labels.last == ["imports"])
        // Semicolons, imports with a minus sign, and codes that a spreadsheet took for numbers.
        let other = Self.nbs.replacing(",", with: ";").replacing(";15;85", with: ";-15;85")
            .replacing(";4;96", with: ";-4;96").replacing(";;01;02;", with: ";;1;2;").replacing(
                "Farms;01;", with: "Farms;1;")
        let same = try Self.read(other, .nbs)
        #expect(same.industries.labels == [["01"], ["02"]])
        #expect(same.table.flows.elements == folder.table.flows.elements)
    }

    static let faulty: [(TableLayout, String, String, String, String)] = [
        (.nbs, "Mills,02,5,15", "Mills,02,5,x", "csv-not-a-number", "t.csv:6:02"),
        (.nbs, "Mills,02,", "Mills,03,", "io-missing-rows", "t.csv"),
        (.nbs, "Mills,02,", "Mills,01,", "io-repeated-label", "t.csv"),
        (.nbs, ",4,96", ",4,97", "io-imbalance", "t.csv"),
        (.nbs, ",15,85", ",75,25", "io-imports-above-use", "t.csv"),
        (.nbs, ",EX,", ",OF,", "io-no-exports", "t.csv"),
        (.oecd, "A_x,1,2", "A_x,1,", "io-missing", "t.csv:2:B_x"),
        (.oecd, ",A_HFCE,", ",C_HFCE,", "io-unknown-area", "t.csv"),
        (.wiod, "x,X,AAA,1,", "x,X,CCC,1,", "io-missing-columns", "t.csv"),
        (.wiod, "IndustryCode", "Code", "io-no-codes", "t.csv"),
        (.eurostat, "TIME_PERIOD", "YEAR", "", ""),
        (.eurostat, "A,CPA_A,CPA_B,DOM,DE,2020,2", "A,CPA_A,CPA_B,DOM,FR,2020,2", "io-several-tables", "t.csv:geo"),
        (.eurostat, "DE,2020,2\n", "DE,2020,two\n", "csv-not-a-number", "t.csv"),
    ]

    @Test(arguments: faulty)
    func faultsHavePlaces(layout: TableLayout, old: String, new: String, code: String, place: String) throws {
        let text =
            [TableLayout.nbs: Self.nbs, .oecd: Self.oecd, .wiod: Self.wiod, .eurostat: Self.eurostat][layout] ?? ""
        #expect(text.contains(old))
        let found = Self.faults(text.replacing(old, with: new, maxReplacements: 1), layout)
        if code.isEmpty {
            #expect(found.isEmpty)
        } else {
            #expect(found.contains { $0.code == code && $0.place.description.hasPrefix(place) }, "\(found)")
        }
    }

    private static let oecd = """
        V1,A_x,B_x,A_HFCE,B_HFCE,OUT
        A_x,1,2,3,4,10
        B_x,5,6,7,8,26
        TLS,0.5,1,0,0,0
        VA,3.5,17,0,0,0
        OUT,10,26,0,0,0

        """

    @Test func interCountry() throws {
        let folder = try Self.read(Self.oecd, .oecd)
        #expect(folder.industries.labels == [["A", "x"], ["B", "x"]])
        #expect(folder.demandCategories.labels == [["A", "HFCE"], ["B", "HFCE"]])
        #expect(folder.table.flows.elements == [1, 2, 5, 6])
        #expect(folder.table.output == [10, 26])
        #expect(try folder.primaryInputs()?.rows.labels == [["TLS"], ["VA"]])
        #expect(try folder.balance().entries.allSatisfy { $0.gap == 0 })
        // Parts of China are joined, since final demand is that of the whole.
        let parts = Self.oecd.replacing("A_x", with: "CN1_x").replacing("B_x", with: "CN2_x")
            .replacing("A_HFCE", with: "CHN_HFCE").replacing("B_HFCE", with: "CHN_GGFC")
        let joined = try Self.read(parts, .oecd)
        #expect(joined.table.areas == ["CHN"])
        #expect(joined.table.output == [36])
        #expect(joined.demandCategories.labels == [["CHN", "HFCE"], ["CHN", "GGFC"]])
    }

    private static let wiod = """
        IndustryCode,IndustryDescription,Country,RNr,Year,AAA1,BBB1,AAA57,BBB61,TOT
        x,X,AAA,1,2014,1,2,3,4,10
        x,X,BBB,1,2014,5,6,7,8,26
        II_fob,Sum,TOT,65,2014,6,8,10,12,36
        VA,Value added,TOT,70,2014,4,18,0,0,22
        GO,Output,TOT,73,2014,10,26,0,0,36

        """

    @Test func world() throws {
        let folder = try Self.read(Self.wiod, .wiod)
        #expect(folder.industries.labels == [["AAA", "x"], ["BBB", "x"]])
        #expect(folder.demandCategories.labels == [["AAA", "CONS_h"], ["BBB", "INVEN"]])
        #expect(folder.table.output == [10, 26])
        #expect(try folder.primaryInputs()?.rows.labels == [["VA"]])
        #expect(try folder.balance().entries.allSatisfy { $0.gap == 0 })
    }

    private static let eurostat = """
        freq,prd_ava,prd_use,stk_flow,geo,TIME_PERIOD,OBS_VALUE
        A,CPA_A,CPA_A,DOM,DE,2020,1
        A,CPA_A,CPA_B,DOM,DE,2020,2
        A,CPA_A,TU,DOM,DE,2020,3
        A,CPA_A,P3_S14,DOM,DE,2020,5
        A,CPA_A,P6,DOM,DE,2020,2
        A,CPA_B,CPA_A,DOM,DE,2020,3
        A,CPA_B,CPA_B,DOM,DE,2020,1
        A,CPA_B,P3_S14,DOM,DE,2020,4
        A,CPA_B,P3,DOM,DE,2020,4
        A,CPA_B,P5M,DOM,DE,2020,-1
        A,CPA_A,CPA_B,IMP,DE,2020,0.5
        A,CPA_B,P3_S14,IMP,DE,2020,0.25
        A,D21X31,CPA_A,TOTAL,DE,2020,1
        A,D21X31,CPA_B,TOTAL,DE,2020,0.5
        A,B1G,CPA_A,TOTAL,DE,2020,5
        A,B1G,CPA_B,TOTAL,DE,2020,3
        A,P1,CPA_A,TOTAL,DE,2020,10
        A,P1,CPA_B,TOTAL,DE,2020,7

        """

    @Test func eurostat() throws {
        let folder = try Self.read(Self.eurostat, .eurostat)
        #expect(folder.industries.labels == [["CPA_A"], ["CPA_B"]])
        #expect(folder.demandCategories.labels == [["P3_S14"], ["P5M"], ["P6"]])
        #expect(folder.table.flows.elements == [1, 2, 3, 1])
        #expect(folder.table.finalDemand.elements == [5, 0, 2, 4, -1, 0])
        #expect(folder.givenOutput == [10, 7])
        #expect(try folder.imports()?.flows.elements == [0, 0.5, 0, 0])
        #expect(try folder.imports()?.finalDemand.elements == [0, 0, 0, 0.25, 0, 0])
        #expect(try folder.primaryInputs()?.rows.labels == [["D21X31"], ["B1G"]])
        #expect(try folder.balance().entries.allSatisfy { $0.gap == 0 })
    }
}
