/// The names of the columns of ``SensitivityBars``, in the chart's language.
public struct SensitivityTitles: Sendable, Hashable {
    /// The heading of the names, such as "Assumption".
    public var label: String
    /// What an assumption explains alone, such as "First-order share".
    public var first: String
    /// The heading of the lower ends of its intervals.
    public var firstLower: String
    /// The heading of the upper ends of its intervals.
    public var firstUpper: String
    /// What an assumption explains together with others, such as "Total share".
    public var total: String
    /// The heading of the lower ends of its intervals.
    public var totalLower: String
    /// The heading of the upper ends of its intervals.
    public var totalUpper: String
    /// What the axis shows, such as "Share of the variance".
    public var axis: String

    /// Creates titles.
    public init(
        label: String, first: String, firstLower: String, firstUpper: String, total: String, totalLower: String,
        totalUpper: String, axis: String = ""
    ) {
        self.label = label
        self.first = first
        self.firstLower = firstLower
        self.firstUpper = firstUpper
        self.total = total
        self.totalLower = totalLower
        self.totalUpper = totalUpper
        self.axis = axis
    }
}
