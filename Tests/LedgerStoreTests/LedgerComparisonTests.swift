import Foundation
import GRDB
import StatisticalData
import Testing

@testable import LedgerStore

/// Two ledgers made from the same files hold the same; one figure altered is found.
struct LedgerComparisonTests {
    /// Three batches that share series, units and sources.
    static func observations() throws -> [Observation] {
        var observations: [Observation] = []
        for (number, name) in ["a", "b", "c"].enumerated() {
            for line in 2..<20 {
                let key = SeriesKey(Indicator.ID("x\(line % 4)"), in: Area.ID("\(line % 3)"))
                let note = line == 7 ? LocalisedText(en: "note", zh: "注") : nil
                observations.append(
                    try .sample(
                        line == 5 ? nil : Double(line) / 10, key, period: .year(2000 + 20 * number + line),
                        unit: line % 2 == 0 ? .percent : .one, source: line % 5 == 0 ? "report" : "bulletin",
                        note: note,
                        file: "data/\(name).csv", line: line))
            }
        }
        return observations
    }

    /// A ledger at `path` with the batches in another order.
    static func makeReversed(at path: String) throws {
        let observations = try observations()
        let ledger = try Ledger(path: path)
        for file in ["data/c.csv", "data/b.csv", "data/a.csv"] {
            try ledger.add(observations.filter { $0.place.file == file }.reversed())
        }
        try ledger.close()
    }

    @Test func orderOfBatchesDoesNotMatter() throws {
        try withTemporaryPath { path in
            try Self.makeReversed(at: path)
            let ledger = try Ledger()
            try ledger.add(try Self.observations())
            #expect(try ledger.differingBatches(fromLedgerAt: path) == [])
            // The other ledger is let go of, so that the comparison can be made again.
            #expect(try ledger.differingBatches(fromLedgerAt: path) == [])
        }
    }

    @Test(arguments: [
        "UPDATE observation SET value = 9.9 WHERE line = 3", "UPDATE observation SET value = NULL WHERE line = 3",
        "UPDATE observation SET value = 0.5 WHERE line = 5",
        "UPDATE observation SET value = value + 1e-15 WHERE line = 3",
        "UPDATE observation SET note_en = 'other' WHERE line = 7",
        "UPDATE observation SET note_zh = NULL WHERE line = 7",
        "UPDATE observation SET revision = 0 WHERE line = 3", "UPDATE observation SET trust = 0 WHERE line = 3",
        "UPDATE observation SET qualifier = 1 WHERE line = 3", "UPDATE observation SET decimals = 5 WHERE line = 3",
        "UPDATE observation SET known_day = known_day - 1 WHERE line = 3",
        "UPDATE observation SET ordinal = 1999 WHERE line = 3",
        "UPDATE observation SET unit = (SELECT max(id) FROM unit WHERE id <> unit) WHERE line = 3",
        "DELETE FROM observation WHERE line = 3", "UPDATE observation SET line = 99 WHERE line = 3",
    ])
    func oneChangeIsNamed(sql: String) throws {
        try withTemporaryPath { path in
            try Self.makeReversed(at: path)
            let database = try DatabaseQueue(path: path)
            try database.write { db in
                try db.execute(sql: sql + " AND batch = (SELECT id FROM batch WHERE file = 'data/b.csv')")
                #expect(db.changesCount == 1)
            }
            try database.close()
            let ledger = try Ledger()
            try ledger.add(try Self.observations())
            #expect(try ledger.differingBatches(fromLedgerAt: path) == ["data/b.csv"])
        }
    }

    @Test func batchesOfOneOnly() throws {
        try withTemporaryPath { path in
            try Self.makeReversed(at: path)
            let ledger = try Ledger()
            try ledger.add(try Self.observations().filter { $0.place.file != "data/a.csv" })
            try ledger.add([.sample(1, file: "data/d.csv")])
            #expect(try ledger.differingBatches(fromLedgerAt: path) == ["data/a.csv", "data/d.csv"])
        }
    }

    /// A batch without observations is a batch.
    @Test func emptyBatches() throws {
        try withTemporaryPath { path in
            try Ledger(path: path).close()
            let ledger = try Ledger()
            try ledger.ingest(.sample("data/empty.csv"), sources: []) { _ in }
            #expect(try ledger.differingBatches(fromLedgerAt: path) == ["data/empty.csv"])
        }
    }

    /// A comparison with nothing is a fault that names the file compared with, and makes no file.
    @Test func comparisonWithAMissingFile() throws {
        try withTemporaryPath { path in
            let ledger = try Ledger()
            try ledger.add([.sample(1)])
            let fault = try #require(throws: Fault.self) { try ledger.differingBatches(fromLedgerAt: path) }
            #expect(fault.place.file == path)
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(try ledger.series(.energyIntensity, asKnownOn: nil).count == 1)
        }
    }
}
