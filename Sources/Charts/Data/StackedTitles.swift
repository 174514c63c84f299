/// The names of the columns of ``StackedBars``, in the chart's language.
public struct StackedTitles: Sendable, Hashable {
    /// The heading of the names, such as "Sector".
    public var label: String
    /// The names of the parts.
    public var parts: [String]
    /// The heading of the sums, such as "Total".
    public var total: String
    /// The heading of the lower ends of the intervals.
    public var lower: String
    /// The heading of the upper ends of the intervals.
    public var upper: String
    /// What the axis shows, with its unit.
    public var axis: String

    /// Creates titles.
    public init(label: String, parts: [String], total: String, lower: String, upper: String, axis: String = "") {
        self.label = label
        self.parts = parts
        self.total = total
        self.lower = lower
        self.upper = upper
        self.axis = axis
    }
}
