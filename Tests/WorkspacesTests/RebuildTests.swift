import Foundation
import LedgerStore
import StatisticalData
import Studies
import Testing

@testable import Workspaces
import TestSupport

/// Rebuilds, and closes the workspace after `body`.
private func withOpenWorkspace<Value>(
    rebuilding folder: TemporaryFolder, _ body: (OpenWorkspace) throws -> Value
) throws -> Value {
    try body(try Workspace.rebuild(at: folder.path))
}

/// The derived folder can be lost or damaged at any time and comes back the same from the files.
struct RebuildTests {
    @Test func resultsAreTheSameBytes() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let results = try folder.contents(of: Workspace.resultsFolder)
            #expect(results.count == 3)
            _ = try Workspace.rebuild(at: folder.path)
            #expect(try folder.contents(of: Workspace.resultsFolder) == results)
            try folder.remove(Workspace.derivedFolder)
            #expect(try faultsOfRun(in: folder).isEmpty)
            #expect(try folder.contents(of: Workspace.resultsFolder) == results)
        }
    }

    /// Opening the workspace on the new ledger finds every batch there: none was lost on the way to its place.
    @Test func theNewLedgerIsComplete() throws {
        try withSmallWorkspace { folder in
            let ingestion = try withOpenWorkspace(rebuilding: folder) { $0.ingestion }
            #expect(ingestion.added.isEmpty)
            #expect(ingestion.unchanged == 2)
        }
    }

    /// Nothing is left beside ledger, results and lock once the workspace is closed.
    @Test func nothingIsLeftBehind() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let files = Set(
                try folder.contents(of: Workspace.derivedFolder).keys.filter { !$0.hasPrefix("ledger.sqlite-") })
            _ = try Workspace.rebuild(at: folder.path)
            _ = try Workspace.verify(at: folder.path)
            let after = Set(
                try folder.contents(of: Workspace.derivedFolder).keys.filter { !$0.hasPrefix("ledger.sqlite-") })
            #expect(after == files)
        }
    }

    static let damage: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
        ("garbage", { try $0.write(String(repeating: "no ledger ", count: 1000), to: Workspace.ledgerFile) }),
        ("garbage in the first page", { try $0.flipBit(ofByte: 3, in: Workspace.ledgerFile) }),
        (
            "cut off",
            { folder in
                let bytes = try folder.bytes(Workspace.ledgerFile)
                try folder.write(bytes.prefix(bytes.count / 2), to: Workspace.ledgerFile)
            }
        ),
        (
            "garbage amid the pages",
            { folder in
                var bytes = try folder.bytes(Workspace.ledgerFile)
                for page in 1..<bytes.count / 4096 { bytes[page * 4096] ^= 0xFF }
                try folder.write(bytes, to: Workspace.ledgerFile)
            }
        ),
    ]

    @Test(arguments: damage.indices) func damagedLedgerIsToldAndMended(_ index: Int) throws {
        let (what, harm) = Self.damage[index]
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let results = try folder.contents(of: Workspace.resultsFolder)
            for ending in ["-wal", "-shm"] { try? folder.remove(Workspace.ledgerFile + ending) }
            try harm(folder)
            let codes = Set(["ledger-damaged", "ledger-io"])
            #expect(!codes.isDisjoint(with: try Workspace.check(at: folder.path).map(\.code)), "check, \(what)")
            #expect(!codes.isDisjoint(with: try faultsOfRun(in: folder).map(\.code)), "run, \(what)")
            _ = try Workspace.rebuild(at: folder.path)
            #expect(try Workspace.verify(at: folder.path).faults.isEmpty, "\(what)")
            #expect(try folder.contents(of: Workspace.resultsFolder) == results)
        }
    }

    /// A change of a batch that is meant: told until the rebuild, taken by it.
    @Test func takesMeantChanges() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            try folder.replace("80.0", by: "88.0", in: "data/scores.csv")
            let result = try withOpenWorkspace(rebuilding: folder) { try $0.result(of: $0.workspace.study("index")) }
            // By hand: (3 · 88 + 1 · 60) / 4 = 81.
            #expect(ResultIndex(result)["index", "score", "110000", .year(2016)]?.number == 81)
            #expect(try Workspace.verify(at: folder.path).faults.isEmpty)
        }
    }

    @Test func aFaultyBatchLeavesTheOldLedger() throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let batches = try Ledger(path: folder.path(Workspace.ledgerFile)).batches()
            let results = try folder.contents(of: Workspace.resultsFolder)
            try folder.replace("80.0", by: "x", in: "data/scores.csv")
            #expect(throws: Faults.self) { try Workspace.rebuild(at: folder.path) }
            #expect(try Ledger(path: folder.path(Workspace.ledgerFile)).batches() == batches)
            #expect(try folder.contents(of: Workspace.resultsFolder) == results)
            #expect(!folder.exists(Workspace.derivedFolder + "/rebuild.sqlite"))
        }
    }
}
