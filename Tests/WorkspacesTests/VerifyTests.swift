import Foundation
import GRDB
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// What `verify` must notice, each told with the file it concerns; `rebuild` sets it right.
struct VerifyTests {
    private static let result = Workspace.resultsFolder + "/index.json"

    /// A workspace with results, then changed: the fault, and after `rebuild` none.
    private static func expect(
        _ code: String, at file: String, rebuilt: Bool = true, after change: (TemporaryFolder) throws -> Void
    ) throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let fresh = try Workspace.verify(at: folder.path)
            #expect(fresh.faults.isEmpty)
            #expect(fresh.batches == 2)
            #expect(fresh.results == 3)
            try change(folder)
            let before = try folder.contents(of: Workspace.resultsFolder)
            let faults = try Workspace.verify(at: folder.path).faults
            #expect(faults.map(\.code).contains(code), "\(faults.map { "\($0.place) \($0.code)" })")
            #expect(faults.contains { $0.place.file == file }, "\(faults.map { "\($0.place) \($0.code)" })")
            #expect(try folder.contents(of: Workspace.resultsFolder) == before, "verify must not mend")
            guard rebuilt else { return }
            _ = try Workspace.rebuild(at: folder.path)
            #expect(try Workspace.verify(at: folder.path).faults.isEmpty)
        }
    }

    private static func execute(_ statement: String, in folder: TemporaryFolder) throws {
        let queue = try DatabaseQueue(path: folder.path(Workspace.ledgerFile))
        try queue.write { db in
            try db.execute(sql: statement)
            try #require(db.changesCount > 0, "the statement must change something")
        }
        try queue.close()
    }

    /// Any byte: the first, one amid the figures, the last.
    @Test(arguments: [0.0, 0.3, 0.7, 1.0]) func aByteOfAResult(_ position: Double) throws {
        try Self.expect("result-changed", at: Self.result) { folder in
            let last = try folder.bytes(Self.result).count - 1
            try folder.flipBit(ofByte: Int(Double(last) * position), in: Self.result)
        }
    }

    @Test func aResultRemoved() throws {
        try Self.expect("result-missing", at: Self.result) { try $0.remove(Self.result) }
    }

    @Test func aResultEmptied() throws {
        try Self.expect("result-changed", at: Self.result) { try $0.write("", to: Self.result) }
    }

    @Test func aResultAdded() throws {
        let file = Workspace.resultsFolder + "/other.json"
        try Self.expect("result-unrecorded", at: file) { try $0.write("{}", to: file) }
    }

    @Test func aStudyEdited() throws {
        try Self.expect("result-stale", at: Self.result) {
            try $0.replace("{en: Index, zh: 指数}", by: "{en: Index 2, zh: 指数}", in: "studies/index.yaml")
        }
    }

    @Test func aFrameworkEdited() throws {
        try Self.expect("result-stale", at: Self.result) {
            try $0.replace("index,B,乙", by: "index,B,丙", in: "frameworks/index.csv")
        }
    }

    @Test func aStudyRemoved() throws {
        try Self.expect("result-stale", at: Workspace.resultsFolder + "/growth.json") {
            try $0.remove("studies/growth.yaml")
        }
    }

    @Test func aByteOfABatch() throws {
        try Self.expect("batch-changed", at: "data/scores.csv", rebuilt: false) { folder in
            let digits = try #require(try folder.text("data/scores.csv").utf8.firstIndex(of: UInt8(ascii: "8")))
            let offset = try folder.text("data/scores.csv").utf8.distance(from: "".utf8.startIndex, to: digits)
            try folder.flipBit(ofByte: offset, in: "data/scores.csv")
        }
    }

    static let statements = [
        "UPDATE observation SET value = 81 WHERE value = 80", "UPDATE observation SET value = NULL WHERE value = 80",
        "UPDATE observation SET value = 80.00000000000001 WHERE value = 80",
        "UPDATE observation SET trust = 0 WHERE value = 80",
        "UPDATE observation SET known_day = known_day + 1 WHERE value = 80",
        "UPDATE observation SET line = 3 WHERE value = 80", "UPDATE observation SET decimals = 2 WHERE value = 80",
        "UPDATE observation SET note_en = 'x' WHERE value = 80", "DELETE FROM observation WHERE value = 80",
        "UPDATE batch SET observations = 3 WHERE file = 'data/scores.csv'",
    ]

    @Test(arguments: statements) func theLedgerAltered(_ statement: String) throws {
        try Self.expect("ledger-differs", at: "data/scores.csv") { try Self.execute(statement, in: $0) }
    }

    /// A result and its checksum altered together agree with each other, not with the figures.
    @Test func aResultAlteredWithItsChecksum() throws {
        try Self.expect("result-differs", at: Self.result) { folder in
            try folder.replace("指数", by: "指標", in: Self.result)
            let checksum = Checksum.sha256(try folder.bytes(Self.result))
            try Self.execute("UPDATE study_run SET result_sha256 = '\(checksum)' WHERE study = 'index'", in: folder)
        }
    }
}
