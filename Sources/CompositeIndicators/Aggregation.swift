/// Combining the scores of parts into the score of the whole.
public enum Aggregation {
    /// The weighted arithmetic mean: sum of w s over sum of w.
    ///
    /// - Parameters:
    ///   - scores: one a part; `nil` is missing.
    ///   - weights: as many, non-negative, relative to each other.
    /// - Returns: `nil` when any part with a weight is missing, or all weights are zero: a missing part is never zero.
    public static func arithmeticMean(_ scores: [Double?], weights: [Double]) -> Double? {
        var sum = 0.0
        var total = 0.0
        for (score, weight) in zip(scores, weights) where weight > 0 {
            guard let score else { return nil }
            sum += weight * score
            total += weight
        }
        return total > 0 ? sum / total : nil
    }

    /// What each part takes from the score of a unit against a reference: w (reference - score), with weights as
    /// shares of 1. The values sum to the distance between the two weighted means.
    public static func distanceContributions(
        _ scores: [Double?], reference: [Double?], shares: [Double]
    ) -> [Double?] {
        zip(zip(scores, reference), shares).map { pair, share in
            guard let score = pair.0, let reference = pair.1 else { return nil }
            return share * (reference - score)
        }
    }
}
