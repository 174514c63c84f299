/// A radial score with what sampling leaves open.
public struct BootstrapScore: Hashable, Sendable {
    /// The unit.
    public let unit: String
    /// The score: theta (inputs), phi (outputs).
    public let score: Double
    /// The score less its estimated bias.
    public let corrected: Double
    /// The 2.5 % limit.
    public let low: Double
    /// The 97.5 % limit.
    public let high: Double
}

/// The range of scores when one other unit is left out.
public struct LeaveOneOutRange: Hashable, Sendable {
    /// The unit.
    public let unit: String
    /// The score with all units.
    public let score: Double
    /// The score without the unit that matters most.
    public let extreme: Double
    /// That unit; `nil` where none matters.
    public let without: String?
}
