/// How a text table differs from comma-separated text with a header of unique names.
public struct CSVDialect: Sendable {
    /// The byte between fields: a sign of ASCII that is no quote, letter, digit or line break.
    public var separator: UInt8
    /// Whether a last line without a line break is a fault, as it is where files of our own are cut off.
    public var needsFinalLineBreak: Bool
    /// Whether empty and repeated names in the header are faults.
    public var checksHeader: Bool

    /// Commas, a final line break and a checked header.
    public init(separator: UInt8 = .comma, needsFinalLineBreak: Bool = true, checksHeader: Bool = true) {
        self.separator = separator
        self.needsFinalLineBreak = needsFinalLineBreak
        self.checksHeader = checksHeader
    }
}
