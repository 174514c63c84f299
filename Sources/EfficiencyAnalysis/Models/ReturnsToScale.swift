/// What scales of a unit are thought possible.
public enum ReturnsToScale: String, Hashable, Sendable, CaseIterable {
    /// Any multiple (CRS).
    case constant = "crs"
    /// Mixtures only: the weights sum to 1 (VRS).
    case variable = "vrs"
    /// Down to nothing: the weights sum to at most 1 (NIRS; some programs print drs).
    case nonIncreasing = "nirs"
    /// Up without limit: the weights sum to at least 1 (NDRS; some programs print irs).
    case nonDecreasing = "ndrs"

    /// Whether the weights have a row of their own.
    var hasRow: Bool { self != .constant }

    /// The coefficient of the slack in that row; `nil` for an equality.
    var slack: Double? {
        switch self {
        case .nonIncreasing: 1
        case .nonDecreasing: -1
        case .constant, .variable: nil
        }
    }
}

/// Whether inputs are to shrink or outputs to grow.
public enum Orientation: String, Hashable, Sendable, CaseIterable {
    case input, output
}
