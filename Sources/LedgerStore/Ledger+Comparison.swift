import Foundation
import GRDB
import StatisticalData

extension Ledger {
    /// Batches in which this ledger and the one at `otherPath` differ, observation by observation.
    ///
    /// Both are compared as sets by the database itself, so memory stays flat.
    public func differingBatches(fromLedgerAt otherPath: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: otherPath) else {
            throw Fault("ledger-cannot-open", at: Place(file: otherPath), ["found": "-"])
        }
        return try Fault.describingDatabase(otherPath) {
            try writer.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS other", arguments: [otherPath])
                defer { try? db.execute(sql: "DETACH DATABASE other") }
                let here = Self.content(of: "main")
                let there = Self.content(of: "other")
                let batch = "SELECT file, sha256, observations FROM"
                return try String.fetchAll(
                    db,
                    sql: """
                        SELECT file FROM (\(here) EXCEPT \(there)) UNION SELECT file FROM (\(there) EXCEPT \(here))
                        UNION SELECT file FROM (\(batch) main.batch EXCEPT \(batch) other.batch)
                        UNION SELECT file FROM (\(batch) other.batch EXCEPT \(batch) main.batch)
                        ORDER BY file
                        """)
            }
        }
    }

    /// Whether the database file is sound by SQLite's own check and keeps its references.
    public func isSound() throws -> Bool {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                let report = try String.fetchAll(db, sql: "PRAGMA integrity_check")
                let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
                return report == ["ok"] && broken.isEmpty
            }
        }
    }

    /// Every observation with names in the place of numbers.
    private static func content(of schema: String) -> String {
        """
        SELECT batch.file, batch.sha256, batch.observations, line, indicator, transformation, area, frequency, ordinal,
            count, known_day, known_precision, source.slug, source.record, value, decimals, unit.symbol, qualifier,
            revision, trust, note_en, note_zh
        FROM \(schema).observation
            JOIN \(schema).series ON series.id = observation.series
            JOIN \(schema).source ON source.id = observation.source
            JOIN \(schema).unit ON unit.id = observation.unit
            JOIN \(schema).batch ON batch.id = observation.batch
        """
    }
}
