extension Imputation {
    /// When the iterations stop, and how a nearly singular block is helped.
    public struct EMOptions: Hashable, Sendable, Codable {
        /// The largest change of a mean or covariance, in standard deviations, at which the iterations stop.
        public var tolerance: Double
        /// The number of iterations after which the block fails.
        public var iterations: Int
        /// Added to every variance of the standardised data after each step; 0 unless asked for.
        public var ridge: Double

        /// Describes the iterations.
        public init(tolerance: Double = 1e-8, iterations: Int = 1000, ridge: Double = 0) {
            self.tolerance = tolerance
            self.iterations = iterations
            self.ridge = ridge
        }
    }

    /// A multivariate normal distribution fitted to incomplete data, on the scale (x - location)/scale.
    public struct NormalFit: Hashable, Sendable, Codable {
        /// The codes of the indicators.
        public let codes: [String]
        /// The observed means.
        public let location: [Double]
        /// The observed standard deviations, divisor n - 1; 1 for a constant column.
        public let scale: [Double]
        /// The means on the standardised scale.
        public internal(set) var means: [Double]
        /// The covariances, divisor n, on the standardised scale, row by row.
        public internal(set) var covariance: [Double]
        /// How many iterations it took.
        public internal(set) var iterations = 0
    }

    /// Fits a multivariate normal distribution to all columns of a matrix by expectation and maximisation.
    ///
    /// Starts at the observed means and variances. E-step: conditional means of what is missing, and the conditional
    /// covariance added to the second moments; M-step: divisor n (Dempster, Laird, Rubin 1977; Little and Rubin,
    /// Statistical Analysis with Missing Data, 2002, section 11.2). Units without any value are left out.
    ///
    /// - Throws: `ImputationFault` if there are no more units than indicators, the block is singular, or the iterations
    ///   do not settle.
    public static func fitNormal(
        _ matrix: IndicatorMatrix, options: EMOptions = EMOptions()
    ) throws(ImputationFault) -> NormalFit {
        try EMBlock(matrix, Block(name: nil, columns: Array(matrix.codes.indices))).fit(options)
    }

    /// Cells from the conditional means at convergence.
    static func emCells(
        _ matrix: IndicatorMatrix, blocks: Blocks, metadata: [IndicatorMetadata], options: EMOptions
    ) throws(ImputationFault) -> [ImputedCell] {
        var cells: [ImputedCell] = []
        for block in try split(matrix.codes, by: blocks, metadata: metadata) {
            guard block.columns.contains(where: { Descriptives.count(matrix.values(of: $0)) < matrix.units.count })
            else { continue }
            let data = EMBlock(matrix, block)
            cells += try data.cells(data.fit(options))
        }
        return cells
    }
}
