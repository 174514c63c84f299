import Foundation
import GRDB
import StatisticalData
import Testing

@testable import LedgerStore

/// The schema itself keeps nonsense out, whoever writes.
struct LedgerSchemaTests {
    static let digest = String(repeating: "a", count: 64)

    /// The columns of an observation that is in order.
    static let sound = [
        "series": "1", "frequency": "12", "ordinal": "2018", "count": "1", "known_day": "18000", "known_precision": "2",
        "source": "1", "value": "1.5", "decimals": "1", "unit": "1", "qualifier": "0", "revision": "2", "trust": "0",
        "note_en": "NULL", "note_zh": "NULL", "batch": "1", "line": "3",
    ]

    static func insert(_ changes: [String: String]) -> String {
        let columns = sound.merging(changes) { _, new in new }.sorted { $0.key < $1.key }
        let names = columns.map(\.key).joined(separator: ", ")
        return "INSERT INTO observation (\(names)) VALUES (\(columns.map(\.value).joined(separator: ", ")))"
    }

    @Test func soundRowIsTaken() throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1)])
        try ledger.writer.write { try $0.execute(sql: Self.insert([:])) }
        #expect(try ledger.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1.5, 1])
    }

    @Test(arguments: [
        ("series", "99"), ("source", "99"), ("unit", "99"), ("batch", "99"), ("series", "NULL"), ("frequency", "2"),
        ("frequency", "NULL"), ("count", "0"), ("count", "-1"), ("known_precision", "3"), ("known_day", "NULL"),
        ("known_day", "'soon'"), ("value", "'much'"), ("decimals", "NULL"), ("decimals", "'x'"), ("qualifier", "4"),
        ("qualifier", "NULL"), ("revision", "5"), ("revision", "-1"), ("trust", "7"), ("line", "1"), ("line", "NULL"),
        ("ordinal", "'2018'||'x'"), ("note_en", "x'00'"), ("note_zh", "x'00'"),
    ])
    func nonsenseIsRefused(column: String, value: String) throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1)])
        #expect(throws: DatabaseError.self) {
            try ledger.writer.write { try $0.execute(sql: Self.insert([column: value])) }
        }
        #expect(try ledger.batches().count == 1 && ledger.isSound())
    }

    @Test(arguments: [
        "INSERT INTO batch (file, sha256, record_sha256, observations) VALUES ('x', 'short', '\(digest)', 0)",
        "INSERT INTO batch (file, sha256, record_sha256, observations) VALUES ('x', '\(digest)', '\(digest)', -1)",
        "INSERT INTO batch (file, sha256, record_sha256, observations) SELECT file, sha256, sha256, 0 FROM batch",
        "INSERT INTO source (slug, record) VALUES ('', '{}')",
        "INSERT INTO source (slug, record) VALUES ('x', 'no json')",
        "INSERT INTO source (slug, record) VALUES ('bulletin', '{}')", "INSERT INTO unit (symbol) VALUES ('%')",
        "INSERT INTO series (indicator, transformation, area) VALUES ('x', 'guess', '1')",
        "INSERT INTO series (indicator, transformation, area) VALUES ('', 'level', '1')",
        "INSERT INTO series (indicator, transformation, area) VALUES ('x', 'level', '')",
        "INSERT INTO series (indicator, transformation, area) VALUES ('energy-per-gdp', 'annual-change', '320000')",
        "INSERT INTO study_run (study, inputs_sha256, result_sha256) VALUES ('s', 'x', '\(digest)')",
        "DELETE FROM batch", "DELETE FROM source", "DELETE FROM unit", "DELETE FROM series",
        "UPDATE observation SET source = 99",
    ])
    func statementsAreRefused(sql: String) throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1)])
        #expect(throws: DatabaseError.self) { try ledger.writer.write { try $0.execute(sql: sql) } }
        #expect(try ledger.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1])
    }

    /// A ledger of schema version 1, as it was written then, opens today.
    @Test func versionOneOpens() throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/ledger-version-1.sql")
        let sql = try String(contentsOf: fixture, encoding: .utf8)
        try withTemporaryPath { path in
            let database = try DatabaseQueue(path: path)
            try database.write { try $0.execute(sql: sql) }
            try database.close()
            let ledger = try Ledger(path: path)
            #expect(try ledger.isSound())
            #expect(try ledger.batches().map(\.observations) == [3])
            let series = try ledger.series(.energyIntensity, asKnownOn: nil)
            let expected = try [
                Observation.sample(-6.18, period: .year(2018), known: "2020", file: "data/old.csv", line: 4),
                .sample(-3.05, note: LocalisedText(en: "note", zh: "注"), file: "data/old.csv", line: 3),
            ]
            #expect(series == expected)
            let earlier = try ledger.series(.energyIntensity, asKnownOn: KnownDate("2020-07-01"))
            #expect(earlier.map(\.value) == [-3.2])
            #expect(earlier.map(\.qualifier) == [.about])
            #expect(earlier.map(\.revision) == [.preliminary])
            #expect(try ledger.sources() == [.sample("bulletin"), .sample("report")])
            #expect(try ledger.studyRuns().map(\.study) == ["old-study"])
            try ledger.add([.sample(1, period: .year(2017), file: "data/new.csv")])
            #expect(try ledger.series(.energyIntensity, asKnownOn: nil).count == 3)
        }
    }
}
