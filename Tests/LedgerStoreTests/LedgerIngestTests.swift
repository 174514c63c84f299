import GRDB
import StatisticalData
import Testing

@testable import LedgerStore

/// Batches are added whole or not at all.
struct LedgerIngestTests {
    struct Interruption: Error {}

    static func tableCounts(_ ledger: Ledger) throws -> [Int] {
        try ledger.writer.read { db in
            try ["batch", "source", "unit", "series", "observation", "study_run"].map { table in
                try #require(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)"))
            }
        }
    }

    /// The same series, period, vintage and source, in one batch or in two: both places are named.
    @Test(arguments: [("data/a.csv", 7), ("data/b.csv", 2)])
    func duplicatesAreNamed(file: String, line: Int) throws {
        let ledger = try Ledger()
        let first = try Observation.sample(1, line: 5)
        let twin = try Observation.sample(2, revision: .preliminary, file: file, line: line)
        let fault = try #require(throws: Fault.self) { try ledger.add([first, twin]) }
        #expect(fault.code == "ledger-duplicate")
        #expect(fault.place == Place(file: file, line: line))
        #expect(fault.arguments == ["earlier": "data/a.csv:5"])
        #expect(try ledger.batches().count == (file == "data/a.csv" ? 0 : 1))
    }

    /// One thing different makes it another vintage or figure.
    @Test func whatIsNoDuplicate() throws {
        let ledger = try Ledger()
        try ledger.add([
            .sample(1, line: 2), .sample(1, known: "2021-08", line: 3), .sample(1, known: "2021-08-22", line: 4),
            .sample(1, source: "report", line: 5), .sample(1, period: .year(2018), line: 6),
            .sample(1, period: .years(2019, 2020), line: 7), .sample(1, period: Period(.half, ordinal: 2019), line: 8),
            .sample(1, SeriesKey("energy-per-gdp", .level, in: "320000"), line: 9),
            // The last days of August 2021 as a day and as a month.
            .sample(1, known: "2021-08-31", line: 10),
        ])
        #expect(try ledger.batches().map(\.observations) == [9])
    }

    /// The collector of a batch may go on after a duplicate: the others are still found.
    @Test func allDuplicatesOfABatchAreFound() throws {
        let ledger = try Ledger()
        var faults: [Fault] = []
        #expect(throws: Interruption.self) {
            try ledger.ingest(.sample("data/a.csv"), sources: [.sample("bulletin")]) { writer in
                for line in 2..<8 {
                    do {
                        try writer.add(try .sample(1, period: .year(2016 + line % 2), line: line))
                    } catch let fault as Fault {
                        faults.append(fault)
                    }
                }
                throw Interruption()
            }
        }
        #expect(faults.map(\.place.line) == [4, 5, 6, 7])
        #expect(
            faults.map { $0.arguments["earlier"] } == ["data/a.csv:2", "data/a.csv:3", "data/a.csv:2", "data/a.csv:3"])
        #expect(try Self.tableCounts(ledger) == [0, 0, 0, 0, 0, 0])
    }

    /// What is thrown in the middle undoes everything, sources, units and series too, and nothing older.
    @Test func interruptionLeavesTheEarlierContent() throws {
        try withTemporaryPath { path in
            let ledger = try Ledger(path: path)
            try ledger.add([.sample(1), .sample(2, period: .year(2018), line: 3)])
            let before = try Self.tableCounts(ledger)
            for fails in [1, 50] {
                #expect(throws: Interruption.self) {
                    try ledger.ingest(
                        .sample("data/b.csv"), sources: [.sample("new"), .sample("report", title: "Changed")]
                    ) { writer in
                        for line in 2..<100 {
                            if line > fails { throw Interruption() }
                            try writer.add(
                                try .sample(
                                    1, SeriesKey("x", in: "y"), period: .year(line + 1000), unit: .one, source: "new",
                                    line: line))
                        }
                    }
                }
                #expect(try Self.tableCounts(ledger) == before)
                #expect(try ledger.sources().map(\.title.en) == ["Bulletin", "Bulletin"])
            }
            try ledger.close()
            let again = try Ledger(path: path)
            #expect(try Self.tableCounts(again) == before)
            #expect(try again.series(.energyIntensity, asKnownOn: nil).map(\.value) == [2, 1])
            try again.add([.sample(3, period: .year(2017), file: "data/b.csv")])
            #expect(try again.isSound())
        }
    }

    @Test func countIsReturned() throws {
        let ledger = try Ledger()
        let count = try ledger.ingest(.sample("a"), sources: [.sample("bulletin")]) { writer in
            for line in 2..<12 { try writer.add(try .sample(1, period: .year(2000 + line), line: line)) }
        }
        #expect(count == 10)
        #expect(try ledger.ingest(.sample("b"), sources: []) { _ in } == 0)
    }

    /// A file that is there already is not damage: the fault must not send the user to rebuild a sound ledger.
    @Test func sameFileTwice() throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1)])
        let code = try faultCode { try ledger.add([.sample(2, period: .year(2018))]) }
        #expect(code != nil)
        #expect(code != "ledger-damaged")
        #expect(try ledger.series(.energyIntensity, asKnownOn: nil).map(\.value) == [1])
    }

    @Test func unknownSourceHasNoNumber() throws {
        let ledger = try Ledger()
        try ledger.ingest(.sample("a"), sources: [.sample("bulletin")]) { writer in
            #expect(try writer.number(of: "bulletin" as Source.ID) != nil)
            #expect(try writer.number(of: "nobody" as Source.ID) == nil)
            let series = try writer.number(of: SeriesKey.energyIntensity)
            #expect(try writer.number(of: SeriesKey.energyIntensity) == series)
            #expect(try writer.number(of: SeriesKey("other", in: "1")) != series)
            #expect(try writer.number(of: UnitOfMeasure.percent) != writer.number(of: UnitOfMeasure.one))
        }
    }
}
