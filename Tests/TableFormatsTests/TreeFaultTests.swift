import StatisticalData
import TableFormats
import Testing

/// Every rule for the tree of indicators and aggregates, broken once.
@Suite struct TreeFaultTests {
    static let changes = [
        Change("NA,Nature,Ind", "NA,NA,Ind", "meta:3:Parent index-missing-parent", "meta:5:iCode index-no-parts"),
        Change("NA,Nature,Ind", "NA,Natura,Ind", "meta:3:Parent index-unknown-parent", "meta:5:iCode index-no-parts"),
        Change("NA,Nature,Ind", "NA,Area,Ind", "meta:3:Parent index-parent-kind", "meta:5:iCode index-no-parts"),
        Change("NA,Nature,Ind", "NA,Index,Ind", "meta:3:Parent index-parent-level", "meta:5:iCode index-no-parts"),
        Change("2,Nature", "3,Nature", "meta:3:Parent index-parent-level", "meta:5:Parent index-parent-level"),
        Change(
            "3,Index", "4,Index", "meta:4:Parent index-parent-level", "meta:5:Parent index-parent-level",
            "meta:6:Level index-level-gap"),
        Change(
            "2,Nature,Nature,1,0.5,NA,NA,NA,Index", "3,Nature,Nature,1,0.5,NA,NA,NA,NA",
            "meta:3:Parent index-parent-level", "meta:6:Parent index-second-root"),
        Change(
            "index,1,1,NA,NA,NA,NA", "index,1,1,NA,NA,NA,Nature",
            "meta index-no-root", "meta:5:Parent index-cycle", "meta:6:Parent index-cycle"),
        Change(
            "index,1,1,NA,NA,NA,NA", "index,1,1,NA,NA,NA,Index",
            "meta index-no-root", "meta:6:Parent index-cycle"),
        Change("dust,-1,1", "dust,-1,0", "meta:5:iCode index-weightless-parts"),
        Change("Region,NA,NA,NA,NA,NA,NA", "Region,NA,NA,NA,NA,NA,Index", "meta:7:Parent index-parent-outside-tree"),
    ]

    @Test(arguments: changes) func tree(_ change: Change) throws {
        let metadata = try #require(change.applied(to: Sample.metadata))
        #expect(Sample.faults(metadata: metadata) == change.faults)
    }

    @Test func suggestion() throws {
        let change = Change("NA,Nature,Ind", "NA,Natura,Ind", "")
        let list = Sample.list(metadata: try #require(change.applied(to: Sample.metadata)))
        let fault = try #require(list.first)
        #expect(fault.arguments == ["element": "Air", "parent": "Natura", "nearest": "Nature"])
    }

    /// A chain of many aggregates is looked at in one pass.
    @Test func longChain() throws {
        var metadata = "Level,iCode,Direction,Weight,Parent,Type\n1,I,1,1,A2,Indicator\n"
        for level in 2..<3000 { metadata += "\(level),A\(level),1,1,A\(level + 1),Aggregate\n" }
        metadata += "3000,A3000,1,1,NA,Aggregate\n"
        let tables = try Sample.read(data: "uCode,I\nA,1\nB,2\n", metadata: metadata)
        #expect(tables.metadata.count == 3000)
    }
}
