import Foundation

/// A measure of poverty or inequality of one distribution.
///
/// z a poverty line; poor is strictly y < z. Sums are weighted and divided by W.
/// - `fgt` (1/W) sum_{y<z} w ((z - y)/z)^a (Foster, Greer, Thorbecke 1984); `watts` (1/W) sum_{y<z} w ln(z/y).
/// - `gini` sum_i w_i y_i (2 C_i - w_i - W)/(W^2 mu), C the cumulative weight; `giniSample` times n/(n - 1) for n rows.
/// - `theil` (1/W) sum w (y/mu) ln(y/mu) with 0 ln 0 = 0; `mld` (1/W) sum w ln(mu/y); `ge2` ((1/W) sum w (y/mu)^2 - 1)/2.
/// - `atkinson` 1 - [(1/W) sum w (y/mu)^(1-e)]^(1/(1-e)), for e = 1: 1 - exp((1/W) sum w ln y)/mu (Atkinson 1970).
/// - `hoover` sum w |y - mu|/(2 W mu); `palma` (1 - L(0.9))/L(0.4); `s80s20` (1 - L(0.8))/L(0.2).
public enum DistributionMeasure: Hashable, Sendable {
    /// The mean.
    case mean
    /// The median, the smallest y with half of the weight.
    case median
    /// Poverty of a power under a line.
    case fgt(Double, line: Double)
    /// Watts' index under a line.
    case watts(line: Double)
    /// Gini.
    case gini
    /// Gini times n/(n - 1).
    case giniSample
    /// Theil's T.
    case theil
    /// Mean logarithmic deviation.
    case mld
    /// Half the squared coefficient of variation.
    case ge2
    /// Atkinson's index of an aversion.
    case atkinson(Double)
    /// Hoover's index.
    case hoover
    /// Palma's ratio.
    case palma
    /// The richest fifth by the poorest.
    case s80s20
}

extension IncomeDistribution {
    /// A measure; `nil` where it is not defined for these incomes: logarithms of zero, shares of a poorest part of nothing.
    ///
    /// Atkinson's index with a zero and an aversion of 1 or more is 1.
    /// - Throws: `DistributionFaults` for a mean that is not positive, negative incomes under a logarithm or power, and lines
    ///   and parameters that are not positive.
    public func value(_ measure: DistributionMeasure) throws(DistributionFaults) -> Double? {
        switch measure {
        case .mean: return mean
        case .median: return quantile(0.5)
        case .fgt(let power, let line):
            guard line > 0, power >= 0 else { throw DistributionFaults([.parameter(line > 0 ? power : line)]) }
            return poverty(power, line)
        case .watts(let line):
            guard line > 0 else { throw DistributionFaults([.parameter(line)]) }
            try checkNonNegative()
            guard incomes[0] > 0 else { return nil }
            return average { $0 < line ? log(line / $0) : 0 }
        default: break
        }
        guard mean > 0 else { throw DistributionFaults([.noMean(mean)]) }
        switch measure {
        case .gini: return gini
        case .giniSample:
            let count = Double(incomes.count)
            return incomes.count > 1 ? gini * count / (count - 1) : nil
        case .hoover: return average { abs($0 - mean) } / (2 * mean)
        case .ge2: return (average { ($0 / mean) * ($0 / mean) } - 1) / 2
        case .palma: return try ratio(top: 0.9, bottom: 0.4)
        case .s80s20: return try ratio(top: 0.8, bottom: 0.2)
        case .theil:
            try checkNonNegative()
            return average { $0 > 0 ? $0 / mean * log($0 / mean) : 0 }
        case .mld:
            try checkNonNegative()
            return incomes[0] > 0 ? average { log(mean / $0) } : nil
        case .atkinson(let aversion):
            guard aversion > 0 else { throw DistributionFaults([.parameter(aversion)]) }
            try checkNonNegative()
            return atkinson(aversion)
        default: return nil
        }
    }

    private func poverty(_ power: Double, _ line: Double) -> Double {
        average { income in
            guard income < line else { return 0 }
            return power == 0 ? 1 : pow((line - income) / line, power)
        }
    }

    private var gini: Double {
        var sum = 0.0
        for row in incomes.indices {
            sum += weights[row] * incomes[row] * (2 * cumulative[row] - weights[row] - population)
        }
        return sum / (population * population * mean)
    }

    private func atkinson(_ aversion: Double) -> Double {
        if incomes[0] == 0, aversion >= 1 { return 1 }
        if aversion == 1 { return 1 - exp(average { log($0 / mean) }) }
        return 1 - pow(average { pow($0 / mean, 1 - aversion) }, 1 / (1 - aversion))
    }

    private func ratio(top: Double, bottom: Double) throws(DistributionFaults) -> Double? {
        let low = try lorenz(bottom)
        return low > 0 ? (1 - (try lorenz(top))) / low : nil
    }

    private func checkNonNegative() throws(DistributionFaults) {
        if incomes[0] < 0 { throw DistributionFaults([.negativeIncome(row: 0, incomes[0])]) }
    }

    /// Sen's index of rows that count alike: H (I + (1 - I) G_p), G_p the Gini of the poor; zero without any.
    ///
    /// Source: Sen, "Poverty: an ordinal approach to measurement", Econometrica 44 (1976), the form for many rows.
    /// - Throws: `DistributionFaults` for a line that is not positive, or negative incomes.
    public func sen(line: Double) throws(DistributionFaults) -> Double {
        guard line > 0 else { throw DistributionFaults([.parameter(line)]) }
        try checkNonNegative()
        let poor = incomes.prefix { $0 < line }
        guard !poor.isEmpty else { return 0 }
        let part = IncomeDistribution(sorted: Array(poor), Array(repeating: 1, count: poor.count))
        let gap = 1 - part.mean / line
        let count = Double(poor.count)
        let spread = part.mean > 0 ? part.gini : 0
        return count / Double(incomes.count) * (gap + (1 - gap) * spread)
    }
}
