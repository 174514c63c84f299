/// What a workbook may hold at most, so that a hostile or broken file cannot take memory or time without end.
public struct WorkbookLimits: Sendable {
    /// Parts of the package.
    public var parts: Int
    /// Bytes of a part when expanded.
    public var partBytes: Int
    /// How many times larger than packed a part of more than a megabyte may be.
    public var ratio: Int
    /// Cells of a sheet, with the empty ones before the last of each row.
    public var cells: Int
    /// Shared strings.
    public var strings: Int

    /// The usual limits suffice for any statistical table.
    public init(
        parts: Int = 10_000, partBytes: Int = 256 << 20, ratio: Int = 200, cells: Int = 5_000_000,
        strings: Int = 2_000_000
    ) {
        self.parts = parts
        self.partBytes = partBytes
        self.ratio = ratio
        self.cells = cells
        self.strings = strings
    }
}
