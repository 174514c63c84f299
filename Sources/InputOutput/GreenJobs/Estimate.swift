/// A number that is not negative, with the interval in which it may lie.
public struct Estimate: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// A number with its interval.
    public init(_ value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// A number taken as exact.
    public init(_ value: Double) {
        self.init(value, low: value, high: value)
    }

    static let zero = Estimate(0)

    var isOrdered: Bool { low <= value && value <= high && low.isFinite && high.isFinite }

    static func + (left: Self, right: Self) -> Self {
        Self(left.value + right.value, low: left.low + right.low, high: left.high + right.high)
    }

    /// The product of two numbers that are not negative.
    static func * (left: Self, right: Self) -> Self {
        Self(left.value * right.value, low: left.low * right.low, high: left.high * right.high)
    }
}
