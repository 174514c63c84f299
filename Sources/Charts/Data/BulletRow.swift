/// One target with its base and where it stands, all in one unit.
public struct BulletRow: Sendable, Hashable {
    /// The name, in the chart's language, with its unit.
    public var label: String
    /// The value from which the target is measured; without it there is no bar.
    public var base: Double?
    /// The value now; missing if nil, infinite or not a number.
    public var actual: Double?
    /// The value that the path to the target requires now.
    public var path: Double?
    /// The target, above or below the base.
    public var target: Double?
    /// Whether the value now may still be revised; drawn hollow.
    public var isPreliminary: Bool
    /// How the row's numbers are written; nil for the chart's style.
    public var style: NumberStyle?
    /// Where the value came about.
    public var href: String?

    /// Creates a row.
    public init(
        label: String, base: Double?, actual: Double?, path: Double? = nil, target: Double?,
        isPreliminary: Bool = false, style: NumberStyle? = nil, href: String? = nil
    ) {
        self.label = label
        self.base = base
        self.actual = actual
        self.path = path
        self.target = target
        self.isPreliminary = isPreliminary
        self.style = style
        self.href = href
    }

    var values: [Double] { [base, actual, path, target].compactMap(\.finite) }

    /// Whether less is better: the target lies below the base.
    var isFalling: Bool {
        guard let base = base.finite, let target = target.finite else { return false }
        return target < base
    }
}
