import SDMX
import StatisticalData
import Testing

/// XML that is no message, or means harm.
struct XMLSafetyTests {
    private static let message = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"

    static let faulty: [(String, String, Int)] = [
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>", "sdmx-doctype", 2),
        ("<!-- a -->\n\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "sdmx-doctype", 3),
        ("<?xml version=\"1.0\" encoding=\"GB18030\"?><a/>", "sdmx-not-utf8", 1),
        ("<a>\n<b>\n</a>", "sdmx-xml", 3), ("", "sdmx-message", 1), ("text", "sdmx-xml", 1),
        ("<a xmlns=\"urn:x\"/>", "sdmx-message", 1),
        ("\n<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_0/message\"/>", "sdmx-message", 2),
        ("<m:Structure xmlns:m=\"\(message)\"/>", "sdmx-message", 1),
        (
            "<m:StructureSpecificData xmlns:m=\"\(message)\">\n<m:DataSet structureRef=\"X\"/></m:StructureSpecificData>",
            "sdmx-reference", 2
        ),
        ("<m:StructureSpecificData xmlns:m=\"\(message)\">" + String(repeating: "<a>", count: 60), "sdmx-too-deep", 1),
        ("<a>&unknown;</a>", "sdmx-xml", 1),
    ]

    @Test(arguments: faulty)
    func isRefused(text: String, code: String, line: Int) {
        let faults = #expect(throws: Faults.self) { try SDMXML.readData(Array(text.utf8), file: "a.xml") }
        let errors = faults?.list.filter { $0.severity == .error && $0.code == code } ?? []
        #expect(errors.map(\.place.line) == [line], "\(faults?.list ?? [])")
    }

    @Test func longText() {
        let text = "<m:GenericData xmlns:m=\"\(Self.message)\"><a>" + String(repeating: "x", count: 1_100_000)
        let faults = #expect(throws: Faults.self) { try SDMXML.readData(Array(text.utf8), file: "a.xml") }
        #expect(faults?.list.map(\.code).contains("sdmx-too-long") == true)
    }

    @Test(
        arguments: [[0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0xB0, 0xA1, 0x3E], [0x3C, 0x61, 0x00, 0x2F, 0x3E]] as [[UInt8]])
    func otherEncodings(bytes: [UInt8]) {
        let faults = #expect(throws: Faults.self) { try SDMXML.readStructures(bytes, file: "a.xml") }
        #expect(faults?.list.map(\.code) == ["sdmx-not-utf8"])
    }

    /// Prefixes do not matter; without a prefix the elements are the same.
    @Test func prefixesDoNotMatter() throws {
        let text = """
            <GenericData xmlns="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message">
            <Header><Structure structureID="S" dimensionAtObservation="TIME_PERIOD">
            <x:Structure xmlns:x="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"><Ref xmlns="" agencyID="A" id="B"/>
            </x:Structure></Structure></Header>
            <DataSet structureRef="S"><g:Series xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">
            <g:SeriesKey><g:Value id="FREQ" value="A"/></g:SeriesKey>
            <g:Obs><g:ObsDimension value="2020"/><g:ObsValue value="NaN"/></g:Obs>
            <g:Obs><g:ObsDimension value="2021"/><g:ObsValue value="1.5"/></g:Obs></g:Series></DataSet></GenericData>
            """
        let dataSet = try #require(try SDMXML.readData(Array(text.utf8), file: "a.xml").dataSets.first)
        #expect(dataSet.structure == StructureReference(.dataStructure, agency: "A", id: "B"))
        #expect(dataSet.row(0).mapValues(\.text) == ["FREQ": "A", "TIME_PERIOD": "2020"])
        #expect(dataSet.row(1).mapValues(\.text) == ["FREQ": "A", "TIME_PERIOD": "2021", "OBS_VALUE": "1.5"])
        #expect(dataSet.places[1] == Place(file: "a.xml", line: 8))
    }
}
