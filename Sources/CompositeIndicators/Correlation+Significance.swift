import SensitivityAnalysis

extension Correlation {
    /// Probabilities of correlations without association.
    public enum Significance {
        /// The two-sided probability of a correlation r of n pairs: t = r sqrt((n-2)/(1-r^2)), n - 2 degrees of freedom.
        ///
        /// - Returns: `nil` for fewer than three pairs.
        public static func twoSided(correlation: Double, pairs: Int) -> Double? {
            guard pairs > 2 else { return nil }
            let rest = (1 - correlation) * (1 + correlation)
            return IncompleteBeta.regularised(rest, Double(pairs - 2) / 2, 0.5)
        }
    }
}
