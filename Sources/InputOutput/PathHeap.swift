/// Chains of industries that wait to be followed, a binary heap: the one with most behind it comes first.
struct PathHeap {
    /// A chain: its upstream end, and where the rest of it stands.
    struct Chain {
        /// The most that can be behind it.
        let bound: Double
        /// Final demand times the coefficients along it.
        let weight: Double
        let industry: Int32
        /// The position of the chain without its upstream end among those that were followed; -1 for a final product.
        let parent: Int32
    }

    private var chains: [Chain] = []

    var count: Int { chains.count }

    mutating func insert(_ chain: Chain) {
        chains.append(chain)
        var child = chains.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.precedes(chains[child], chains[parent]) else { return }
            chains.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeLargest() -> Chain? {
        guard let largest = chains.first else { return nil }
        let last = chains.removeLast()
        guard !chains.isEmpty else { return largest }
        chains[0] = last
        var parent = 0
        while true {
            var next = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < chains.count {
                if Self.precedes(chains[child], chains[next]) { next = child }
            }
            guard next != parent else { return largest }
            chains.swapAt(parent, next)
            parent = next
        }
    }

    /// Drops the half with less behind it; the most that was behind one of those.
    mutating func dropSmallerHalf() -> Double {
        chains.sort(by: Self.precedes)
        let kept = chains.count / 2
        let largest = kept < chains.count ? chains[kept].bound : 0
        // An array sorted by this order is a heap.
        chains.removeLast(chains.count - kept)
        return largest
    }

    /// A total order, so that equal amounts are followed in the same order on every machine.
    private static func precedes(_ first: Chain, _ second: Chain) -> Bool {
        if first.bound != second.bound { return first.bound > second.bound }
        return first.industry == second.industry ? first.parent < second.parent : first.industry < second.industry
    }
}
