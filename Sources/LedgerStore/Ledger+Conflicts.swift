import GRDB
public import StatisticalData

extension Ledger {
    /// Pairs of observations of one series and period that became known on one date and differ: two sources
    /// disagree. At most `limit` pairs.
    public func conflicts(limit: Int = 100) throws -> [(Observation, Observation)] {
        let keys = try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT series.indicator, series.transformation, series.area
                        FROM observation JOIN series ON series.id = observation.series
                        GROUP BY series, frequency, ordinal, count, known_day, known_precision
                        HAVING min(value) < max(value) LIMIT ?
                        """, arguments: [limit]
                ).compactMap { row in
                    Transformation(rawValue: row[1]).map {
                        SeriesKey(Indicator.ID(rawValue: row[0]), $0, in: Area.ID(rawValue: row[2]))
                    }
                }
            }
        }
        let pairs = try keys.sorted().flatMap { key in
            let vintages = try vintages(key, asKnownOn: nil).filter { $0.value != nil }
            return zip(vintages, vintages.dropFirst()).filter { first, second in
                first.period == second.period && first.knownOn == second.knownOn && first.value != second.value
            }
        }
        return Array(pairs.prefix(limit))
    }
}
