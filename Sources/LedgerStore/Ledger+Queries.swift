import Foundation
import GRDB
public import StatisticalData

extension Ledger: ObservationProvider {
    /// The newest vintage of each period of a series, as known on a date.
    public func series(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        var newest: [Observation] = []
        for observation in try vintages(key, asKnownOn: known) {
            if let last = newest.last, last.period == observation.period {
                if Vintages.precedes(last, observation) { newest[newest.count - 1] = observation }
            } else {
                newest.append(observation)
            }
        }
        return newest
    }

    /// Every vintage of a series known by a date, in the order of periods, then of the dates known.
    public func vintages(_ key: SeriesKey, asKnownOn known: KnownDate?) throws -> [Observation] {
        try observations(
            where: """
                series.indicator = ? AND series.transformation = ? AND series.area = ? AND observation.known_day <= ?
                """,
            arguments: [
                key.indicator.rawValue, key.transformation.rawValue, key.area.rawValue,
                known?.latestDay ?? Int.max,
            ]
        ).sorted { ($0.period, $0.knownOn, $0.place) < ($1.period, $1.knownOn, $1.place) }
    }

    /// The observations of a batch, in the order of its rows.
    public func observations(ofBatch file: String) throws -> [Observation] {
        try observations(where: "batch.file = ?", arguments: [file]).sorted { $0.place < $1.place }
    }

    func observations(where condition: String, arguments: StatementArguments) throws -> [Observation] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT series.indicator, series.transformation, series.area, frequency, ordinal, count,
                            known_day, known_precision, source.slug, value, decimals, unit.symbol, qualifier,
                            revision, trust, note_en, note_zh, batch.file, line
                        FROM series
                            JOIN observation ON observation.series = series.id
                            JOIN source ON source.id = observation.source
                            JOIN unit ON unit.id = observation.unit
                            JOIN batch ON batch.id = observation.batch
                        WHERE \(condition)
                        """)
                let rows = try Row.fetchCursor(statement, arguments: arguments)
                var found: [Observation] = []
                while let row = try rows.next() { found.append(try Observation(row)) }
                return found
            }
        }
    }

    /// The batches, in the order they were added.
    public func batches() throws -> [BatchRecord] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM batch ORDER BY id").map { row in
                    BatchRecord(
                        file: row["file"], sha256: row["sha256"], recordSHA256: row["record_sha256"],
                        observations: row["observations"])
                }
            }
        }
    }

    /// The sources, by slug.
    public func sources() throws -> [Source] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try String.fetchAll(db, sql: "SELECT record FROM source ORDER BY slug").map { record in
                    try JSONDecoder().decode(Source.self, from: Data(record.utf8))
                }
            }
        }
    }

    /// The number of observations of each source that has any.
    public func observationCounts() throws -> [Source.ID: Int] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT source.slug, count(*) AS number FROM observation
                        JOIN source ON source.id = observation.source GROUP BY source.slug
                        """)
                return Dictionary(uniqueKeysWithValues: rows.map { (Source.ID(rawValue: $0["slug"]), $0["number"]) })
            }
        }
    }
}

extension Observation {
    /// An observation from a row of the query above.
    fileprivate init(_ row: Row) throws {
        let place = Place(file: row[17], line: row[18])
        guard let transformation = Transformation(rawValue: row[1]), let frequency = Period.Frequency(rawValue: row[3]),
            let precision = KnownDate.Precision(rawValue: row[7]), let unit = UnitOfMeasure(row[11] as String),
            let revision = Codes.revision(row[13]), let trust = Codes.trust(row[14])
        else { throw Fault.ledgerDamaged(place.description) }
        self.init(
            series: SeriesKey(Indicator.ID(rawValue: row[0]), transformation, in: Area.ID(rawValue: row[2])),
            period: Period(frequency, ordinal: row[4], count: row[5]), value: row[9], decimals: row[10], unit: unit,
            qualifier: Codes.qualifier(row[12]),
            knownOn: KnownDate(latestDay: row[6], precision: precision), revision: revision, trust: trust,
            source: Source.ID(rawValue: row[8]), note: LocalisedText(en: row[15], zh: row[16]), place: place)
    }
}
