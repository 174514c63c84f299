/// What one assumption contributes to the spread of a result.
public struct SensitivityRow: Sendable, Hashable {
    /// A share with its interval; nil, infinite or not a number means missing.
    public struct Share: Sendable, Hashable {
        /// The estimate, about 0 to 1; estimates below zero come of few runs.
        public var value: Double?
        /// The lower end of the interval.
        public var lower: Double?
        /// The upper end of the interval.
        public var upper: Double?

        /// Creates a share.
        public init(_ value: Double?, lower: Double? = nil, upper: Double? = nil) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }

        var values: [Double] { [value, lower, upper].compactMap(\.finite) }
    }

    /// The name of the assumption, in the chart's language.
    public var label: String
    /// What it explains alone.
    public var first: Share
    /// What it explains together with others.
    public var total: Share
    /// Where the shares came about.
    public var href: String?

    /// Creates a row.
    public init(label: String, first: Share, total: Share, href: String? = nil) {
        self.label = label
        self.first = first
        self.total = total
        self.href = href
    }
}
