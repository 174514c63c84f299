/// Fair shares in a change that several factors bring about together (Shapley 1953).
///
/// phi_j = sum over the sets S without j of |S|! (n - |S| - 1)!/n! times (v(S with j) - v(S)). The shares sum to
/// v(all) - v(none), whatever v.
enum Shapley {
    /// The weights of sets by size: |S|! (n - |S| - 1)!/n! = 1/(n C(n - 1, |S|)).
    static func weights(count: Int) -> [Double] {
        var result: [Double] = []
        var binomial = 1.0
        for size in 0..<count {
            result.append(1 / (Double(count) * binomial))
            binomial *= Double(count - 1 - size) / Double(size + 1)
        }
        return result
    }

    /// The shares from the values of all sets; bit j of the position tells whether factor j is in.
    static func shares(of table: [Double], count: Int) -> [Double] {
        let weights = weights(count: count)
        return (0..<count).map { factor in
            table.indices.reduce(0) { sum, set in
                guard set & (1 << factor) == 0 else { return sum }
                return sum + weights[set.nonzeroBitCount] * (table[set | 1 << factor] - table[set])
            }
        }
    }
}
