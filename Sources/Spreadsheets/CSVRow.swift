import StatisticalData

/// The fields of one row, as ranges of the bytes read: reused from row to row, so that reading allocates nothing.
public struct CSVRow: Sendable {
    /// The line the row starts on, counted from 1.
    public internal(set) var line = 0
    /// The number of fields.
    public var count: Int { fields.count }

    var fields: [Field] = []

    /// A field: its bytes without the quotes, and whether quotes inside are doubled.
    struct Field: Sendable {
        var start: Int
        var end: Int
        var hasDoubledQuotes: Bool
    }

    /// An empty row, to be filled by a reader.
    public init() {}
}
