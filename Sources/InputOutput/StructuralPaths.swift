import LinearAlgebra

/// Structural path analysis: which supply chains carry the footprint of a final demand, the largest first.
///
/// A path runs from an industry that emits, through the industries that buy from each other, to a final product k; it
/// contributes s_p0 A_p0p1 ... A_p(m-1)k y_k. All paths together are s L y. The search starts at the final products and
/// goes upstream, always on from the chain behind which most is left: a chain with upstream end i and product w of
/// coefficients and demand has w M_i behind it, with M = s L. So no path above the threshold is missed, and none below it
/// is followed. Shares and the remainder are exact: covered + remaining = total.
///
/// Sources: J. Defourny, E. Thorbecke, Economic Journal 94 (1984) 111-136; M. Lenzen, Environmental Impact Assessment
/// Review 23 (2003) 1-34.
public struct StructuralPaths: Sendable {
    /// A path.
    public struct Path: Hashable, Sendable {
        /// The industries by position in the table, from the one that emits to the final product.
        public let industries: [Int]
        /// What the first industry emits for this chain alone.
        public let contribution: Double
        /// The same with all that is upstream of the first industry.
        public let subtree: Double
    }

    /// The paths, the largest contribution first, ties in the order of their labels.
    public let paths: [Path]
    /// s L y, what all paths together contribute.
    public let total: Double
    /// What the listed paths contribute.
    public let covered: Double
    /// Every path that contributes at least this much is listed, unless more were found than asked for.
    public let completeTo: Double

    /// What all paths that are not listed contribute.
    public var remaining: Double { total - covered }

    /// Finds the paths.
    ///
    /// - Parameters:
    ///   - intensities: s, per unit of output of each industry.
    ///   - demand: y, the final demand of each industry's product whose footprint is taken apart.
    ///   - threshold: the share of the total below which no chain is followed; of the sum of absolute amounts where
    ///     intensities or demand are negative.
    ///   - most: the largest number of paths; `nil` lists all above the threshold.
    ///   - limit: the largest number of chains in memory; beyond it the threshold rises, which `completeTo` tells.
    /// - Throws: `InputOutputFaults` for wrong sizes, and for negative flows, with which nothing bounds what is upstream.
    public init(
        _ model: LeontiefModel, intensities: [Double], demand: [Double], threshold: Double = 1e-4, most: Int? = nil,
        limit: Int = 1_000_000
    ) throws(InputOutputFaults) {
        try Self.check(model.table, intensities: intensities, demand: demand)
        let totals = try model.totalIntensities(Self.row(intensities)).elements
        let hasNegative = intensities.contains { $0 < 0 }
        // |s| L bounds what is upstream of a unit of each industry.
        let bounds = hasNegative ? try model.totalIntensities(Self.row(intensities.map(abs))).elements : totals
        var search = PathSearch(
            model.table, intensities: intensities, bounds: bounds, limit: max(1, limit), most: most)
        let largest = zip(bounds, demand).reduce(0) { $0 + $1.0 * abs($1.1) }
        search.run(demand: demand, cutoff: largest * max(threshold, 1e-15))
        total = zip(totals, demand).reduce(0) { $0 + $1.0 * $1.1 }
        paths = search.ranked(model.table).map { found in
            Path(
                industries: found.industries, contribution: found.contribution,
                subtree: found.weight * totals[found.industries[0]])
        }
        covered = paths.reduce(0) { $0 + $1.contribution }
        completeTo = search.cutoff
    }

    private static func check(
        _ table: InputOutputTable, intensities: [Double], demand: [Double]
    ) throws(InputOutputFaults) {
        let faults =
            InputOutputTable.sizeFaults(row(intensities), .industryFlows, 1, table.industries.count)
            + InputOutputTable.sizeFaults(row(demand), .finalDemand, 1, table.industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        guard table.hasNegativeFlows, let position = table.flows.elements.firstIndex(where: { $0 < 0 })
        else { return }
        let count = table.industries.count
        throw InputOutputFaults([
            .negativeFlowInPaths(
                from: table.industries[position / count], to: table.industries[position % count],
                table.flows.elements[position])
        ])
    }

    private static func row(_ values: [Double]) -> Matrix {
        Matrix(rows: 1, columns: values.count) { values[$1] }
    }
}
