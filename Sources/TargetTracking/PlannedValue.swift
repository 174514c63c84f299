/// What a plan sets for one year on the way to its target, in the form of the target.
public struct PlannedValue: Hashable, Sendable, Codable {
    /// The year.
    public let year: Int
    /// The figure planned for its end.
    public let value: Double

    /// Makes a planned figure.
    public init(year: Int, value: Double) {
        self.year = year
        self.value = value
    }
}
