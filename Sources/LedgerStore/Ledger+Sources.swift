import GRDB
public import StatisticalData

extension Ledger {
    /// The series of which any figure comes from one of the sources.
    public func series(from sources: Set<Source.ID>) throws -> Set<SeriesKey> {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                var found: Set<SeriesKey> = []
                for source in sources {
                    let rows = try Row.fetchAll(
                        db,
                        sql: """
                            SELECT DISTINCT indicator, transformation, area FROM series
                                JOIN observation ON observation.series = series.id
                                JOIN source ON source.id = observation.source
                            WHERE source.slug = ?
                            """,
                        arguments: [source.rawValue])
                    for row in rows {
                        let (indicator, word, area): (String, String, String) = (row[0], row[1], row[2])
                        guard let transformation = Transformation(rawValue: word) else { continue }
                        found.insert(SeriesKey(Indicator.ID(indicator), transformation, in: Area.ID(area)))
                    }
                }
                return found
            }
        }
    }
}
