import SDMX
import StatisticalData
import TestSupport
import Testing

/// Official examples and files of providers: `reference/exchange/sdmx`.
@Suite(.enabled(if: Reference.folder.isGiven)) struct CSVReferenceTests {
    /// File, structures and rows as samples.csv counts them; `example-03` to `example-09A` are refused by pysdmx, and
    /// counted by hand.
    static let samples: [(String, [String], Int)] = [
        ("csv/example-01.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2), ("csv/example-03.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2),
        ("csv/example-04.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2), ("csv/example-05.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2),
        ("csv/example-07.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2),
        (
            "csv/example-09A.csv", ["ESTAT:DF_NA_MAIN(1.6.0)", "ESTAT:DSD_NA_MAIN(1.7.0)", "ESTAT:DPA_NA_MAIN(1.8.0)"],
            3
        ),
        ("csv/example-11.csv", ["AGENCY:DF_ID"], 2), ("csv/example-13.csv", ["AGENCY:DF_ID(1.0.0)"], 2),
        ("csv/example-15.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2), ("csv/example-17.csv", ["ESTAT:NA_MAIN(1.6.0)"], 2),
        ("csv/example-19A.csv", ["ESTAT:DSD_NA_MAIN(1.6.0)"], 1), ("csv/v10-labels-both.csv", ["MD:MD_TEST(1.0)"], 1),
        ("csv/v10-no-freq.csv", ["WB:GCI(1.0)"], 7), ("csv/v20-bis-der.csv", ["BIS:BIS_DER(1.0)"], 20),
        ("csv/v20-keys-both.csv", ["MD:MD_TEST(1.0)"], 1),
        ("csv/v20-three-structures.csv", ["ESTAT:DF_A(1.6.0)", "ESTAT:DSD_B(1.7.0)", "ESTAT:DPA_C(1.8.0)"], 3),
        ("providers/eurostat_sdmxcsv10.csv", ["ESTAT:MIGR_RESFIRST(1.0)"], 2),
        ("providers/oecd_csvfilewithlabels.csv", ["OECD.CFE.EDS:DSD_FUA_TERR@DF_DENSITY(1.1)"], 1),
        ("providers/undata_sdg_glh.csv", ["IAEG-SDGs:DF_SDG_GLH(1.24)"], 2),
    ]

    @Test(arguments: samples)
    func sample(file: String, structures: [String], rows: Int) throws {
        let message = try Reference.csv(file)
        #expect(message.dataSets.map(\.structure.description) == structures)
        #expect(message.dataSets.map(\.count).reduce(0, +) == rows)
    }

    @Test func decimalCommaAndLabels() throws {
        let dataSet = try #require(try Reference.csv("csv/example-04.csv").dataSets.first)
        #expect(dataSet.text("OBS_VALUE", row: 0) == "12.4")
        #expect(dataSet.text("DIM_3", row: 1) == "2014-02")
        #expect(dataSet.text("ATTR_2", row: 0) == "Y")
        #expect(dataSet.text("ATTR_3", row: 0) == "Normal, special and other values")
    }

    @Test func severalValuesAndLanguages() throws {
        let listed = try #require(try Reference.csv("csv/example-07.csv").dataSets.first)
        #expect(listed["ATTR_2"]?[0] == .list(["M, N & O", "P & Q"]))
        #expect(listed["ATTR_3"]?[1] == .list(["A", "C"]))
        let localised = try #require(try Reference.csv("csv/example-09A.csv").dataSets.last)
        #expect(localised["ATTR_1"]?[0] == .localised([[.init("en", "Value \"Y\""), .init("fr", "Valeur \"Y\"")]]))
    }

    /// An attribute of one dimension alone comes to the observations with it.
    @Test func partialKey() throws {
        let dataSet = try #require(try Reference.csv("csv/example-13.csv").dataSets.first)
        let spread = dataSet.spread()
        #expect(spread.count == 1)
        #expect(spread.text("ATTR_2", row: 0) == "Y")
        #expect(spread.text("ATTR_1", row: 0) == "N")
    }

    @Test func deletions() throws {
        #expect(try Reference.csv("csv/example-17.csv").dataSets.map(\.action) == [.delete])
        #expect(try Reference.csv("csv/example-19A.csv").dataSets.map(\.action) == [.delete])
    }

    @Test func providers() throws {
        let eurostat = try #require(try Reference.csv("providers/eurostat_sdmxcsv10.csv").dataSets.first)
        #expect(
            eurostat.columns(.dimension).map(\.id)
                == ["freq", "reason", "citizen", "duration", "unit", "geo", "TIME_PERIOD"])
        let oecd = try #require(try Reference.csv("providers/oecd_csvfilewithlabels.csv").dataSets.first)
        #expect(oecd.structure.kind == .dataflow)
        #expect(
            oecd.columns.map(\.id) == [
                "REF_AREA", "FREQ", "MEASURE", "UNIT_MEASURE", "TERRITORIAL_LEVEL", "TIME_PERIOD", "OBS_VALUE",
                "OBS_STATUS",
                "UNIT_MULT", "DECIMALS",
            ])
    }

    /// All encodings of the project's example hold the same.
    @Test(arguments: [
        "data-csv-1.0.csv", "data-csv-2.1.csv", "data-csv-2.0-labels-both-zh.csv", "data-csv-2.0-labels-name-en.csv",
        "data-csv-2.0-semicolon-comma.csv",
    ])
    func exampleInEveryForm(file: String) throws {
        let structures = try Reference.structures("greenprint-example/structure-ml-3.0.xml")
        let plain = try Reference.csv("greenprint-example/data-csv-2.0.csv", structures: structures)
        let other = try Reference.csv("greenprint-example/" + file, structures: structures)
        #expect(plain.dataSets[0].count == 11)
        #expect(other.dataSets.map(Reference.rows) == plain.dataSets.map(Reference.rows))
        #expect(other.warnings.isEmpty)
    }
}
