import Foundation
import GRDB
public import StatisticalData

extension Ledger {
    /// Adds a batch whole or not at all.
    ///
    /// - Parameters:
    ///   - batch: the file and its checksums.
    ///   - sources: the records it declares.
    ///   - body: writes the rows; what it throws, or faults it returns with an error among them, undoes everything.
    /// - Returns: the number of observations added.
    /// - Throws: `Faults` from `body`, `Fault` when the batch is already there or the disk is full.
    @discardableResult
    public func ingest(
        _ batch: BatchRecord, sources: [Source], rows body: (inout BatchWriter) throws -> Void
    ) throws -> Int {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.writeWithoutTransaction { db in
                var count = 0
                try db.inTransaction(.immediate) {
                    let isThere = try Bool.fetchOne(
                        db, sql: "SELECT EXISTS (SELECT * FROM batch WHERE file = ?)", arguments: [batch.file])
                    if isThere == true { throw Fault.batchAlreadyThere(batch.file) }
                    try db.execute(
                        sql: "INSERT INTO batch (file, sha256, record_sha256, observations) VALUES (?, ?, ?, 0)",
                        arguments: [batch.file, batch.sha256, batch.recordSHA256])
                    let number = db.lastInsertedRowID
                    for source in sources { try Self.insert(source, into: db) }
                    var writer = try BatchWriter(db, batch: number, file: batch.file)
                    try body(&writer)
                    count = writer.count
                    try db.execute(
                        sql: "UPDATE batch SET observations = ? WHERE id = ?", arguments: [count, number])
                    return .commit
                }
                return count
            }
        }
    }

    private static func insert(_ source: Source, into db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let record = String(decoding: try encoder.encode(source), as: UTF8.self)
        try db.execute(
            sql: """
                INSERT INTO source (slug, record) VALUES (?, ?)
                ON CONFLICT (slug) DO UPDATE SET record = excluded.record WHERE record <> excluded.record
                """,
            arguments: [source.id.rawValue, record])
    }

    /// Adds source records, or brings them up to date: they describe figures and are none.
    public func add(sources: [Source]) throws {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.write { db in
                for source in sources { try Self.insert(source, into: db) }
            }
        }
    }
}
