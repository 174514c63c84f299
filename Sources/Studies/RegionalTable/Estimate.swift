import Declarations

/// A declared assumption with the range in which it is varied.
public struct Estimate: Codable, Hashable, Sendable {
    /// The value taken.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// The value, then both ends.
    var cases: [Double] { [value, low, high] }

    /// Whether the value lies between its ends, and the ends between two bounds.
    func isOrdered(within bounds: ClosedRange<Double>) -> Bool {
        low <= value && value <= high && bounds.contains(low) && bounds.contains(high)
    }
}

extension Schema {
    /// A declared assumption with its range.
    static let estimate = Schema.mapping([
        .required("value", .number), .required("low", .number), .required("high", .number),
    ])
}
