/// A place in time where definition or method changed, so that values before and after do not compare.
public struct SeriesBreak: Sendable, Hashable {
    /// The time; no line is drawn across it.
    public var x: Double
    /// What changed, in the chart's language.
    public var label: String

    /// Creates a break.
    public init(x: Double, label: String) {
        self.x = x
        self.label = label
    }
}
