/// Why a design cannot be made or its outputs cannot be analysed.
public enum SensitivityFault: Error, Hashable, Sendable {
    /// A Sobol' sequence has at most `maximum` dimensions; a Saltelli design of d inputs needs 2 d.
    case tooManyDimensions(wanted: Int, maximum: Int)
    /// A design without rows or inputs, or with more than 2^32 rows.
    case emptyOrOversizedDesign(rows: Int, inputs: Int)
    /// The values of a sample do not fill rows x columns, or a Saltelli base has an odd number of columns.
    case sampleShape(values: Int, columns: Int)
    /// Morris levels must be even and at least 2.
    case oddLevels(Int)
    /// The number of outputs does not fit the design.
    case outputCount(found: Int, expected: Int)
    /// More runs failed than declared as allowed.
    case tooManyFailures(RunFailures, allowedShare: Double)
    /// Every output is the same (or too few runs succeeded), so shares of variance are not defined.
    case noVariance
    /// No row has all three of A, B and AB for this input (from 0).
    case noCompleteRow(input: Int)
    /// No quantile of no values, or of values that contain one that is not a number.
    case undefinedQuantile
    /// The ranks of a run do not match the number of units.
    case rankCount(run: Int, found: Int, expected: Int)
    /// Ranks of a run that are not 1, 2, 2, 4 ... with ties sharing the best place.
    case irregularRanks(run: Int)
    /// Two rank distributions of different units or settings cannot be merged.
    case unlikeDistributions
}
