import Foundation
import GRDB
import StatisticalData

/// The ledger of a workspace: every observation of every batch, indexed by series, period and vintage.
///
/// An SQLite database in write-ahead mode. It is derived from the batch files and can be made anew from them at any
/// time. Batches are immutable: they are added whole, in one transaction, and never changed.
public final class Ledger: Sendable {
    /// The path of the database; `nil` in memory.
    public let path: String?
    let writer: any DatabaseWriter

    /// Opens the ledger at `path`, making it or bringing its schema up to date.
    ///
    /// - Throws: `Fault` when the file is no ledger, is damaged, was made by a newer program, or the disk is full.
    public init(path: String) throws {
        self.path = path
        writer = try Fault.describingDatabase(path) { try Ledger.openPool(path) }
        try migrate()
    }

    /// Opens the database in write-ahead mode. While another program switches a new file to that mode SQLite answers
    /// "busy" without waiting, so the wait is ours: half a minute at most.
    private static func openPool(_ path: String) throws -> DatabasePool {
        for _ in 0..<600 {
            do {
                return try DatabasePool(path: path, configuration: configuration())
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                usleep(50_000)
            }
        }
        return try DatabasePool(path: path, configuration: configuration())
    }

    /// Opens the ledger at `path` for reading only: nothing in the file is changed, not even its schema.
    ///
    /// - Throws: `Fault` when the file is no ledger, is damaged, or has another schema than this program's.
    public init(readingAt path: String) throws {
        self.path = path
        var configuration = Ledger.configuration()
        configuration.readonly = true
        let address = Ledger.readingAddress(path)
        writer = try Fault.describingDatabase(path) { try DatabaseQueue(path: address, configuration: configuration) }
        let migrator = LedgerSchema.migrator
        try Fault.describingDatabase(path) {
            if try writer.read(migrator.hasBeenSuperseded) { throw Fault.ledgerTooNew(path) }
            guard try writer.read(migrator.hasCompletedMigrations) else { throw Fault.ledgerDamaged(path) }
        }
    }

    /// The address under which SQLite reads a file without making others beside it: as one that does not change, which
    /// holds as long as its write-ahead log is empty.
    private static func readingAddress(_ path: String) -> String {
        let log = (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
        let url = URL(fileURLWithPath: path).absoluteString
        return log == 0 ? url + "?immutable=1" : path
    }

    /// A ledger in memory.
    public init() throws {
        path = nil
        writer = try DatabaseQueue(configuration: Ledger.configuration())
        try migrate()
    }

    /// Closes the database files; everything then stands in the main file, and the write-ahead log is empty.
    public func close() throws {
        try Fault.describingDatabase(path ?? ":memory:") {
            if path != nil {
                try writer.writeWithoutTransaction { db in
                    db.clearSchemaCache()
                    _ = try db.checkpoint(.truncate)
                }
            }
            try writer.close()
        }
    }

    private func migrate() throws {
        let migrator = LedgerSchema.migrator
        try Fault.describingDatabase(path ?? ":memory:") {
            if try writer.read(migrator.hasBeenSuperseded) {
                throw Fault.ledgerTooNew(path ?? ":memory:")
            }
            let isForeign = try writer.read { db in
                try !db.tableExists("grdb_migrations")
                    && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") != 0
            }
            if isForeign { throw Fault.notALedger(path ?? ":memory:") }
            do {
                try migrator.migrate(writer)
            } catch let error as DatabaseError {
                // Another program may have made the tables between our look and our turn.
                guard try writer.read(migrator.hasCompletedMigrations) else { throw error }
            }
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.label = "ledger"
        return configuration
    }
}
