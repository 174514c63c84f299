internal import SensitivityAnalysis

/// What the runs of an ensemble have in common at one time: mean, variance, quantiles.
public struct EnsembleSummary: Hashable, Sendable {
    /// The number of runs with a finite value.
    public let count: Int
    /// The mean.
    public let mean: Double
    /// The variance, by n - 1.
    public let variance: Double
    /// The quantiles asked for (type 7: lines between the ordered values).
    public let quantiles: [Double]

    /// Sums up values in the order of the runs; what is not finite is left out and not counted.
    public init(_ values: [Double], quantiles shares: [Double]) {
        let finite = values.filter(\.isFinite)
        count = finite.count
        mean = finite.isEmpty ? .nan : Self.sum(finite[...]) / Double(finite.count)
        let centre = mean
        variance =
            finite.count > 1
            ? Self.sum(finite.map { ($0 - centre) * ($0 - centre) }[...]) / Double(finite.count - 1) : 0
        let sorted = try? Quantiles(of: finite)
        quantiles = shares.map { sorted?.value(at: $0) ?? .nan }
    }

    /// A sum by halves, the same for any way in which the runs were computed.
    private static func sum(_ values: ArraySlice<Double>) -> Double {
        guard values.count > 8 else { return values.reduce(0, +) }
        let middle = values.startIndex + values.count / 2
        return sum(values[values.startIndex..<middle]) + sum(values[middle..<values.endIndex])
    }
}
