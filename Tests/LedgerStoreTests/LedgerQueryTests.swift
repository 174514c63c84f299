import StatisticalData
import Testing

@testable import LedgerStore

/// What was added is found again, the newest vintage of it, as known on a day.
struct LedgerQueryTests {
    /// The change of energy use per unit of GDP of Jiangsu in 2019: -3.2 % in the provincial low-carbon report
    /// (1 July 2020), -3.05 % final (23 August 2021).
    @Test(
        arguments: [
            (nil, -3.05), ("2021-08-23", -3.05), ("2021-08-22", -3.2), ("2021", -3.05), ("2021-07", -3.2),
            ("2020-07-01", -3.2),
            ("2020-07", -3.2), ("2020", -3.2), ("2020-06-30", nil), ("2019", nil),
        ] as [(String?, Double?)])
    func asKnownOn(day: String?, value: Double?) throws {
        let ledger = try Ledger()
        try ledger.add([
            .sample(-3.05, known: "2021-08-23", line: 2),
            .sample(-3.2, known: "2020-07-01", revision: .preliminary, source: "report", line: 3),
            .sample(-6.18, period: .year(2018), known: "2020-07-01", line: 4),
        ])
        let known = try day.map { try #require(KnownDate($0)) }
        let found = try ledger.series(.energyIntensity, asKnownOn: known)
        #expect(found.first { $0.period == .year(2019) }?.value == value)
        #expect(
            try ledger.vintages(.energyIntensity, asKnownOn: known).count { $0.period == .year(2019) }
                == (value == nil ? 0 : value == -3.2 ? 1 : 2))
    }

    /// A figure known "in 2018" counts from the last day of 2018 on.
    @Test func yearsMeanTheirLastDay() throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1, known: "2018")])
        #expect(try ledger.series(.energyIntensity, asKnownOn: KnownDate("2018-12-30")).isEmpty)
        #expect(try ledger.series(.energyIntensity, asKnownOn: KnownDate("2018-12-31")).count == 1)
        #expect(try ledger.series(.energyIntensity, asKnownOn: KnownDate("2018")).count == 1)
    }

    /// Every field of an observation, every mark, every kind of period and date.
    @Test func everythingIsReadBack() throws {
        let unit = try #require(UnitOfMeasure("t CO2 per 10^4 yuan"))
        let qualifiers = [nil] + Qualifier.allCases
        let notes = [
            nil, LocalisedText(en: "", zh: ""), LocalisedText(en: "plain", zh: "注：“引号”"),
            LocalisedText(en: "\"quotes\"\nand a line", zh: "👩‍👩‍👧"), LocalisedText(en: "e\u{301}", zh: "'"),
            LocalisedText(en: "\u{FEFF}\r\n", zh: "\t"),
        ]
        let periods = ["2016", "2016-H2", "2019-Q3", "2018-10", "2016/2019", "2019-Q1/2019-Q3"]
        let dates = ["2018", "2018-07", "2018-07-25"]
        let values = [nil, -0.1, 0, 1e300, .leastNonzeroMagnitude, 71_300]
        var observations: [Observation] = []
        for index in 0..<210 {
            observations.append(
                Observation(
                    series: SeriesKey(
                        Indicator.ID("碳-\(index % 2)"), Transformation.allCases[index % 5],
                        in: Area.ID("area \(index % 3)")),
                    period: try #require(Period(periods[index % 6])).advanced(by: index), value: values[index % 6],
                    decimals: index % 7 - 3, unit: index % 2 == 0 ? unit : .one, qualifier: qualifiers[index % 4],
                    knownOn: try #require(KnownDate(dates[index % 3])), revision: Revision.allCases[index % 5],
                    trust: Trust.allCases[index % 7], source: index % 2 == 0 ? "bulletin" : "report",
                    note: notes[index % 6], place: Place(file: "data/全部.csv", line: index + 2)))
        }
        let ledger = try Ledger()
        try ledger.add(observations)
        let found = try ledger.observations(ofBatch: "data/全部.csv")
        #expect(found.count == observations.count)
        for (one, expected) in zip(found, observations) { #expect(one == expected) }
        #expect(try ledger.observations(ofBatch: "data/none.csv").isEmpty)
        #expect(try ledger.isSound())
    }

    @Test func sourcesAndCounts() throws {
        let ledger = try Ledger()
        try ledger.add(
            [
                .sample(1), .sample(2, period: .year(2018), line: 3), .sample(3, source: "report", line: 4),
                .sample(4, period: .year(2017), file: "data/b.csv"),
            ], sources: ["report", "bulletin", "unused"])
        #expect(try ledger.sources() == [.sample("bulletin"), .sample("report"), .sample("unused")])
        #expect(try ledger.observationCounts() == ["bulletin": 3, "report": 1])
        #expect(try ledger.batches().map(\.file) == ["data/a.csv", "data/b.csv"])
        #expect(try ledger.batches().map(\.observations) == [3, 1])
        try ledger.add(sources: [.sample("plan"), .sample("report", title: "Corrected")])
        #expect(try ledger.sources().map(\.id) == ["bulletin", "plan", "report", "unused"])
        #expect(try ledger.sources().map(\.title.en) == ["Bulletin", "Bulletin", "Corrected", "Bulletin"])
        #expect(try ledger.observationCounts() == ["bulletin": 3, "report": 1])
    }

    @Test func emptyLedger() throws {
        let ledger = try Ledger()
        #expect(try ledger.series(.energyIntensity, asKnownOn: nil).isEmpty)
        #expect(try ledger.batches().isEmpty && ledger.sources().isEmpty && ledger.studyRuns().isEmpty)
        #expect(try ledger.observationCounts().isEmpty)
    }

    /// Text that is SQL stays text.
    @Test func namesAreNeverSQL() throws {
        let hostile = "x'; DROP TABLE observation; --"
        let key = SeriesKey(Indicator.ID(hostile), in: Area.ID(hostile))
        let ledger = try Ledger()
        try ledger.add(
            [.sample(1, key, source: Source.ID(hostile), note: LocalisedText(en: hostile, zh: hostile), file: hostile)],
            sources: [Source.ID(hostile)])
        #expect(try ledger.series(key, asKnownOn: nil).map(\.note?.zh) == [hostile])
        #expect(try ledger.observations(ofBatch: hostile).count == 1)
    }
}
