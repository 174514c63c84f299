/// Why a target cannot be judged.
public enum NoDataReason: String, Codable, CaseIterable, Sendable {
    /// No figure for any year after the base year up to the target year.
    case noValueAfterBase = "no value after base"
    /// The base or its year is not known, and the figure does not meet the target.
    case noBase = "no base"
    /// Annual changes are missing from the first year after the base year on, so that no mean can be formed.
    case brokenChain = "broken chain"
    /// The sign `<` or `>` of the figure leaves the matter open.
    case qualifierUndecided = "qualifier undecided"
    /// A compound path was asked for between levels of which one is zero or negative.
    case pathUndefined = "path undefined"
    /// The only figures are several for one year or not finite.
    case unusableValues = "unusable values"
    /// The target holds a number that is not finite, or its base year is not before its target year.
    case faultyTarget = "faulty target"
}
