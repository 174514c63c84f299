import StatisticalData
import Testing
import TestSupport

/// Which of several vintages is taken.
struct VintagesTests {
    static let day1 = KnownDate(latestDay: 100, precision: .day)
    static let day2 = KnownDate(latestDay: 101, precision: .day)
    static let year1 = KnownDate(latestDay: 100, precision: .year)

    /// Each row: the observation that gives way, the one that is taken.
    @Test(
        arguments: [
            // The later date, whatever the marks and the row.
            (
                Observation.sample(known: day1, revision: .final, trust: .official, line: 9),
                .sample(known: day2, revision: .imputed, trust: .unverified, line: 2)
            ),
            // On one day the stronger source, whatever the revision and the row.
            (
                .sample(revision: .final, trust: .press, line: 9),
                .sample(revision: .imputed, trust: .officialViaMirror, line: 2)
            ),
            // Then the more final figure.
            (.sample(revision: .imputed, line: 9), .sample(revision: .estimated)),
            (.sample(revision: .estimated, line: 9), .sample(revision: .preliminary)),
            (.sample(revision: .preliminary, line: 9), .sample(revision: .revised)),
            (.sample(revision: .revised, line: 9), .sample(revision: .final)),
            // Then the later row.
            (.sample(line: 2), .sample(line: 10)),
            (.sample(file: "data/a.csv", line: 9), .sample(file: "data/b.csv", line: 2)),
            // A year means its last day, so that precision does not decide.
            (.sample(known: day1, line: 2), .sample(known: year1, line: 3)),
            (.sample(known: year1, trust: .press), .sample(known: day1, trust: .official)),
            (.sample(known: year1, line: 2), .sample(known: day1, line: 3)),
        ] as [(Observation, Observation)])
    func newestOfTwo(older: Observation, newer: Observation) {
        #expect(Vintages.newest([older, newer]) == newer)
        #expect(Vintages.newest([newer, older]) == newer)
        #expect(Vintages.precedes(older, newer))
        #expect(!Vintages.precedes(newer, older))
    }

    @Test func ofNoneAndOne() {
        #expect(Vintages.newest([]) == nil)
        #expect(Vintages.newest([.sample()]) == .sample())
        #expect(!Vintages.precedes(.sample(), .sample()))
    }

    /// Differing rows are in a strict total order, so the newest does not depend on the order of the rows.
    @Test(arguments: [3, 17, 2019] as [UInt64])
    func orderIsTotal(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let vintages = (2...9).map { Observation.random(using: &generator, line: $0) }
            let newest = try #require(Vintages.newest(vintages))
            #expect(Vintages.newest(vintages.shuffled(using: &generator)) == newest)
            for one in vintages where one != newest { #expect(Vintages.precedes(one, newest)) }
            for (i, one) in vintages.enumerated() {
                for (j, other) in vintages.enumerated() where i != j {
                    #expect(Vintages.precedes(one, other) != Vintages.precedes(other, one))
                    for third in vintages where Vintages.precedes(one, other) && Vintages.precedes(other, third) {
                        #expect(Vintages.precedes(one, third))
                    }
                }
            }
        }
    }
}
