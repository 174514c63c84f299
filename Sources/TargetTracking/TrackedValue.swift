public import StatisticalData

/// One figure set against a target: a level, a cumulative change or an annual change, as the form of the target asks.
public struct TrackedValue: Hashable, Sendable {
    /// The year the figure is about.
    public let year: Int
    /// The figure, in the unit of the target.
    public let value: Double
    /// A printed sign of inexactness: `~` is taken as the value; `<` and `>` decide only what they make certain.
    public let qualifier: Qualifier?

    /// Makes a tracked figure.
    public init(year: Int, value: Double, qualifier: Qualifier? = nil) {
        self.year = year
        self.value = value
        self.qualifier = qualifier
    }
}
