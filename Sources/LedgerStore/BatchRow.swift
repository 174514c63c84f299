public import StatisticalData

/// A row on its way into the ledger: an observation whose series, unit and source are numbers given by the writer.
public struct BatchRow: Sendable {
    /// From `BatchWriter.number(of:)`.
    public var series: Int64
    /// The time.
    public var period: Period
    /// The figure.
    public var value: Double?
    /// Decimals printed.
    public var decimals: Int
    /// From `BatchWriter.number(of:)`.
    public var unit: Int64
    /// A sign of inexactness.
    public var qualifier: Qualifier?
    /// The vintage.
    public var knownOn: KnownDate
    /// How final.
    public var revision: Revision
    /// How far trusted.
    public var trust: Trust
    /// From `BatchWriter.number(of:)`.
    public var source: Int64
    /// A remark.
    public var note: LocalisedText?
    /// The line of the file.
    public var line: Int

    /// Makes a row.
    public init(
        series: Int64, period: Period, value: Double?, decimals: Int, unit: Int64, qualifier: Qualifier?,
        knownOn: KnownDate, revision: Revision, trust: Trust, source: Int64, note: LocalisedText?, line: Int
    ) {
        self.series = series
        self.period = period
        self.value = value
        self.decimals = decimals
        self.unit = unit
        self.qualifier = qualifier
        self.knownOn = knownOn
        self.revision = revision
        self.trust = trust
        self.source = source
        self.note = note
        self.line = line
    }
}
