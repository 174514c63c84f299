/// One category with its value.
public struct Bar: Sendable, Hashable {
    /// The name, in the chart's language.
    public var label: String
    /// The value; nil, infinite or not a number means missing.
    public var value: Double?
    /// The lower end of the interval, in the unit of the value.
    public var lower: Double?
    /// The upper end of the interval, in the unit of the value.
    public var upper: Double?
    /// Where the value came about.
    public var href: String?

    /// Creates a bar.
    public init(
        label: String, value: Double?, lower: Double? = nil, upper: Double? = nil, href: String? = nil
    ) {
        self.label = label
        self.value = value
        self.lower = lower
        self.upper = upper
        self.href = href
    }
}
