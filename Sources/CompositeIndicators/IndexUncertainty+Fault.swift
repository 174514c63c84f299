public import SensitivityAnalysis

/// What is wrong with the choices of an analysis, found before any run.
public enum IndexUncertaintyFault: Error, Hashable, Sendable {
    /// A choice of this name stands twice.
    case repeated(choice: String)
    /// A choice without alternatives.
    case noAlternatives(choice: String)
    /// A share, concentration, correlation, deviation or half-width outside its range.
    case invalidNumber(choice: String, Double)
    /// An element that is not below the index.
    case unknownElement(choice: String, element: String, known: [String])
    /// A column of the metadata that holds no weights.
    case unknownColumn(choice: String, column: String, known: [String])
    /// A level that the tree does not have.
    case unknownLevel(choice: String, level: Int, highest: Int)
    /// Leaving these out leaves an index without parts.
    case nothingLeft(elements: [String])
    /// Posts vary, but no alternative uses posts.
    case noGoalposts
    /// Weights below zero, around which no Dirichlet distribution can lie.
    case negativeWeight(element: String)
    /// Some unit is certain to have a score the aggregation cannot take.
    case incompatible(Normalisation.Method, Aggregation.Method)
    /// The excluded combinations leave no aggregation for a normalisation.
    case noAggregationLeft(Normalisation.Method)
    /// Half-widths for other units or indicators than the data have.
    case halfWidthsMismatch
    /// A unit that the data do not have.
    case unknownUnit(String, known: [String])
    /// Too many units to count pairs.
    case tooManyUnits(found: Int, maximum: Int)
    /// A run that the analysis does not have.
    case noSuchRun(Int)
}

/// Everything wrong with the choices.
public struct IndexUncertaintyFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the choices.
    public let list: [IndexUncertaintyFault]
}

/// More runs without a result than allowed.
public struct IndexUncertaintyFailures: Error, Sendable {
    /// A run that failed.
    public struct Run: Sendable {
        /// The number, from 0.
        public let number: Int
        /// Why.
        public let error: any Error
    }

    /// How many runs failed, and which.
    public let failures: RunFailures
    /// The share allowed.
    public let allowedShare: Double
    /// The first of them with its reason.
    public let first: Run
}

/// A value whose error takes it beyond the range of numbers.
public struct MeasurementOverflow: Error, Hashable, Sendable {
    /// The unit.
    public let unit: String
    /// The indicator.
    public let indicator: String
}
