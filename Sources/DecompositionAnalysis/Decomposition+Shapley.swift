/// The Shapley value, which is the refined Laspeyres index of Sun (1998), Energy Economics 20:85-100.
///
/// dV_k = sum over the sets S without k of |S|! (K - |S| - 1)!/K! times (V(S with k) - V(S)), where factors in S have
/// the value of the last moment and the others that of the first. Exact and symmetric for any signs and zeros.
extension Decomposition {
    /// Sets are 2^K: beyond this the method is refused.
    public static let mostShapleyFactors = 12

    /// The terms by cell and factor.
    static func shapley(_ values: FactorCells) throws(DecompositionFaults) -> [[Double]] {
        let count = values.factors.count
        guard count <= mostShapleyFactors else {
            throw DecompositionFaults(list: [.tooManyFactors(count, limit: mostShapleyFactors)])
        }
        let weights = setWeights(count)
        var result: [[Double]] = []
        for cell in values.cells.indices {
            let products = products(values.start[cell], values.end[cell])
            guard products.allSatisfy(\.isFinite) else {
                throw DecompositionFaults(list: [.outOfRange(cell: values.cells[cell])])
            }
            result.append(
                (0..<count).map { factor in
                    products.indices.lazy.filter { $0 & (1 << factor) == 0 }.map { set in
                        weights[set.nonzeroBitCount] * (products[set | 1 << factor] - products[set])
                    }.compensatedSum()
                })
        }
        return result
    }

    /// The product for every set; bit k tells whether factor k is that of the last moment.
    private static func products(_ start: [Double], _ end: [Double]) -> [Double] {
        var products = [1.0]
        for (before, after) in zip(start, end) {
            products = products.map { $0 * before } + products.map { $0 * after }
        }
        return products
    }

    /// |S|! (K - |S| - 1)!/K! = 1/(K C(K - 1, |S|)) by the size of S.
    private static func setWeights(_ count: Int) -> [Double] {
        var weights: [Double] = []
        var binomial = 1.0
        for size in 0..<count {
            weights.append(1 / (Double(count) * binomial))
            binomial *= Double(count - 1 - size) / Double(size + 1)
        }
        return weights
    }
}
