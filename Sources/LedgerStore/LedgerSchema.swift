import GRDB

/// The tables of the ledger. Migrations are only ever added.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 batches, sources, observations, study runs") { db in
            try db.execute(sql: version1)
        }
        return migrator
    }

    /// No `IN (...)` of three values or more in a check: SQLite 3.40 builds a temporary index for it at every insert.
    ///
    /// One observation is one row, found by series and period; the vintage and the source complete the key.
    private static let version1 = """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL UNIQUE,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            record_sha256 TEXT NOT NULL CHECK (length(record_sha256) = 64),
            observations INTEGER NOT NULL CHECK (observations >= 0)
        ) STRICT;

        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;

        CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            symbol TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL CHECK (indicator <> ''),
            transformation TEXT NOT NULL
                CHECK (transformation = 'level' OR transformation = 'annual-change'
                    OR transformation = 'cumulative-change' OR transformation = 'absolute-change'
                    OR transformation = 'cumulative-amount'),
            area TEXT NOT NULL CHECK (area <> ''),
            UNIQUE (indicator, transformation, area)
        ) STRICT;

        CREATE TABLE observation (
            series INTEGER NOT NULL REFERENCES series (id),
            frequency INTEGER NOT NULL CHECK (frequency = 1 OR frequency = 3 OR frequency = 6 OR frequency = 12),
            ordinal INTEGER NOT NULL,
            count INTEGER NOT NULL CHECK (count >= 1),
            known_day INTEGER NOT NULL,
            known_precision INTEGER NOT NULL CHECK (known_precision BETWEEN 0 AND 2),
            source INTEGER NOT NULL REFERENCES source (id),
            value REAL,
            decimals INTEGER NOT NULL,
            unit INTEGER NOT NULL REFERENCES unit (id),
            qualifier INTEGER NOT NULL CHECK (qualifier BETWEEN 0 AND 3),
            revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND 4),
            trust INTEGER NOT NULL CHECK (trust BETWEEN 0 AND 6),
            note_en TEXT,
            note_zh TEXT,
            batch INTEGER NOT NULL REFERENCES batch (id),
            line INTEGER NOT NULL CHECK (line > 1),
            PRIMARY KEY (series, frequency, ordinal, count, known_day, known_precision, source)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE study_run (
            study TEXT PRIMARY KEY,
            inputs_sha256 TEXT NOT NULL CHECK (length(inputs_sha256) = 64),
            result_sha256 TEXT NOT NULL CHECK (length(result_sha256) = 64)
        ) STRICT, WITHOUT ROWID;
        """
}
