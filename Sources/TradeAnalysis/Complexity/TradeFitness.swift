internal import LinearAlgebra

/// Fitness of areas and quality of products.
///
/// F = M Q and Q = 1/(M' (1/F)), each divided by its mean every step, until no value changes by 1e-10 of itself or 1,000
/// steps. In nested tables some values run to zero: `hasConverged` is then false, and ranks are all that counts.
/// Source: Tacchella, Cristelli, Caldarelli, Gabrielli, Pietronero, Scientific Reports 2 (2012), 723.
public struct TradeFitness: Hashable, Sendable {
    /// F, in the order of the network's areas.
    public let areas: [Double]
    /// Q, in the order of the network's products.
    public let products: [Double]
    /// Whether the values have settled.
    public let hasConverged: Bool
    /// The steps taken.
    public let steps: Int

    /// Iterates.
    public init(_ network: AdvantageNetwork, limit: Int = 1000) {
        var fitness = Array(repeating: 1.0, count: network.areas.count)
        var quality = Array(repeating: 1.0, count: network.products.count)
        var (settled, taken) = (false, 0)
        while taken < limit, !settled {
            taken += 1
            let next = Self.divided(
                network.areas.indices.map { area in
                    network.products.indices.reduce(0) { $0 + network.members[area, $1] * quality[$1] }
                })
            var inverse = Array(repeating: 0.0, count: quality.count)
            for area in network.areas.indices {
                for product in inverse.indices where network.members[area, product] == 1 {
                    inverse[product] += 1 / max(fitness[area], .leastNormalMagnitude)
                }
            }
            let nextQuality = Self.divided(inverse.map { 1 / $0 })
            settled =
                zip(fitness + quality, next + nextQuality).allSatisfy { abs($0 - $1) <= 1e-10 * max($0, $1) }
            (fitness, quality) = (next, nextQuality)
        }
        (areas, products, hasConverged, steps) = (fitness, quality, settled, taken)
    }

    private static func divided(_ values: [Double]) -> [Double] {
        let mean = Moments.mean(values)
        return values.map { $0 / mean }
    }
}
