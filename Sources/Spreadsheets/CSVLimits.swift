/// What a CSV file may hold at most, so that a hostile or broken file cannot take memory or time without end.
public struct CSVLimits: Sendable {
    /// Columns of a row.
    public var columns: Int
    /// Bytes of a field.
    public var fieldBytes: Int

    /// The usual limits suffice for any statistical table.
    public init(columns: Int = 1000, fieldBytes: Int = 1 << 20) {
        self.columns = columns
        self.fieldBytes = fieldBytes
    }
}
