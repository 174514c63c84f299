/// The names of the columns and marks of a ``RankIntervalChart``, in the chart's language.
public struct RankIntervalTitles: Sendable, Hashable {
    /// The heading of the names, such as "Province".
    public var label: String
    /// What the dots are, such as "Nominal rank".
    public var nominal: String
    /// What the ticks are, such as "Median rank".
    public var median: String
    /// What the lines are, such as "5 to 95 % of the runs".
    public var interval: String
    /// What the bars on the lines are, such as "25 to 75 % of the runs"; unused if no row has an inner interval.
    public var inner: String
    /// The heading of the lower ends, such as "5 %".
    public var lower: String
    /// The heading of the upper ends, such as "95 %".
    public var upper: String
    /// What the axis shows, such as "Rank, 1 is the best".
    public var axis: String

    /// Creates titles.
    public init(
        label: String, nominal: String, median: String, interval: String, inner: String = "", lower: String,
        upper: String, axis: String = ""
    ) {
        self.label = label
        self.nominal = nominal
        self.median = median
        self.interval = interval
        self.inner = inner
        self.lower = lower
        self.upper = upper
        self.axis = axis
    }
}
