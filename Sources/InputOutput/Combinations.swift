/// The combinations of factors that have changed already, as bits of a number, and the steps between them.
struct Combinations {
    /// A factor changes when others have: from `before` to `after`.
    struct Step {
        let before: Int
        let after: Int
        /// The share of orders in which the step occurs.
        let weight: Double
    }

    let count: Int
    let averaging: StructuralDecomposition.Averaging

    /// All factors have changed.
    var all: Int { (1 << count) - 1 }

    /// The combinations that occur.
    var needed: [Int] {
        switch averaging {
        case .allOrders: Array(0...all)
        case .polar: Set((0...count).flatMap { [first($0), last($0)] }).sorted()
        }
    }

    /// The steps in which a factor changes.
    func steps(of factor: Int) -> [Step] {
        let bit = 1 << factor
        switch averaging {
        case .allOrders:
            return (0...all).filter { $0 & bit == 0 }
                .map { Step(before: $0, after: $0 | bit, weight: weight($0.nonzeroBitCount)) }
        case .polar:
            return [first(factor), last(count - 1 - factor)]
                .map { Step(before: $0, after: $0 | bit, weight: 0.5) }
        }
    }

    /// The first factors have changed.
    private func first(_ number: Int) -> Int { (1 << number) - 1 }

    /// The last factors have changed.
    private func last(_ number: Int) -> Int { all & ~first(count - number) }

    /// size! (k - 1 - size)! / k!: how often just `size` given factors have changed before.
    private func weight(_ size: Int) -> Double {
        var orders = Double(count)
        for position in 0..<size { orders *= Double(count - 1 - position) / Double(position + 1) }
        return 1 / orders
    }
}
