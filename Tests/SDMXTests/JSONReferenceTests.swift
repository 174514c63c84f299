import SDMX
import StatisticalData
import TestSupport
import Testing

/// SDMX-JSON of others: `reference/exchange/sdmx/json`.
@Suite(.enabled(if: Reference.folder.isGiven)) struct JSONReferenceTests {
    /// The same four observations in 1.0, 2.0 and 2.1; the values are read in the files.
    @Test(arguments: ["ECB_EXR-ts.json", "exr-time-series.json", "v21-exr-time-series.json"])
    func exchangeRates(file: String) throws {
        let dataSet = try #require(try Reference.json("json/" + file).dataSets.first).spread()
        #expect(dataSet.structure.description == "ECB:EXR(1.0)")
        #expect(dataSet.count == 4)
        let rows = (0..<4).map { row in
            ["CURRENCY", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "TITLE"].map { dataSet.text($0, row: row) ?? "" }
        }
        let dollar = "New Zealand dollar (NZD)"
        #expect(rows[0] == ["NZD", "2013-01-18", "1.5931", "A", dollar])
        #expect(rows[1] == ["NZD", "2013-01-21", "1.5925", "A", dollar])
        #expect(rows[3][0] == "RUB")
        #expect(rows[3][2].hasPrefix("40.3"))
        #expect(dataSet.text("EXR_TYPE", row: 3) == "SP00")
    }

    /// Attributes of the data set, of groups of dimensions, lists and languages.
    @Test func agriculture() throws {
        let dataSet = try #require(try Reference.json("json/agri.json").dataSets.first).spread()
        #expect(dataSet.count == 12)
        #expect(dataSet.text("OBS_VALUE", row: 0) == "350.154")
        #expect(dataSet.text("UNIT_MULT", row: 11) == "3")
        #expect(dataSet.text("CONTACT_EMAIL", row: 5) == "contact@organisation.org")
        #expect(dataSet["SOURCE"]?[1] == .list(["MAFF_Agricultural Statistics_2015", "Other sources"]))
        #expect(dataSet.text("EMBARGO_TIME", row: 3) == "2021-03-18T11:00:00")
        guard case .localised(let comments)? = dataSet["SERIES_COMMENT"]?[4] else {
            Issue.record("no comment in languages")
            return
        }
        #expect(comments.first?.first?.text == "Comment for Annual data for Battambang")
    }
}
