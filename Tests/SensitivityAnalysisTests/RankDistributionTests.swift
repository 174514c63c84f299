import SensitivityAnalysis
import Testing

@Suite struct RankDistributionTests {
    static let units = 7
    static let runs = randomRuns(300)

    /// Ranks of coarse random scores, so that ties are common; in every ninth run a unit has no score.
    static func randomRuns(_ count: Int) -> [[Int?]?] {
        let generator = CounterGenerator(seed: 77)
        return (0..<count).map { run in
            if run % 50 == 17 { return nil }
            let scores = (0..<units).map { generator.integer(below: 6, run: run, input: $0) + ($0 == 2 ? 2 : 0) }
            return (0..<units).map { unit in
                if run % 9 == 4, unit == 5 { return nil }
                let others = (0..<units).filter { !(run % 9 == 4 && $0 == 5) }
                return 1 + others.filter { scores[$0] > scores[unit] }.count
            }
        }
    }

    private func distribution() throws -> RankDistribution {
        try RankDistribution(runs: Self.runs, units: Self.units)
    }

    private func ranks(of unit: Int) -> [Double] {
        Self.runs.compactMap { $0?[unit] }.map { Double($0) }
    }

    @Test func agreesWithTheListOfRuns() throws {
        let distribution = try distribution()
        for unit in 0..<Self.units {
            let list = ranks(of: unit)
            let centre = mean(list)
            let squares = list.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
            let sd = (squares / Double(list.count - 1)).squareRoot()
            #expect(isClose(distribution.mean(of: unit)?.value ?? .nan, centre, 1e-14))
            #expect(isClose(distribution.standardDeviation(of: unit) ?? .nan, sd, 1e-13))
            for p in [0, 0.05, 0.25, 0.5, 0.8, 0.95, 1] {
                #expect(distribution.quantile(p, of: unit) == (try Quantiles(of: list).value(at: p)))
            }
            let top = Double(list.filter { $0 <= 3 }.count) / Double(list.count)
            #expect(distribution.probability(of: unit, inTop: 3)?.value == top)
            let near = Double(list.filter { abs($0 - 6) <= 2 }.count) / Double(list.count)
            #expect(distribution.probability(of: unit, within: 2, of: 6)?.value == near)
        }
    }

    @Test func probabilitiesSumToOne() throws {
        let distribution = try distribution()
        for unit in 0..<Self.units {
            #expect(isClose(distribution.probabilities(of: unit)?.reduce(0, +) ?? .nan, 1, 1e-14))
            #expect(distribution.probability(of: unit, inTop: Self.units)?.value == 1)
            #expect(distribution.probability(of: unit, inTop: 0)?.value == 0)
            #expect(distribution.probability(of: unit, within: 2, of: 40)?.value == 0)
            for other in 0..<Self.units where other != unit {
                let one = distribution.probability(that: unit, isAbove: other)?.value ?? .nan
                let two = distribution.probability(that: other, isAbove: unit)?.value ?? .nan
                #expect(isClose(one + two, 1, 1e-15))
            }
            #expect(distribution.probability(that: unit, isAbove: unit) == nil)
        }
    }

    /// Expected rank = 1 + sum of P(v above u); the sum over always ranked units is n (n + 1)/2.
    @Test func expectedRankComesFromPairs() throws {
        let complete = Self.runs.filter { $0?.contains(nil) == false }
        let distribution = try RankDistribution(runs: complete, units: Self.units)
        var sum = 0.0
        for unit in 0..<Self.units {
            let expected = distribution.expectedRank(of: unit)?.value ?? .nan
            let above = (0..<Self.units).compactMap { distribution.probability(that: $0, isAbove: unit)?.value }
            #expect(isClose(expected, 1 + above.reduce(0, +), 1e-12))
            sum += expected
        }
        #expect(isClose(sum, 28, 1e-12))
    }

    @Test func standardErrors() throws {
        let distribution = try RankDistribution(runs: [[1, 2], [1, 2], [2, 1], [1, 1]], units: 2)
        let top = try #require(distribution.probability(of: 0, inTop: 1))
        let topError = (0.1875 / 4).squareRoot()
        #expect(top.value == 0.75)
        #expect(isClose(top.standardError ?? .nan, topError, 1e-15))
        let pair = try #require(distribution.probability(that: 0, isAbove: 1))
        #expect(pair.value == 0.625 && pair.runs == 4)
        let pairError = (0.5625 - 0.390625).squareRoot() / 2
        #expect(isClose(pair.standardError ?? .nan, pairError, 1e-15))
        #expect(distribution.expectedRank(of: 0)?.value == 1.375)
        #expect(isClose(distribution.mean(of: 0)?.standardError ?? .nan, 0.25, 1e-15))
    }

    @Test func failuresAndMissingRanksAreCounted() throws {
        let distribution = try distribution()
        #expect(distribution.failures.runs == [17, 67, 117, 167, 217, 267])
        #expect(distribution.failures.total == 300)
        #expect(distribution.rankedRuns(of: 0) == 294)
        #expect(distribution.rankedRuns(of: 5) == Self.runs.filter { $0?[5] != nil }.count)
        #expect(RankDistribution(units: 2).mean(of: 0) == nil)
        #expect(RankDistribution(units: 2).quantile(0.5, of: 0) == nil)
    }

    /// Any cut into chunks, merged in any order, gives the same value.
    @Test(arguments: [1, 2, 3, 7])
    func mergingEqualsRecording(_ threads: Int) throws {
        let parts = try Parallel.map(count: Self.runs.count, chunkSize: 11, threads: threads) { range in
            var part = RankDistribution(units: Self.units)
            for run in range {
                if let ranks = Self.runs[run] { try part.record(ranks, run: run) } else { part.recordFailure(run: run) }
            }
            return part
        }
        var whole = RankDistribution(units: Self.units)
        for part in parts.reversed() {
            try whole.merge(part)
        }
        #expect(whole == (try distribution()))
    }

    @Test(arguments: [[1, 1, 2], [2, 3, 1, 1], [0, 1, 2], [4, 1, 2], [2, 2, 3], [1, 3, 3, 3], [1, 3, 3]])
    func irregularRanksAreRefused(_ ranks: [Int]) throws {
        var distribution = RankDistribution(units: ranks.count)
        #expect(throws: SensitivityFault.irregularRanks(run: 6)) { try distribution.record(ranks, run: 6) }
        #expect(distribution == RankDistribution(units: ranks.count))
    }

    @Test func unlikeDistributionsDoNotMerge() throws {
        var distribution = RankDistribution(units: 3)
        #expect(throws: SensitivityFault.unlikeDistributions) { try distribution.merge(RankDistribution(units: 4)) }
        #expect(throws: SensitivityFault.rankCount(run: 0, found: 2, expected: 3)) {
            try distribution.record([1, 2], run: 0)
        }
    }
}
