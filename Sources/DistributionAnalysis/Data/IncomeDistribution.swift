/// Incomes y with weights w, sorted: what every measure of a distribution is computed from.
///
/// W = sum w, mu = sum w y / W. A weight is the number of persons a row stands for; every measure equals that of the rows
/// repeated as often as whole weights say.
public struct IncomeDistribution: Hashable, Sendable {
    /// y, ascending; rows of weight zero are left out.
    public let incomes: [Double]
    /// w, in the order of the incomes.
    public let weights: [Double]
    /// W.
    public let population: Double
    /// mu.
    public let mean: Double
    /// The weight up to and including each row.
    let cumulative: [Double]

    /// Sorts incomes.
    ///
    /// - Throws: `DistributionFaults` for no rows, values that are not finite, negative weights, all weights zero.
    public init(_ incomes: [Double], weights: [Double]? = nil) throws(DistributionFaults) {
        let given = weights ?? Array(repeating: 1, count: incomes.count)
        var faults: [DistributionFault] = incomes.isEmpty ? [.empty] : []
        if given.count != incomes.count { faults.append(.wrongCount(found: given.count, expected: incomes.count)) }
        for (row, value) in incomes.enumerated() where !value.isFinite { faults.append(.badValue(row: row, value)) }
        for (row, weight) in given.enumerated() where !(weight >= 0 && weight.isFinite) {
            faults.append(.badValue(row: row, weight))
        }
        try faults.throwIfAny()
        let order = incomes.indices.filter { given[$0] > 0 }.sorted { (incomes[$0], $0) < (incomes[$1], $1) }
        guard !order.isEmpty else { throw DistributionFaults([.noWeight]) }
        self.init(sorted: order.map { incomes[$0] }, order.map { given[$0] })
    }

    /// Incomes that are sorted and checked.
    init(sorted incomes: [Double], _ weights: [Double]) {
        self.incomes = incomes
        self.weights = weights
        var (sum, total) = (0.0, 0.0)
        var cumulative: [Double] = []
        cumulative.reserveCapacity(weights.count)
        for (income, weight) in zip(incomes, weights) {
            sum += weight
            total += weight * income
            cumulative.append(sum)
        }
        self.cumulative = cumulative
        population = sum
        mean = total / sum
    }

    /// (1/W) sum w f(y).
    func average(_ value: (Double) -> Double) -> Double {
        var sum = 0.0
        for row in incomes.indices { sum += weights[row] * value(incomes[row]) }
        return sum / population
    }

    /// The smallest y with a cumulative share of weight of at least p (tolerance 1e-12).
    public func quantile(_ p: Double) -> Double {
        let limit = (p - 1e-12) * population
        var (low, high) = (0, incomes.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] >= limit { high = middle } else { low = middle + 1 }
        }
        return incomes[low]
    }

    /// The Lorenz curve L(p) joined by straight lines between the sorted rows: the share of all income of the poorest p.
    ///
    /// - Throws: `DistributionFaults` for a mean that is not positive.
    public func lorenz(_ p: Double) throws(DistributionFaults) -> Double {
        guard mean > 0 else { throw DistributionFaults([.noMean(mean)]) }
        let limit = min(max(p, 0), 1) * population
        var (sum, before) = (0.0, 0.0)
        for row in incomes.indices {
            if cumulative[row] >= limit {
                return (sum + (limit - before) * incomes[row]) / (mean * population)
            }
            sum += weights[row] * incomes[row]
            before = cumulative[row]
        }
        return 1
    }
}
