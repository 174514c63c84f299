import CompositeIndicators
import StatisticalData
import TableFormats
import Testing

/// Every rule for a row of iMeta, broken once.
@Suite struct MetadataFaultTests {
    static let cells = [
        Change("1,Air", "2,Air", "meta:3:Level index-level-of-indicator"),
        Change("1,Air", "x,Air", "meta:3:Level index-level-of-indicator"),
        Change("1,Air", "NA,Air", "meta:3:Level index-empty-field"),
        Change("2,Economy", "1,Economy", "meta:4:Level index-level-of-aggregate"),
        Change("2,Economy", "2.5,Economy", "meta:4:Level index-level-of-aggregate"),
        Change("NA,Region", "1,Region", "meta:7:Level index-level-outside-tree"),
        Change("Fine dust,-1", "Fine dust,0", "meta:3:Direction index-direction"),
        Change("Fine dust,-1", "Fine dust,minus", "meta:3:Direction index-direction"),
        Change("Fine dust,-1", "Fine dust,", "meta:3:Direction index-empty-field"),
        Change("Nature,1,0.5", "Nature,NA,0.5", "meta:5:Direction index-empty-field"),
        Change("Fine dust,-1,1", "Fine dust,-1,NA", "meta:3:Weight index-empty-field"),
        Change("Nature,1,0.5", "Nature,1,-0.5", "meta:5:Weight index-negative-weight"),
        Change("Nature,1,0.5", "Nature,1,\"0,5\"", "meta:5:Weight csv-comma-in-number"),
        Change("Nature,1,0.5", "Nature,1,Inf", "meta:5:Weight csv-not-finite"),
        Change("Fine dust", "NA", "meta:3:iName index-empty-field"),
        Change("ug/m3,10", "ug/m3,NA", "meta:3:Target index-missing-target"),
        Change("ug/m3,10", "ug/m3,ten", "meta:3:Target csv-not-a-number"),
        Change("3,Area,", "3,Aera,", "meta:2:Denominator index-unknown-denominator"),
        Change("3,Area,", "3,Air,", "meta:2:Denominator index-denominator-kind"),
        Change("Nature,Indicator", "Nature,indicator", "meta:3:Type csv-unknown-word"),
        Change("Nature,Indicator", "Nature,NA", "meta:3:Type index-empty-field"),
        Change("Indicator,5,100", "Indicator,100,100", "meta:3:goalpost_lower index-bounds"),
        Change("Indicator,5,100", "Indicator,low,100", "meta:3:goalpost_lower csv-not-a-number"),
        Change("1,Air,Fine", "1,NA,Fine", "meta:3:iCode index-empty-field", "data:1:Air index-unknown-column"),
    ]

    @Test(arguments: cells) func cell(_ change: Change) throws {
        let metadata = try #require(change.applied(to: Sample.metadata))
        let found = Sample.faults(metadata: metadata)
        // The tree is faulty as well where a level moves or a row vanishes; that is tested elsewhere.
        let other = ["index-parent-level", "index-no-parts", "index-missing-parent"]
        #expect(found.filter { fault in !other.contains { fault.hasSuffix($0) } } == change.faults)
    }

    @Test(arguments: ["Level", "iCode", "Parent", "Direction", "Weight", "Type"])
    func missingColumn(_ column: String) {
        let metadata = Sample.metadata.replacing(column + ",", with: "X" + column + ",", maxReplacements: 1)
        #expect(Sample.faults(metadata: metadata) == ["meta:1 csv-missing-column"])
    }

    @Test func optionalColumnsMayBeAbsent() throws {
        let metadata = """
            Type,Parent,Weight,Direction,iCode,Level
            Indicator,Index,1,1,Income,1
            Aggregate,,1,1,Index,2

            """
        let tables = try Sample.read(data: "uCode,Income\nA,1\nB,2\n", metadata: metadata)
        #expect(tables.metadata.map(\.code) == ["Income", "Index"])
        #expect(tables.metadata[0].target == nil)
        #expect(tables.texts.isEmpty)
        #expect(tables.denominators.codes.isEmpty)
    }

    @Test func names() {
        let blank = Sample.faults(
            data: Sample.data.replacing("Air", with: "Fine air"),
            metadata: Sample.metadata.replacing("Air", with: "Fine air"))
        #expect(blank == ["meta:3:iCode index-blank-in-code", "data:1:Fine air index-blank-in-code"])
        let digit = Sample.faults(
            data: Sample.data.replacing("Air", with: "2Air"), metadata: Sample.metadata.replacing("Air", with: "2Air"))
        #expect(digit == ["meta:3:iCode index-leading-digit", "data:1:2Air index-leading-digit"])
        let reserved = Sample.faults(metadata: Sample.metadata + "NA,Time,Time,,,,,,,Other,,,,\n")
        #expect(reserved.contains("meta:10:iCode index-reserved-code"))
    }

    @Test func duplicateCode() {
        let list = Sample.list(metadata: Sample.metadata + "NA,Area,Area again,,,,,,,Denominator,,,,\n")
        #expect(list.map(\.code) == ["index-duplicate-code"])
        #expect(list.first?.arguments == ["found": "Area", "line": "8"])
    }

    @Test func noIndicators() {
        let header = Sample.metadata.prefix { $0 != "\n" }
        let faults = Sample.faults(data: "uCode\nA\nB\n", metadata: header + "\n")
        #expect(faults == ["meta index-no-indicators"])
    }

    /// Numbers with a word among them are text, unless the column is a known parameter.
    @Test func furtherColumnOfNumbersAndWords() throws {
        let metadata = try #require(Change("FALSE,NA", "perhaps,NA", "").applied(to: Sample.metadata))
        let tables = try Sample.read(metadata: metadata)
        #expect(tables.metadata[0].parameters["cap"] == nil)
        #expect(tables.texts["Income"]?["cap"] == "TRUE")
        #expect(tables.texts["Air"]?["cap"] == "perhaps")
    }
}
