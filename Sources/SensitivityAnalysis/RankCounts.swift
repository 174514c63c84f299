/// How often one unit took each rank: only ranks it took are kept, so that memory is at most the number of its runs.
struct RankCounts: Hashable, Sendable {
    /// The ranks taken, ascending, and how often each.
    private(set) var ranks: [Int32] = []
    private(set) var counts: [Int32] = []

    /// All runs in which the unit had a rank.
    var total: Int { counts.reduce(0) { $0 + Int($1) } }

    /// The ranks with their counts, from the best.
    var pairs: [(rank: Int, count: Int)] { zip(ranks, counts).map { (Int($0), Int($1)) } }

    /// How often the unit took a rank.
    func count(at rank: Int) -> Int {
        let rank = Int32(clamping: rank)
        let position = position(of: rank)
        return position < ranks.count && ranks[position] == rank ? Int(counts[position]) : 0
    }

    mutating func add(_ rank: Int, count: Int = 1) {
        let rank = Int32(clamping: rank)
        let position = position(of: rank)
        if position < ranks.count, ranks[position] == rank {
            counts[position] += Int32(count)
        } else {
            ranks.insert(rank, at: position)
            counts.insert(Int32(count), at: position)
        }
    }

    mutating func merge(_ other: RankCounts) {
        for (rank, count) in other.pairs { add(rank, count: count) }
    }

    /// The first position with a rank not better than `rank`.
    private func position(of rank: Int32) -> Int {
        var (low, high) = (0, ranks.count)
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle] < rank { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
