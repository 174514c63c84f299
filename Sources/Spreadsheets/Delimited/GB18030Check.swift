/// The shape of GB 18030: one byte, two bytes, four bytes.
///
/// Source: GB 18030-2005, section 5: single bytes 00-7F; double bytes 81-FE, 40-7E or 80-FE; four bytes 81-FE, 30-39,
/// 81-FE, 30-39. Line ends, comma, quote and tab never stand inside a character; digits, `|` and `\` do.
enum GB18030Check {
    /// The offset of the first byte that fits none of the shapes.
    static func firstInvalidByte(in bytes: UnsafeRawBufferPointer, passed: (Int) -> Void = { _ in }) -> Int? {
        var position = 0
        var nextReport = CSVReader.reportStep
        while position < bytes.count {
            guard let length = length(bytes, position) else { return position }
            position += length
            if position >= nextReport {
                passed(position)
                nextReport = position + CSVReader.reportStep
            }
        }
        return nil
    }

    /// The number of bytes of the character at `position`; `nil` when there is none.
    static func length(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int? {
        let first = bytes[position]
        if first < 0x80 { return 1 }
        guard first != 0x80, first != 0xFF, position + 1 < bytes.count else { return nil }
        let second = bytes[position + 1]
        if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) { return 2 }
        guard (0x30...0x39).contains(second), position + 3 < bytes.count, (0x81...0xFE).contains(bytes[position + 2]),
            (0x30...0x39).contains(bytes[position + 3])
        else { return nil }
        return 4
    }
}
