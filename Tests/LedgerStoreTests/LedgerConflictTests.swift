import StatisticalData
import Testing

@testable import LedgerStore

/// Sources that disagree about a figure on one date.
struct LedgerConflictTests {
    @Test func onlyDisagreementsOnOneDate() throws {
        let ledger = try Ledger()
        try ledger.add([
            .sample(1, line: 2), .sample(2, source: "report", line: 3),
            // The same figure twice; another date; nothing against something.
            .sample(1, period: .year(2018), line: 4), .sample(1, period: .year(2018), source: "report", line: 5),
            .sample(1, period: .year(2017), line: 6),
            .sample(2, period: .year(2017), known: "2021", source: "report", line: 7),
            .sample(1, period: .year(2016), line: 8), .sample(nil, period: .year(2016), source: "report", line: 9),
            .sample(1, SeriesKey("other", in: "1"), line: 10),
            .sample(2, SeriesKey("other", in: "2"), source: "report", line: 11),
        ])
        #expect(try ledger.conflicts().map { [$0.0.place.line, $0.1.place.line] } == [[2, 3]])
    }

    @Test func noneAtAll() throws {
        let ledger = try Ledger()
        try ledger.add([.sample(1), .sample(2, period: .year(2018), line: 3)])
        #expect(try ledger.conflicts().isEmpty)
    }

    @Test(arguments: [0, 1, 7, 30])
    func atMostSoMany(limit: Int) throws {
        let ledger = try Ledger()
        var observations: [Observation] = []
        for number in 0..<20 {
            let year = Period.year(2000 + number)
            observations.append(try .sample(1, period: year, line: 2 * number + 2))
            observations.append(try .sample(2, period: year, source: "report", line: 2 * number + 3))
        }
        try ledger.add(observations)
        #expect(try ledger.conflicts(limit: limit).count == min(limit, 20))
    }
}
