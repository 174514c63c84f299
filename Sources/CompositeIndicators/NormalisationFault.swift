/// What can be wrong with a normalisation. `group` is the group of rows, `nil` if all were taken together.
public enum NormalisationFault: Error, Hashable, Sendable {
    /// The number of group labels is not the number of rows.
    case groupsMismatch(labels: Int, rows: Int)
    /// A column without metadata.
    case noMetadata(indicator: String)
    /// A direction other than 1 and -1.
    case invalidDirection(indicator: String, direction: Int)
    /// An indicator without any value.
    case noValues(indicator: String)
    /// A parameter the metadata do not have.
    case missingParameter(indicator: String, name: String)
    /// A parameter out of its range: bounds not in ascending order, a deviation not above zero, bands that do not fit.
    case invalidParameter(indicator: String)
    /// All values are equal.
    case zeroRange(indicator: String, group: String?)
    /// The values are too far apart, or a parameter too large, for a score that is a number.
    case overflow(indicator: String, group: String?)
    /// Fewer values than the method needs.
    case tooFewUnits(indicator: String, group: String?)
    /// The reference unit is not among the rows, is there more than once, or has no value.
    case unusableReference(indicator: String, group: String?, unit: String)
    /// The reference unit is the worst.
    case referenceIsMinimum(indicator: String, group: String?)
    /// The target is not above the worst value.
    case targetNotAboveMinimum(indicator: String, group: String?)
    /// The method needs positive data.
    case notPositive(indicator: String, group: String?)
    /// The method is not for this direction.
    case directionUnsupported(indicator: String)
}

/// All faults of one normalisation.
public struct NormalisationFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the columns.
    public let list: [NormalisationFault]
}
