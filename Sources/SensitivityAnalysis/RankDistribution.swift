/// How often each unit took each rank over many runs; a unit needs memory for the ranks it took, at most units or runs.
///
/// Ranks are 1 for the best, ties share the best place ("1, 2, 2, 4"); a unit without a score has no rank in that run.
/// All sums are of whole numbers, so `merge` gives the same in any order and runs can be spread over threads or shards.
public struct RankDistribution: Hashable, Sendable {
    /// The number of units, n.
    public let units: Int
    /// Runs recorded, and those that failed as a whole.
    public private(set) var failures = RunFailures()
    /// How often each unit took which rank.
    private(set) var counts: [RankCounts]
    /// Of each unit, twice the sum of mid-ranks, and the sum of squares of twice the mid-rank.
    private(set) var doubledMidRanks: [Int]
    private(set) var squaredMidRanks: [Int]
    private(set) var pairs: PairCounts?

    /// Without a run yet.
    /// - Parameter countsPairs: whether to keep P(u above v) too; costs n^2 per run and two counts per pair.
    public init(units: Int, countsPairs: Bool = true) {
        precondition(units > 0, "there must be units to rank")
        self.units = units
        counts = Array(repeating: RankCounts(), count: units)
        doubledMidRanks = Array(repeating: 0, count: units)
        squaredMidRanks = Array(repeating: 0, count: units)
        pairs = countsPairs ? PairCounts(units: units) : nil
    }

    /// The distribution of a matrix of runs x units; a run that is `nil` failed.
    /// - Throws: `rankCount`, `irregularRanks`.
    public init(runs: [[Int?]?], units: Int, countsPairs: Bool = true) throws(SensitivityFault) {
        self.init(units: units, countsPairs: countsPairs)
        for (run, ranks) in runs.enumerated() {
            guard let ranks else {
                recordFailure(run: run)
                continue
            }
            try record(ranks, run: run)
        }
    }

    /// Adds the ranks of one run.
    /// - Throws: `rankCount` if there is not one entry for each unit, `irregularRanks` if they are not ranks with ties
    ///   at the best place; nothing is added then.
    public mutating func record(_ ranks: [Int?], run: Int) throws(SensitivityFault) {
        guard ranks.count == units else { throw .rankCount(run: run, found: ranks.count, expected: units) }
        guard let sizes = tieSizes(ranks) else { throw .irregularRanks(run: run) }
        failures.recordSuccess()
        for (unit, rank) in ranks.enumerated() {
            guard let rank else { continue }
            let doubled = 2 * rank + sizes[rank - 1] - 1
            counts[unit].add(rank)
            doubledMidRanks[unit] += doubled
            squaredMidRanks[unit] += doubled * doubled
        }
        pairs?.record(ranks)
    }

    /// Notes a run that gave no ranks.
    public mutating func recordFailure(run: Int) {
        failures.record(run)
    }

    /// Adds all runs of another distribution.
    /// - Throws: `unlikeDistributions` if units or the keeping of pairs differ.
    public mutating func merge(_ other: RankDistribution) throws(SensitivityFault) {
        guard units == other.units, (pairs == nil) == (other.pairs == nil) else { throw .unlikeDistributions }
        failures.merge(other.failures)
        for unit in counts.indices { counts[unit].merge(other.counts[unit]) }
        doubledMidRanks.add(other.doubledMidRanks)
        squaredMidRanks.add(other.squaredMidRanks)
        if let others = other.pairs { pairs?.merge(others) }
    }

    /// How many units share each rank; `nil` if rank r + 1 does not come after r units at least as good.
    private func tieSizes(_ ranks: [Int?]) -> [Int]? {
        var sizes = Array(repeating: 0, count: units)
        for case .some(let rank) in ranks {
            guard rank >= 1, rank <= units else { return nil }
            sizes[rank - 1] += 1
        }
        var better = 0
        for (index, size) in sizes.enumerated() where size > 0 {
            guard better == index else { return nil }
            better += size
        }
        return sizes
    }
}

/// How often one unit was above another, and how often they tied, over runs in which both had a rank.
struct PairCounts: Hashable, Sendable {
    let units: Int
    private(set) var wins: [Int]
    private(set) var ties: [Int]

    init(units: Int) {
        self.units = units
        wins = Array(repeating: 0, count: units * units)
        ties = wins
    }

    mutating func record(_ ranks: [Int?]) {
        for (unit, rank) in ranks.enumerated() {
            guard let rank else { continue }
            for (other, otherRank) in ranks.enumerated() where other != unit {
                guard let otherRank else { continue }
                if rank < otherRank { wins[unit * units + other] += 1 }
                if rank == otherRank { ties[unit * units + other] += 1 }
            }
        }
    }

    mutating func merge(_ other: PairCounts) {
        wins.add(other.wins)
        ties.add(other.ties)
    }
}

extension [Int] {
    fileprivate mutating func add(_ other: [Int]) {
        for index in indices {
            self[index] += other[index]
        }
    }
}
