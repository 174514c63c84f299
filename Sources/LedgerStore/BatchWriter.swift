import GRDB
import GRDBSQLite
public import StatisticalData

/// Writes the rows of one batch inside its transaction.
///
/// Values are bound to the prepared statement directly: boxing each in a GRDB argument takes three times as long.
public struct BatchWriter: ~Copyable {
    /// The rows written.
    public private(set) var count = 0

    private let db: Database
    private let batch: Int64
    private let file: String
    private let insert: Statement
    private var seriesNumbers: [SeriesKey: Int64] = [:]

    /// Series remembered before the memory is given back: memory stays flat whatever the file holds.
    private static let remembered = 200_000

    init(_ db: Database, batch: Int64, file: String) throws {
        self.db = db
        self.batch = batch
        self.file = file
        insert = try db.makeStatement(
            sql: """
                INSERT INTO observation (series, frequency, ordinal, count, known_day, known_precision, source,
                    value, decimals, unit, qualifier, revision, trust, note_en, note_zh, batch, line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// The number of a series, given to it when it is new.
    public mutating func number(of key: SeriesKey) throws -> Int64 {
        if let known = seriesNumbers[key] { return known }
        let arguments: StatementArguments = [key.indicator.rawValue, key.transformation.rawValue, key.area.rawValue]
        let select = try db.cachedStatement(
            sql: "SELECT id FROM series WHERE indicator = ? AND transformation = ? AND area = ?")
        var number = try Int64.fetchOne(select, arguments: arguments)
        if number == nil {
            let add = try db.cachedStatement(
                sql: "INSERT INTO series (indicator, transformation, area) VALUES (?, ?, ?)")
            try add.execute(arguments: arguments)
            number = db.lastInsertedRowID
        }
        if seriesNumbers.count >= Self.remembered { seriesNumbers.removeAll(keepingCapacity: true) }
        seriesNumbers[key] = number
        return number ?? 0
    }

    /// The number of a unit, given to it when it is new.
    public func number(of unit: UnitOfMeasure) throws -> Int64 {
        try db.execute(sql: "INSERT OR IGNORE INTO unit (symbol) VALUES (?)", arguments: [unit.symbol])
        return try Int64.fetchOne(db, sql: "SELECT id FROM unit WHERE symbol = ?", arguments: [unit.symbol]) ?? 0
    }

    /// The number of a source; `nil` when the ledger has no record of it.
    public func number(of source: Source.ID) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE slug = ?", arguments: [source.rawValue])
    }

    /// Writes a row.
    ///
    /// - Throws: a `Fault` when the ledger holds an observation with the same series, period, vintage and source.
    public mutating func add(_ row: BatchRow) throws {
        let statement = insert.sqliteStatement
        bind(row, to: statement)
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        switch code {
        case SQLITE_DONE:
            count += 1
        case ResultCode.SQLITE_CONSTRAINT_PRIMARYKEY.rawValue:
            throw Fault.duplicateObservation(
                earlier: try place(ofTwinOf: row), at: Place(file: file, line: row.line))
        default:
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
    }

    private func bind(_ row: BatchRow, to statement: OpaquePointer) {
        sqlite3_bind_int64(statement, 1, row.series)
        sqlite3_bind_int64(statement, 2, Int64(row.period.frequency.rawValue))
        sqlite3_bind_int64(statement, 3, Int64(row.period.ordinal))
        sqlite3_bind_int64(statement, 4, Int64(row.period.count))
        sqlite3_bind_int64(statement, 5, Int64(row.knownOn.latestDay))
        sqlite3_bind_int64(statement, 6, Int64(row.knownOn.precision.rawValue))
        sqlite3_bind_int64(statement, 7, row.source)
        if let value = row.value {
            sqlite3_bind_double(statement, 8, value)
        } else {
            sqlite3_bind_null(statement, 8)
        }
        sqlite3_bind_int64(statement, 9, Int64(row.decimals))
        sqlite3_bind_int64(statement, 10, row.unit)
        sqlite3_bind_int64(statement, 11, Codes.code(row.qualifier))
        sqlite3_bind_int64(statement, 12, Codes.code(row.revision))
        sqlite3_bind_int64(statement, 13, Codes.code(row.trust))
        Self.bind(row.note?.en, to: statement, at: 14)
        Self.bind(row.note?.zh, to: statement, at: 15)
        sqlite3_bind_int64(statement, 16, batch)
        sqlite3_bind_int64(statement, 17, Int64(row.line))
    }

    private static func bind(_ text: String?, to statement: OpaquePointer, at position: Int32) {
        guard let text else {
            sqlite3_bind_null(statement, position)
            return
        }
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(statement, position, text, Int32(clamping: text.utf8.count), copies)
    }

    private func place(ofTwinOf row: BatchRow) throws -> Place {
        let found = try Row.fetchOne(
            db,
            sql: """
                SELECT batch.file, observation.line FROM observation JOIN batch ON batch.id = observation.batch
                WHERE series = ? AND frequency = ? AND ordinal = ? AND count = ?
                    AND known_day = ? AND known_precision = ? AND source = ?
                """,
            arguments: [
                row.series, row.period.frequency.rawValue, row.period.ordinal, row.period.count,
                row.knownOn.latestDay, row.knownOn.precision.rawValue, row.source,
            ])
        guard let found else { return Place(file: file) }
        return Place(file: found["file"], line: found["line"])
    }
}
