import SDMX
import StatisticalData
import TestSupport
import Testing

/// SDMX-ML of others: `reference/exchange/sdmx/ml`.
@Suite(.enabled(if: Reference.folder.isGiven)) struct XMLReferenceTests {
    /// The same twelve observations with the same seven attributes, flat or by series, generic or specific, with groups or
    /// without. Expected: what sdmx1 reads, group attributes spread.
    @Test(arguments: [
        ("ECB_EXR-ng-flat.xml", "ECB_EXR-ng-structure.xml"), ("ECB_EXR-ng-ts-ss.xml", "ECB_EXR-ng-structure.xml"),
        ("ECB_EXR-sg-flat.xml", "ECB_EXR-sg-structure.xml"),
    ])
    func exchangeRates(file: String, structure: String) throws {
        let table = try Reference.csvTable("ecb-exr-expected.csv")
        for structures in [nil, try Reference.structures("ml/" + structure)] {
            let message = try Reference.xml("ml/" + file, structures: structures)
            let dataSet = try #require(message.dataSets.first).spread()
            #expect(dataSet.count == 12)
            #expect(Reference.rows(dataSet).sorted(by: Self.byKey) == table.sorted(by: Self.byKey))
            #expect(dataSet.columns(.dimension).count == 6)
            #expect(dataSet.columns(.attribute).count == 7)
        }
    }

    private static func byKey(_ left: [String: String], _ right: [String: String]) -> Bool {
        func key(_ row: [String: String]) -> String { (row["CURRENCY"] ?? "") + (row["TIME_PERIOD"] ?? "") }
        return key(left) < key(right)
    }

    @Test func severalValuesInLanguages() throws {
        let dataSet = try #require(try Reference.xml("ml/v3-ECB_EXR_CA.xml").dataSets.first)
        #expect(dataSet.structure.description == "ECB:EXR(1.0)")
        #expect(dataSet.count == 3)
        #expect(dataSet["OBS_STATUS"]?[1] == .list(["J", "U", "N"]))
        #expect(dataSet["SOURCE_AGENCY"]?[0] == .list(["4F0", "4D0", "CZ2"]))
        #expect(
            dataSet["TITLE"]?[2]
                == .localised([
                    [.init("en", "Some English Text"), .init("fr", "Quelques textes en anglais")],
                    [
                        .init("en", "Additional English Text where lang defaults to en"),
                        .init("fr", "Texte anglais supplémentaire"),
                    ],
                ]))
    }

    /// An attribute of the whole data set comes to its observation.
    @Test func worldBank() throws {
        let dataSet = try #require(try Reference.xml("ml/WB-gh-78.xml").dataSets.first).spread()
        #expect(dataSet.count == 1)
        #expect(dataSet.text("DATASOURCE", row: 0) == "TRN")
        #expect(dataSet.text("TIME_PERIOD", row: 0) == "1989")
        #expect(dataSet.text("MIN_RATE", row: 0) == "0")
    }

    @Test func sustainableDevelopmentGoals() throws {
        let dataSet = try #require(try Reference.xml("ml/sdg-1-1-1-generic.xml").dataSets.first)
        #expect(dataSet.count == 6)
        #expect(dataSet.columns(.dimension).count == 16)
        #expect(dataSet.text("UNIT_MEASURE", row: 5) == "PT")
    }

    @Test(arguments: [
        "data-ml-2.1-generic.xml", "data-ml-2.1-structure-specific.xml", "data-ml-3.0-structure-specific.xml",
    ])
    func exampleInEveryForm(file: String) throws {
        let structures = try Reference.structures("greenprint-example/structure-ml-3.0.xml")
        let csv = try Reference.csv("greenprint-example/data-csv-2.0.csv", structures: structures)
        let xml = try Reference.xml("greenprint-example/" + file, structures: structures)
        #expect(xml.dataSets.map(Reference.rows) == csv.dataSets.map(Reference.rows))
        #expect(xml.warnings.isEmpty)
    }

    @Test func structuresOfBothVersionsAreAlike() throws {
        let old = try Reference.structures("greenprint-example/structure-ml-2.1.xml")
        let new = try Reference.structures("greenprint-example/structure-ml-3.0.xml")
        #expect(new.codelists.count == 5)
        #expect(new.codelists == old.codelists)
        #expect(new.conceptSchemes == old.conceptSchemes)
        #expect(new.dataflows == old.dataflows)
        #expect(new.dataStructures.map(\.attributes) == old.dataStructures.map(\.attributes))
        #expect(new.dataStructures.map(\.dimensions) == old.dataStructures.map(\.dimensions))
        #expect(new.codelists[1].codes[1].names == ["en": "Jiangsu", "zh": "江苏省"])
    }

    @Test func structuresOfOthers() throws {
        let eurostat = try Reference.structures("ml/ESTAT-apro_mk_cola-structure.xml")
        #expect(eurostat.codelists.count == 6)
        let structure = try #require(eurostat.dataStructures.first)
        #expect(structure.reference.description == "ESTAT:DSD_apro_mk_cola(1.0)")
        #expect(structure.timeDimension == "TIME_PERIOD")
        #expect(structure.dimensions.allSatisfy { $0.isTime || eurostat.codelist(of: $0) != nil })
        let grouped = try #require(try Reference.structures("ml/ECB_EXR-sg-structure.xml").dataStructures.first)
        #expect(grouped.groups == ["SiblingGroup": ["CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_VAR"]])
        #expect(grouped.attributes.first { $0.id == "TITLE" }?.relation == .group("SiblingGroup"))
        #expect(try Reference.structures("ml/v3-dataflow.xml").dataflows.count == 1)
        let ages = try #require(try Reference.structures("ml/v3-codelist.xml").codelists.first)
        #expect(ages.codes.map(\.id) == ["Y", "M", "W", "D", "H"])
    }
}
