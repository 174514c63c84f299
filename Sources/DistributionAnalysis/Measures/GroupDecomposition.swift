import Foundation

/// Inequality within and between groups, and poverty by group.
///
/// T = sum_g s_g T_g + sum_g s_g ln(s_g/p_g), L = sum_g p_g L_g + sum_g p_g ln(p_g/s_g) with shares of population p_g and of
/// income s_g. Both are exact. FGT of the whole is the mean of the groups' by p_g.
/// Source: Shorrocks, "The class of additively decomposable inequality measures", Econometrica 48 (1980).
public struct GroupDecomposition: Hashable, Sendable {
    /// A group.
    public struct Group: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The distribution in it.
        public let distribution: IncomeDistribution
        /// p_g.
        public let populationShare: Double
        /// s_g.
        public let incomeShare: Double
    }

    /// The distribution of all.
    public let whole: IncomeDistribution
    /// The groups with weight, in the order they first come.
    public let groups: [Group]

    /// Splits rows into groups.
    ///
    /// - Throws: `DistributionFaults` as for a distribution; a mean of zero or less.
    public init(_ incomes: [Double], weights: [Double]? = nil, groups names: [String]) throws(DistributionFaults) {
        guard names.count == incomes.count else {
            throw DistributionFaults([.wrongCount(found: names.count, expected: incomes.count)])
        }
        let given = weights ?? Array(repeating: 1, count: incomes.count)
        let whole = try IncomeDistribution(incomes, weights: given)
        guard whole.mean > 0 else { throw DistributionFaults([.noMean(whole.mean)]) }
        var rows: [String: [Int]] = [:]
        var order: [String] = []
        for (row, name) in names.enumerated() where given[row] > 0 {
            if rows[name] == nil { order.append(name) }
            rows[name, default: []].append(row)
        }
        var groups: [Group] = []
        for name in order {
            let members = rows[name] ?? []
            let part = try IncomeDistribution(members.map { incomes[$0] }, weights: members.map { given[$0] })
            groups.append(
                Group(
                    name: name, distribution: part, populationShare: part.population / whole.population,
                    incomeShare: part.population * part.mean / (whole.population * whole.mean)))
        }
        self.whole = whole
        self.groups = groups
    }

    /// Theil's T within and between groups; `nil` where a group has no income.
    ///
    /// - Throws: `DistributionFaults` for negative incomes.
    public func theil() throws(DistributionFaults) -> (within: Double, between: Double)? {
        try split(.theil, weight: \.incomeShare) { $0.incomeShare * log($0.incomeShare / $0.populationShare) }
    }

    /// The mean logarithmic deviation within and between groups; `nil` where it is not defined.
    ///
    /// - Throws: `DistributionFaults` for negative incomes.
    public func mld() throws(DistributionFaults) -> (within: Double, between: Double)? {
        try split(.mld, weight: \.populationShare) {
            $0.populationShare * log($0.populationShare / $0.incomeShare)
        }
    }

    private func split(
        _ measure: DistributionMeasure, weight: (Group) -> Double, between: (Group) -> Double
    ) throws(DistributionFaults) -> (within: Double, between: Double)? {
        var result = (within: 0.0, between: 0.0)
        for group in groups {
            guard group.incomeShare > 0, let value = try group.distribution.value(measure) else { return nil }
            result.within += weight(group) * value
            result.between += between(group)
        }
        return result
    }
}
