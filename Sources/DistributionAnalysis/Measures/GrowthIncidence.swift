import Foundation

/// How incomes grew along the distribution, each year sorted by itself.
///
/// By quantiles g(p) = y1(p)/y0(p) - 1, y(p) the smallest y with a cumulative share of weight of at least p; by means of
/// equal parts, their incomes from the Lorenz curve joined by straight lines.
/// Source: Ravallion and Chen, "Measuring pro-poor growth", Economics Letters 78 (2003).
public struct GrowthIncidence: Hashable, Sendable {
    /// The distributions before and after.
    public let before, after: IncomeDistribution

    /// Compares two distributions.
    public init(before: IncomeDistribution, after: IncomeDistribution) {
        self.before = before
        self.after = after
    }

    /// g(p); `nil` where y0(p) is not positive.
    public func quantileGrowth(_ p: Double) -> Double? {
        let base = before.quantile(p)
        return base > 0 ? after.quantile(p) / base - 1 : nil
    }

    /// The growth of the mean of each of so many equal parts; `nil` where it was not positive.
    ///
    /// - Throws: `DistributionFaults` for a mean that is not positive.
    public func partGrowth(parts: Int = 10) throws(DistributionFaults) -> [Double?] {
        let (first, second) = (try before.partMeans(parts), try after.partMeans(parts))
        return zip(first, second).map { $0 > 0 ? $1 / $0 - 1 : nil }
    }

    /// The rate of pro-poor growth (W_0 - W_1)/H_0 under a line; `nil` where nobody was poor or an income is zero.
    ///
    /// - Throws: `DistributionFaults` for a line that is not positive, or negative incomes.
    public func proPoorGrowth(line: Double) throws(DistributionFaults) -> Double? {
        guard let first = try before.value(.watts(line: line)), let second = try after.value(.watts(line: line)),
            let poor = try before.value(.fgt(0, line: line)), poor > 0
        else { return nil }
        return (first - second) / poor
    }

    /// A growth as a rate a year: (1 + g)^(1/T) - 1.
    public static func annual(_ growth: Double, years: Double) -> Double { pow(1 + growth, 1 / years) - 1 }
}

extension IncomeDistribution {
    /// The mean income of each of so many equal parts.
    ///
    /// - Throws: `DistributionFaults` for a mean that is not positive.
    public func partMeans(_ parts: Int) throws(DistributionFaults) -> [Double] {
        var shares: [Double] = []
        for part in 0...parts { shares.append(try lorenz(Double(part) / Double(parts))) }
        return (0..<parts).map { (shares[$0 + 1] - shares[$0]) * mean * Double(parts) }
    }
}
