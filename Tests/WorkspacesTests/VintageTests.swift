import Foundation
import LedgerStore
import StatisticalData
import Studies
import Testing

@testable import Workspaces
import TestSupport

/// A correction is a new batch: it changes what uses it, and earlier views stay as they were.
struct VintageTests {
    private static let rows = """
        indicator,area,period,transformation,value,unit,known_on
        energy-per-gdp,320000,2017,annual-change,-6.00,%,2019

        """

    private static func addVintage(to folder: TemporaryFolder) throws {
        try folder.write(rows, to: "data/revision.csv")
        try folder.write(SmallWorkspace.record(source: "revision"), to: "data/revision.source.yaml")
    }

    /// Opens the workspace, and closes it again.
    private static func result(of study: String, in folder: TemporaryFolder) throws -> StudyResult {
        let open = try OpenWorkspace(at: folder.path)
        return try open.result(of: open.workspace.study(study))
    }

    private static func achieved(_ result: StudyResult) -> Double? {
        ResultIndex(result)["energy-per-gdp", "achieved", "320000", .year(2017)]?.number
    }

    /// By hand: 0.96 · 0.95 − 1 = −8.8 %, revised 0.96 · 0.94 − 1 = −9.76 %.
    @Test func revisionChangesTheNewestViewAlone() throws {
        try withSmallWorkspace { folder in
            let first = try Self.result(of: "plan", in: folder)
            #expect(abs((Self.achieved(first) ?? .nan) - -8.8) < 1e-9)
            try Self.addVintage(to: folder)
            let after = try OpenWorkspace(at: folder.path)
            #expect(after.ingestion.added.map(\.file) == ["data/revision.csv"])
            let study = try after.workspace.study("plan")
            #expect(abs((Self.achieved(try after.result(of: study)) ?? .nan) - -9.76) < 1e-9)
            let early = try after.result(of: study, asKnownOn: try #require(KnownDate("2018")))
            #expect(abs((Self.achieved(early) ?? .nan) - -8.8) < 1e-9)
            #expect(early.values.map(\.finding) == first.values.map(\.finding))
            let earlier = try after.result(of: study, asKnownOn: try #require(KnownDate("2017")))
            #expect(Self.achieved(earlier) == nil)
        }
    }

    @Test func viewsAsKnownAreNotStored() throws {
        try withSmallWorkspace { folder in
            let open = try OpenWorkspace(at: folder.path)
            _ = try open.result(of: open.workspace.study("plan"), asKnownOn: try #require(KnownDate("2018")))
            #expect(!folder.exists(Workspace.resultsFolder + "/plan.json"))
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            #expect(try ledger.studyRuns().isEmpty)
        }
    }

    @Test func onlyStudiesThatUseItAreStale() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            let runs = Dictionary(uniqueKeysWithValues: try ledger.studyRuns().map { ($0.study, $0) })
            let results = try folder.contents(of: Workspace.resultsFolder)
            try Self.addVintage(to: folder)
            let stale = try Workspace.verify(at: folder.path).faults.map { "\($0.place) \($0.code)" }
            #expect(
                stale.sorted() == ["growth", "plan"].map { Workspace.resultsFolder + "/\($0).json result-stale" })
            #expect(try faultsOfRun(in: folder).isEmpty)
            let now = Dictionary(uniqueKeysWithValues: try ledger.studyRuns().map { ($0.study, $0) })
            #expect(now["index"] == runs["index"])
            #expect(now["plan"]?.inputsSHA256 != runs["plan"]?.inputsSHA256)
            #expect(now["growth"]?.inputsSHA256 != runs["growth"]?.inputsSHA256)
            let after = try folder.contents(of: Workspace.resultsFolder)
            #expect(Set(after.keys.filter { after[$0] != results[$0] }) == ["plan.json", "growth.json"])
        }
    }

    /// A current result is read, not computed and written again.
    @Test func currentResultIsNotWrittenAgain() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let file = folder.path(Workspace.resultsFolder + "/index.json")
            let long = Date(timeIntervalSince1970: 1_000_000_000)
            try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: file)
            try Self.addVintage(to: folder)
            #expect(try faultsOfRun(in: folder).isEmpty)
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == long)
        }
    }
}
