import StatisticalData
import Testing

@testable import LedgerStore
import TestSupport

/// Queries on random observations against a plain search through an array.
struct LedgerReferenceTests {
    @Test(arguments: [1, 2020, 320_000] as [UInt64])
    func seriesAndVintages(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let observations = try Self.observations(using: &generator)
        let ledger = try Ledger()
        try ledger.add(observations)
        let keys = Set(observations.map(\.series))
        #expect(keys.count > 2)
        for key in keys.union([SeriesKey("nothing", in: "nowhere")]) {
            for day in [nil, "2016", "2018-03", "2018-12-31", "2019-06-30", "2020", "2030"] {
                let known = try day.map { try #require(KnownDate($0)) }
                let visible = observations.filter { observation in
                    observation.series == key && known.map { observation.knownOn.latestDay <= $0.latestDay } ?? true
                }
                let found = try ledger.vintages(key, asKnownOn: known)
                #expect(Set(found) == Set(visible) && found.count == visible.count)
                #expect(found.map(\.period) == visible.map(\.period).sorted())
                let newest = Set(visible.map(\.period)).sorted().map { period in
                    Self.newest(visible.filter { $0.period == period })
                }
                #expect(try ledger.series(key, asKnownOn: known) == newest)
            }
        }
    }

    /// The rule in words: the latest day; then the stronger source; then the more final figure; then the later row.
    static func newest(_ vintages: [Observation]) -> Observation? {
        let finality: [Revision] = [.imputed, .estimated, .preliminary, .revised, .final]
        var left = vintages
        let day = left.map(\.knownOn.latestDay).max()
        left.removeAll { $0.knownOn.latestDay != day }
        let trust = left.map(\.trust.rank).min()
        left.removeAll { $0.trust.rank != trust }
        let final = left.compactMap { finality.firstIndex(of: $0.revision) }.max()
        left.removeAll { finality.firstIndex(of: $0.revision) != final }
        return left.max { ($0.place.file, $0.place.line ?? 0) < ($1.place.file, $1.place.line ?? 0) }
    }

    /// Few series, periods and dates, so that there are many vintages of each figure; no two with one key.
    static func observations(using generator: inout SeededGenerator) throws -> [Observation] {
        let dates = ["2016", "2018", "2018-03", "2018-12", "2018-12-31", "2019-06-30", "2019-06", "2020"]
        let periods: [Period] = [
            .year(2016), .year(2017), .years(2016, 2017), Period(.half, ordinal: 4032), Period(.month, ordinal: 24_192),
        ]
        var observations: [Observation] = []
        for line in 2..<400 {
            let observation = try Observation.sample(
                Double.random(in: -10...10, using: &generator),
                SeriesKey(
                    ["a", "b"].randomElement(using: &generator) ?? "a",
                    in: ["1", "2"].randomElement(using: &generator) ?? "1"),
                period: try #require(periods.randomElement(using: &generator)),
                known: try #require(dates.randomElement(using: &generator)),
                revision: try #require(Revision.allCases.randomElement(using: &generator)),
                trust: try #require(Trust.allCases.prefix(3).randomElement(using: &generator)),
                source: ["bulletin", "report"].randomElement(using: &generator) ?? "report",
                file: "data/\(["a", "b", "c"].randomElement(using: &generator) ?? "a").csv", line: line)
            let isTwin = observations.contains {
                $0.series == observation.series && $0.period == observation.period && $0.knownOn == observation.knownOn
                    && $0.source == observation.source
            }
            if !isTwin { observations.append(observation) }
        }
        return observations
    }
}
