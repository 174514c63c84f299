import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Figures as they were when the workspace was opened, and the state of its files.
struct LedgerFiguresTests {
    private static let later = """
        indicator,area,period,value,unit
        energy-per-gdp,320000,2021,-1.5,%

        """
    private static let record = """
        sources:
          - id: later
            publisher: {en: Office, zh: 单位}
            title: {en: Bulletin, zh: 公报}
            licence: {en: public, zh: 公开}
            trust: unverified
        defaults: {source: later, known-on: 2022-06, revision: final, transformation: annual-change}

        """

    @Test func batchesAddedLaterAreNotSeen() throws {
        try withTemporaryFolder { folder in
            let path = folder.path("w")
            _ = try WorkspaceTemplate.copy("jiangsu", to: path)
            let before = try OpenWorkspace(at: path).figures()
            try folder.write(Self.later, to: "w/data/later.csv")
            try folder.write(Self.record, to: "w/data/later.source.yaml")
            let after = try OpenWorkspace(at: path).figures()
            let key = SeriesKey("energy-per-gdp", .annualChange, in: "320000")
            func years(_ figures: LedgerFigures) throws -> [String] {
                try figures.series(key, asKnownOn: nil).map(\.period.description)
            }
            #expect(try years(before).contains("2020") && !years(before).contains("2021"))
            #expect(try years(after) == years(before) + ["2021"])
            #expect(before.series.contains(key) && before.series == before.series.sorted())
            #expect(try !before.arrivals().contains { $0.file == "data/later.csv" })
            #expect(try after.arrivals().filter { $0.file == "data/later.csv" }.map(\.figures) == [1])
            let total = try after.arrivals().map(\.figures).reduce(0, +)
            #expect(try OpenWorkspace(at: path).observations().count == total)
        }
    }

    /// Every change of a file is another state; what is derived or hidden does not count.
    @Test func stateTellsChanges() throws {
        try withTemporaryFolder { folder in
            try folder.write("a", to: "w/greenprint.yaml")
            try folder.write("b", to: "w/tables/cn/x.csv")
            func state() -> WorkspaceState { WorkspaceState(ofWorkspaceAt: folder.path("w")) }
            let first = state()
            #expect(state() == first)
            try folder.write("x", to: "w/.greenprint/ledger.sqlite")
            #expect(state() == first)
            try folder.write("bb", to: "w/tables/cn/x.csv")
            let second = state()
            #expect(second != first)
            try folder.write("c", to: "w/data/new.csv")
            #expect(state() != second)
            try folder.remove("w/data/new.csv")
            #expect(state() == second)
        }
    }
}
