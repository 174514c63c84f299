import Foundation
import GRDB
import StatisticalData
import Testing

@testable import LedgerStore

extension Observation {
    /// An observation in which only what a test is about is named.
    static func sample(
        _ value: Double?, _ series: SeriesKey = .energyIntensity, period: Period = .year(2019),
        known: String = "2021-08-23",
        unit: UnitOfMeasure = .percent, qualifier: Qualifier? = nil, revision: Revision = .final, trust: Trust = .press,
        source: Source.ID = "bulletin", note: LocalisedText? = nil, file: String = "data/a.csv", line: Int = 2
    ) throws -> Observation {
        Observation(
            series: series, period: period, value: value, decimals: 2, unit: unit, qualifier: qualifier,
            knownOn: try #require(KnownDate(known)), revision: revision, trust: trust, source: source, note: note,
            place: Place(file: file, line: line))
    }
}

extension SeriesKey {
    static let energyIntensity = SeriesKey("energy-per-gdp", .annualChange, in: "320000")
}

extension Source {
    static func sample(_ id: Source.ID, title: String = "Bulletin") -> Source {
        let text = LocalisedText(en: title, zh: "公报")
        return Source(
            id: id, publisher: text, title: text, address: "https://example.org/a?b=c", licence: text,
            published: KnownDate("2021-08-23"), retrieved: nil, trust: .officialViaMirror, note: nil)
    }
}

extension BatchRecord {
    static func sample(_ file: String, digit: Character = "a") -> BatchRecord {
        let digest = String(repeating: digit, count: 64)
        return BatchRecord(file: file, sha256: digest, recordSHA256: digest)
    }
}

extension Ledger {
    /// Adds observations, which name their batch and line themselves, batch by batch in the order of the first rows.
    func add(_ observations: [Observation], sources: [Source.ID] = ["bulletin", "report"]) throws {
        var files: [String] = []
        for observation in observations where !files.contains(observation.place.file) {
            files.append(observation.place.file)
        }
        for file in files {
            try ingest(.sample(file), sources: sources.map { .sample($0) }) { writer in
                for observation in observations where observation.place.file == file {
                    try writer.add(observation)
                }
            }
        }
    }
}

extension BatchWriter {
    mutating func add(_ observation: Observation) throws {
        let source = try #require(try number(of: observation.source))
        try add(
            BatchRow(
                series: try number(of: observation.series), period: observation.period, value: observation.value,
                decimals: observation.decimals, unit: try number(of: observation.unit),
                qualifier: observation.qualifier,
                knownOn: observation.knownOn, revision: observation.revision, trust: observation.trust, source: source,
                note: observation.note, line: try #require(observation.place.line)))
    }
}

/// Runs `body` with the path of a ledger in a folder of its own, which is removed afterwards.
func withTemporaryPath<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "ledger.sqlite").path)
}

/// The code of the fault that `body` throws; `nil` when it throws none.
func faultCode(_ body: () throws -> Void) throws -> String? {
    do {
        try body()
        return nil
    } catch let fault as Fault {
        return fault.code
    }
}
