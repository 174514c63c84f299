-- A ledger of schema version 1 with a few rows. Never edit: it stands for the ledgers users have.
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('1 batches, sources, observations, study runs');

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

INSERT INTO batch VALUES (1, 'data/old.csv', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 3);
INSERT INTO source VALUES (1, 'bulletin', '{"address":"https://example.org/a?b=c","id":"bulletin","licence":{"en":"Bulletin","zh":"公报"},"published":"2021-08-23","publisher":{"en":"Bulletin","zh":"公报"},"title":{"en":"Bulletin","zh":"公报"},"trust":"official-via-mirror"}');
INSERT INTO source VALUES (2, 'report', '{"address":"https://example.org/a?b=c","id":"report","licence":{"en":"Bulletin","zh":"公报"},"published":"2021-08-23","publisher":{"en":"Bulletin","zh":"公报"},"title":{"en":"Bulletin","zh":"公报"},"trust":"official-via-mirror"}');
INSERT INTO unit VALUES (1, '%');
INSERT INTO series VALUES (1, 'energy-per-gdp', 'annual-change', '320000');

-- 2019 as known on 2020-07-01 (day 18444, about, preliminary, press) and 2021-08-23 (day 18862, final, press);
-- 2018 as known in 2020 (day 18627, the last of the year).
INSERT INTO observation VALUES (1, 12, 2019, 1, 18444, 2, 2, -3.2, 1, 1, 3, 0, 2, NULL, NULL, 1, 2);
INSERT INTO observation VALUES (1, 12, 2019, 1, 18862, 2, 1, -3.05, 2, 1, 0, 2, 2, 'note', '注', 1, 3);
INSERT INTO observation VALUES (1, 12, 2018, 1, 18627, 0, 1, -6.18, 2, 1, 0, 2, 2, NULL, NULL, 1, 4);
INSERT INTO study_run VALUES ('old-study', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
