import CompositeIndicators
import StatisticalData
import TableFormats
import Testing

/// What the reader makes of sound tables, against values typed in by hand.
@Suite struct IndexTablesTests {
    @Test func units() throws {
        let tables = try Sample.read()
        #expect(tables.units.map(\.code) == ["AAA", "BBB", "CCC"])
        #expect(tables.units.map(\.name) == ["Alpha", "Beta", "Gamma, east"])
        #expect(tables.times == nil)
        #expect(tables.panel.isEmpty)
        #expect(!tables.isPanel)
        #expect(tables.warnings.isEmpty)
    }

    @Test func values() throws {
        let tables = try Sample.read()
        #expect(tables.indicators.codes == ["Income", "Air"])
        #expect(tables.indicators.units == ["AAA", "BBB", "CCC"])
        #expect(tables.indicators.column(0) == [1.5, 2.5, 100_000])
        #expect(tables.indicators.column(1) == [20, nil, 30])
        #expect(tables.denominators.codes == ["Area"])
        #expect(tables.denominators.column(0) == [10, 20, 40])
        #expect(tables.groups == ["Region": ["North", "South", "North"]])
        #expect(tables.others == ["Note": ["x", nil, "z"]])
    }

    @Test func columnsInOrderOfMetadata() throws {
        let data = "Air,Note,uCode,Income,Region,Area\n7,a,X,1,N,2\n8,b,Y,3,S,4\n"
        let tables = try Sample.read(data: data)
        #expect(tables.indicators.codes == ["Income", "Air"])
        #expect(tables.indicators.column(0) == [1, 3])
        #expect(tables.indicators.column(1) == [7, 8])
        #expect(tables.units == [.init(code: "X"), .init(code: "Y")])
    }

    @Test func metadata() throws {
        let tables = try Sample.read()
        let codes = ["Income", "Air", "Economy", "Nature", "Index", "Region", "Area", "Note"]
        #expect(tables.metadata.map(\.code) == codes)
        let income = IndicatorMetadata(
            code: "Income", level: 1, parent: "Economy", direction: 1, weight: 2, kind: .indicator,
            name: "Income a person", unit: "yuan", target: 3, denominator: "Area",
            parameters: ["goalpost_lower": 0, "goalpost_upper": 10, "cap": 1])
        #expect(tables.metadata[0] == income)
        #expect(tables.metadata[1].direction == -1)
        #expect(tables.metadata[1].parameters == ["goalpost_lower": 5, "goalpost_upper": 100, "cap": 0])
        #expect(tables.metadata[3].weight == 0.5)
        #expect(tables.metadata[4].parent == nil)
        #expect(tables.metadata[4].level == 3)
        #expect(tables.metadata[5].kind == .group)
        #expect(tables.metadata[5].level == nil)
        #expect(tables.texts["Income"] == ["Remark": "from the yearbook"])
        #expect(tables.texts["Area"] == ["Remark": "2017"])
    }

    /// R quotes all text; Windows ends lines with CR LF; Excel puts a byte order mark first.
    @Test func quotedHeaderAndForeignLineEnds() throws {
        let data =
            "\u{FEFF}\"uCode\",\"Region\",\"Area\",\"Income\",\"Air\",\"Note\"\r\n"
            + "\"A\",\"N\",1e+05,-5e-04,NA,\"NA\"\r\n\"B\",\"S\",2,3,\"4\",TRUE\r\n"
        let tables = try Sample.read(data: data)
        #expect(tables.denominators.column(0) == [100_000, 2])
        #expect(tables.indicators.column(0) == [-0.0005, 3])
        #expect(tables.indicators.column(1) == [nil, 4])
        #expect(tables.others["Note"] == [nil, "TRUE"])
    }

    @Test func chineseCodesAndNames() throws {
        let data = Sample.data.replacing("Air", with: "一次能源").replacing("AAA", with: "江苏")
        let metadata = Sample.metadata.replacing("Air", with: "一次能源")
        let tables = try Sample.read(data: data, metadata: metadata)
        #expect(tables.indicators.codes == ["Income", "一次能源"])
        #expect(tables.units.first?.code == "江苏")
    }

    @Test func panel() throws {
        let data = """
            uCode,Time,Region,Area,Income,Air,Note
            B,2019,N,1,1,5,NA
            A,2018,S,2,2,6,NA
            B,2018,N,3,3,7,NA
            A,2019,S,4,NA,8,NA

            """
        let tables = try Sample.read(data: data)
        #expect(tables.isPanel)
        #expect(tables.times == [2019, 2018, 2018, 2019])
        #expect(tables.units.map(\.code) == ["B", "A", "B", "A"])
        #expect(tables.panel.map(\.time) == [2018, 2019])
        #expect(tables.panel.map(\.rows) == [[1, 2], [0, 3]])
        #expect(tables.slice(at: 2017)?.units == nil)
        let slice = try #require(tables.slice(at: 2019))
        #expect(slice.units.map(\.code) == ["B", "A"])
        #expect(slice.indicators.column(0) == [1, nil])
        #expect(slice.denominators.column(0) == [1, 4])
        #expect(slice.groups == ["Region": ["N", "S"]])
        #expect(!slice.isPanel)
    }

    @Test func oneTimeIsNoPanel() throws {
        let tables = try Sample.read(data: "uCode,Time,Region,Area,Income,Air,Note\nA,2018,N,1,1,1,\nB,2018,N,1,2,3,\n")
        #expect(!tables.isPanel)
        #expect(tables.panel.map(\.rows) == [[0, 1]])
    }
}
