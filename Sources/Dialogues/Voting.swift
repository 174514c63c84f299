/// What a group prefers, from rankings: the counts of Borda and the majorities of Condorcet.
///
/// Sources: J.-C. de Borda, Mémoire sur les élections au scrutin (1781); Condorcet, Essai sur l'application de l'analyse
/// (1785); J. H. Smith, Econometrica 41 (1973) 1027-1041 for the smallest set that beats all others.
public struct Voting: Hashable, Sendable {
    /// wins[a][b]: how many put a before b.
    public let wins: [[Int]]
    /// By option the points of Borda: n - 1 for the first place, 0 for the last, the mean of their places for equals.
    public let bordaPoints: [Double]

    /// Counts rankings.
    ///
    /// - Parameter rankings: by ballot the place of each option, 1 the best; equals share a place. All of one length.
    public init(_ rankings: [[Double]]) {
        let count = rankings.first?.count ?? 0
        var wins = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
        var points = [Double](repeating: 0, count: count)
        for ranking in rankings where ranking.count == count {
            for a in 0..<count {
                for b in 0..<count where a != b {
                    if ranking[a] < ranking[b] {
                        wins[a][b] += 1
                        points[a] += 1
                    } else if ranking[a] == ranking[b] {
                        points[a] += 0.5
                    }
                }
            }
        }
        self.wins = wins
        bordaPoints = points
    }

    /// The options with the most points of Borda.
    public var bordaWinners: [Int] {
        let most = bordaPoints.max() ?? 0
        return bordaPoints.indices.filter { bordaPoints[$0] == most }
    }

    /// Whether more put a before b than b before a.
    public func beats(_ a: Int, _ b: Int) -> Bool { wins[a][b] > wins[b][a] }

    /// The option that beats every other; `nil` when there is none.
    public var condorcetWinner: Int? {
        let all = wins.indices
        guard all.count > 1 else { return all.first }
        return all.first { a in all.allSatisfy { $0 == a || beats(a, $0) } }
    }

    /// The smallest set of options each of which beats every option outside: one option where there is a winner.
    public var smithSet: [Int] {
        let all = Array(wins.indices)
        let order = all.sorted { copeland($0) != copeland($1) ? copeland($0) > copeland($1) : $0 < $1 }
        for size in 1...max(1, order.count) {
            let inside = order.prefix(size)
            let outside = order.dropFirst(size)
            if inside.allSatisfy({ a in outside.allSatisfy { beats(a, $0) } }) { return inside.sorted() }
        }
        return all
    }

    /// Whether majorities run in a circle: some option beats another that, over others, beats it.
    public var hasCycle: Bool {
        var reaches = wins.indices.map { a in wins.indices.map { a != $0 && beats(a, $0) } }
        for middle in wins.indices {
            for a in wins.indices where reaches[a][middle] {
                for b in wins.indices where reaches[middle][b] { reaches[a][b] = true }
            }
        }
        return wins.indices.contains { reaches[$0][$0] }
    }

    private func copeland(_ a: Int) -> Double {
        wins.indices.reduce(0) { sum, b in
            sum + (a == b ? 0 : beats(a, b) ? 1 : wins[a][b] == wins[b][a] ? 0.5 : 0)
        }
    }
}
