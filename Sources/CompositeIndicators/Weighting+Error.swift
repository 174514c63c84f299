/// What stops a weighting. Elements and units are given by code.
public enum WeightingError: Error, Hashable, Sendable {
    /// A code without a column.
    case unknown(element: String)
    /// No elements to weigh.
    case noElements
    /// A missing value where the method needs complete data.
    case missing(unit: String, element: String)
    /// A negative score where the method needs scores of 0 or more.
    case negative(unit: String, element: String)
    /// A column without spread.
    case constant(element: String)
    /// A column with mean zero, by which variation divides.
    case zeroMean(element: String)
    /// No column holds any information under the method.
    case noInformation
    /// Fewer complete units than the method needs.
    case tooFewUnits(found: Int, needed: Int)
    /// A weight that is infinite or not a number.
    case invalidWeight(element: String)
    /// A negative weight that was not declared.
    case negativeWeight(element: String)
    /// The weights of the parts sum to zero.
    case weightsAllZero(aggregate: String)
    /// Targets that are negative, missing for an element, or all zero.
    case invalidTargets
    /// Least shares that sum to more than 1 in a parent, or are negative.
    case invalidMinimumShare
    /// A level that has no elements below the index; `highest` is the level below it.
    case invalidLevel(found: Int, highest: Int)
    /// The correlation of an element with the index is undefined for the weights started from.
    case undefinedCorrelation(element: String)
    /// An iteration did not converge.
    case noConvergence
    /// A level with more elements than the search for optimised weights can take.
    case tooManyToOptimise(found: Int, most: Int)
    /// The aggregation failed.
    case aggregation(AggregationError)
}
