/// A value computed from printed figures, with the bounds their rounding leaves.
public struct RoundedValue: Hashable, Sendable {
    /// The value computed from the figures as printed.
    public let value: Double
    /// The smallest value the true figures can give.
    public let low: Double
    /// The largest value the true figures can give.
    public let high: Double

    /// Whether a printed figure, itself rounded by at most `halfWidth`, can be the same number.
    public func agrees(with printed: Double, halfWidth: Double = 0) -> Bool {
        printed + halfWidth >= low && printed - halfWidth <= high
    }

    /// A function that rises with `x` and falls with `y`, at the printed figures and at the corners of their box.
    init(rising x: Double, within a: Double, falling y: Double, within b: Double, _ f: (Double, Double) -> Double) {
        value = f(x, y)
        low = f(x - a.magnitude, y + b.magnitude)
        high = f(x + a.magnitude, y - b.magnitude)
    }

    init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
}
