/// One value of a series at one time.
public struct DataPoint: Sendable, Hashable {
    /// The time, usually a year; an observation whose time is not finite is left out.
    public var x: Double
    /// The value; nil, infinite or not a number means missing.
    public var value: Double?
    /// The lower end of the interval, in the unit of the value.
    public var lower: Double?
    /// The upper end of the interval, in the unit of the value.
    public var upper: Double?
    /// Whether the value may still be revised; drawn hollow.
    public var isPreliminary: Bool
    /// Where the value came about.
    public var href: String?

    /// Creates an observation.
    public init(
        x: Double, value: Double?, lower: Double? = nil, upper: Double? = nil, isPreliminary: Bool = false,
        href: String? = nil
    ) {
        self.x = x
        self.value = value
        self.lower = lower
        self.upper = upper
        self.isPreliminary = isPreliminary
        self.href = href
    }
}
