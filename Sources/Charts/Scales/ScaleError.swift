/// Why a scale cannot be made.
public enum ScaleError: Error, Sendable, Hashable {
    /// An end of the domain or of the range is infinite or not a number.
    case nonFiniteEnd(String)
}
