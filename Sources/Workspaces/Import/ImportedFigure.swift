import StatisticalData

/// A figure of a table, checked: what becomes a row of a batch.
struct ImportedFigure {
    var series: SeriesKey
    var period: Period
    var value: Double?
    /// The digits as printed, in the strict form; empty where there is no figure.
    var digits: String
    var unit: UnitOfMeasure
    var qualifier: Qualifier?
    var knownOn: KnownDate
    var revision: Revision
    var trust: Trust?
    var source: Source.ID
    var note: String
    var chineseNote: String
    var line: Int
}

/// What a figure is to the ledger.
enum FigureStatus: UInt8, Sendable {
    /// The ledger has none for its series and period.
    case new
    /// The newest figure of the ledger is another one.
    case revised
    /// The newest figure of the ledger is the same one.
    case unchanged
    /// The ledger holds this figure of this date and source: nothing is to be entered.
    case known
}
