/// What stops an aggregation. Elements and units are given by code.
public enum AggregationError: Error, Hashable, Sendable {
    /// The metadata hold no aggregate.
    case noAggregates
    /// A code that an earlier element has.
    case duplicate(element: String)
    /// A parent that is no aggregate of the metadata.
    case unknownParent(element: String, parent: String)
    /// An element that is above itself.
    case cycle(element: String)
    /// An aggregate without parts.
    case noParts(element: String)
    /// An indicator without a column among the scores.
    case noColumn(indicator: String)
    /// The number of scores is not units times columns.
    case wrongSize(expected: Int, found: Int)
    /// A weight that is infinite or not a number.
    case invalidWeight(element: String)
    /// A negative weight that was not declared.
    case negativeWeight(element: String)
    /// The weights of the parts sum to zero.
    case weightsAllZero(aggregate: String)
    /// Negative weights, declared, where the method cannot use them.
    case negativeWeightInMethod(element: String, aggregate: String)
    /// A least share outside 0 to 1.
    case invalidMinimumShare(aggregate: String, share: Double)
    /// A power or offset that is infinite or not a number.
    case invalidParameter(aggregate: String)
    /// Weights of places that are negative, all zero, or not as many as parts.
    case invalidPlaceWeights(aggregate: String, parts: Int)
    /// A score that is not positive, under a mean that needs positive scores.
    case notPositive(unit: String, element: String, aggregate: String, score: Double)
    /// A negative score under benefit of the doubt.
    case negativeScore(unit: String, element: String, aggregate: String, score: Double)
    /// A missing score under benefit of the doubt.
    case missingScore(unit: String, element: String, aggregate: String)
    /// A mean of zero under Mazziotta-Pareto, which divides by it.
    case zeroMean(unit: String, aggregate: String)
    /// Benefit of the doubt failed for a unit.
    case benefitOfTheDoubt(unit: String, aggregate: String, reason: BenefitOfTheDoubtError)
    /// The result is too large for a number.
    case overflow(unit: String, aggregate: String)
}
