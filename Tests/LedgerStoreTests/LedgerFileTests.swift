import Foundation
import GRDB
import StatisticalData
import Testing

@testable import LedgerStore

/// Ledgers on disk: opened again, opened twice, and files that are no ledgers.
struct LedgerFileTests {
    @Test func reopeningKeepsEverything() throws {
        try withTemporaryPath { path in
            let ledger = try Ledger(path: path)
            try ledger.add([.sample(-3.05), .sample(nil, period: .year(2018), line: 3)])
            try ledger.record(StudyRun(study: "s", inputsSHA256: digest("1"), resultSHA256: digest("2")))
            let observations = try ledger.observations(ofBatch: "data/a.csv")
            try ledger.close()
            for _ in 0..<2 {
                let again = try Ledger(path: path)
                #expect(try again.observations(ofBatch: "data/a.csv") == observations)
                #expect(try again.studyRuns().map(\.study) == ["s"])
                #expect(again.path == path)
                try again.close()
            }
        }
    }

    /// One connection reads while another writes; what is committed is seen, what is not is not.
    @Test func twoConnections() throws {
        try withTemporaryPath { path in
            let (one, other) = (try Ledger(path: path), try Ledger(path: path))
            try one.add([.sample(1)])
            #expect(try other.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1])
            try other.ingest(.sample("data/b.csv"), sources: []) { writer in
                try writer.add(try .sample(2, period: .year(2018), file: "data/b.csv"))
                #expect(try one.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1])
            }
            #expect(try one.series(.energyIntensity, asKnownOn: nil).map(\.value) == [2, 1])
            #expect(try one.isSound())
        }
    }

    /// Programs started at the same time in a new workspace all get a ledger.
    @Test func manyOpenersOfANewFile() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for round in 0..<20 {
            let path = folder.appending(path: "ledger-\(round).sqlite").path
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        let ledger = try Ledger(path: path)
                        #expect(try ledger.batches().isEmpty)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: [
        "not a database, but long enough to have a header: " + String(repeating: "x", count: 4096), "indicator,area\n",
    ])
    func notADatabase(text: String) throws {
        try withTemporaryPath { path in
            try Data(text.utf8).write(to: URL(filePath: path))
            let fault = try #require(throws: Fault.self) { try Ledger(path: path) }
            #expect(fault.code == "ledger-damaged")
            #expect(fault.place.file == path)
            #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
        }
    }

    /// The database of another program is left alone.
    @Test func databaseOfAnotherProgram() throws {
        try withTemporaryPath { path in
            let database = try DatabaseQueue(path: path)
            try database.write {
                try $0.execute(sql: "CREATE TABLE bookmark (address TEXT); INSERT INTO bookmark VALUES ('x')")
            }
            try database.close()
            #expect(throws: Fault.self) { try Ledger(path: path) }
            let again = try DatabaseQueue(path: path)
            #expect(try again.read { try !$0.tableExists("observation") })
        }
    }

    @Test func newerSchema() throws {
        try withTemporaryPath { path in
            try Ledger(path: path).close()
            let database = try DatabaseQueue(path: path)
            try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of the future')") }
            try database.close()
            let fault = try #require(throws: Fault.self) { try Ledger(path: path) }
            #expect(fault.code == "ledger-too-new")
            #expect(fault.place.file == path)
        }
    }

    @Test func foldersThatAreNotThere() throws {
        try withTemporaryPath { path in
            let folder = URL(filePath: path).deletingLastPathComponent().path
            for wrong in [path + "/nowhere/ledger.sqlite", folder] {
                let code = try faultCode { _ = try Ledger(path: wrong) }
                #expect(code == "ledger-cannot-open")
            }
        }
    }

    /// Bytes in the middle of the file overwritten: a fault or an answer, and `isSound` tells.
    @Test func damagedFile() throws {
        try withTemporaryPath { path in
            let ledger = try Ledger(path: path)
            try ledger.add((2..<2000).map { try .sample(1, period: .year(1000 + $0), line: $0) })
            _ = try ledger.writer.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try ledger.close()
            var bytes = try Data(contentsOf: URL(filePath: path))
            for position in (bytes.count / 2)..<(bytes.count * 3 / 4) { bytes[position] = 0x5A }
            try bytes.write(to: URL(filePath: path))
            do {
                let damaged = try Ledger(path: path)
                #expect(try !damaged.isSound())
            } catch let fault as Fault {
                #expect(fault.code == "ledger-damaged")
            }
        }
    }

    /// Reading only: the same answers, no change to the file, no file made.
    @Test func readingOnly() throws {
        try withTemporaryPath { path in
            #expect(throws: Fault.self) { try Ledger(readingAt: path) }
            #expect(!FileManager.default.fileExists(atPath: path))
            let ledger = try Ledger(path: path)
            try ledger.add([.sample(1)])
            let reading = try Ledger(readingAt: path)
            #expect(try reading.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1])
            #expect(throws: Fault.self) { try reading.add([.sample(2, file: "data/b.csv")]) }
            #expect(throws: Fault.self) { try reading.add(sources: [.sample("new")]) }
            #expect(try ledger.batches().count == 1)
        }
    }

    /// A database without the tables of a ledger is not made one by reading it.
    @Test func readingOnlyWhatIsNoLedger() throws {
        try withTemporaryPath { path in
            let database = try DatabaseQueue(path: path)
            try database.write { try $0.execute(sql: "CREATE TABLE bookmark (address TEXT)") }
            #expect(throws: Fault.self) { try Ledger(readingAt: path) }
            try database.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT)") }
            try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of the future')") }
            let code = try faultCode { _ = try Ledger(readingAt: path) }
            #expect(code == "ledger-too-new")
        }
    }

    @Test func removingFiles() throws {
        try withTemporaryPath { path in
            try Ledger(path: path).add([.sample(1)])
            Ledger.removeFiles(at: path)
            #expect(
                try FileManager.default.contentsOfDirectory(
                    atPath: URL(filePath: path).deletingLastPathComponent().path) == [])
            #expect(try Ledger(path: path).batches().isEmpty)
        }
    }

    private func digest(_ digit: Character) -> String { String(repeating: digit, count: 64) }
}
