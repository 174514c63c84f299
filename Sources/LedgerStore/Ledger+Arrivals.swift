import GRDB
public import StatisticalData

/// Figures of one batch that became known on one date.
public struct Arrival: Hashable, Sendable {
    /// The batch.
    public let file: String
    /// The date.
    public let knownOn: KnownDate
    /// How many figures.
    public let figures: Int
}

extension Ledger {
    /// What became known when, the newest first, batches of one date in the order of their names.
    public func arrivals() throws -> [Arrival] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT batch.file, known_day, known_precision, count(*) FROM observation
                        JOIN batch ON batch.id = observation.batch
                        GROUP BY batch.file, known_day, known_precision
                        ORDER BY known_day DESC, known_precision DESC, batch.file
                        """
                ).compactMap { row in
                    KnownDate.Precision(rawValue: row[2]).map {
                        Arrival(
                            file: row[0], knownOn: KnownDate(latestDay: row[1], precision: $0), figures: row[3])
                    }
                }
            }
        }
    }
}
