/// Finds bytes that are not UTF-8: text in GB18030, UTF-16 or Latin-1 that was promised as UTF-8.
public enum UTF8Check {
    /// The offset of the first byte that is zero or does not belong to well-formed UTF-8 (Unicode 15, table 3-7).
    ///
    /// - Parameter allowsZero: whether zero bytes pass, because they are reported where they stand.
    public static func firstInvalidByte(
        in bytes: UnsafeRawBufferPointer, allowsZero: Bool = false, passed: (Int) -> Void = { _ in }
    ) -> Int? {
        var position = 0
        var nextReport = CSVReader.reportStep
        let count = bytes.count
        while position < count {
            if position >= nextReport {
                passed(position)
                nextReport = position + CSVReader.reportStep
            }
            let wide = position &+ 8
            if wide <= count,
                isPlain(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            {
                position = wide
                continue
            }
            if allowsZero, bytes[position] == 0 {
                position += 1
                continue
            }
            guard let length = sequenceLength(bytes, position) else { return position }
            position += length
        }
        passed(position)
        return nil
    }

    /// Eight bytes of ASCII, none of them zero: taking one from each borrows into a high bit only where a zero is.
    private static func isPlain(_ word: UInt64) -> Bool {
        (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
    }

    private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int? {
        let lead = bytes[position]
        switch lead {
        case 0x01...0x7F: return 1
        case 0xC2...0xDF: return tail(bytes, position, 1, 0x80...0xBF)
        case 0xE0: return tail(bytes, position, 2, 0xA0...0xBF)
        case 0xED: return tail(bytes, position, 2, 0x80...0x9F)
        case 0xE1...0xEF: return tail(bytes, position, 2, 0x80...0xBF)
        case 0xF0: return tail(bytes, position, 3, 0x90...0xBF)
        case 0xF1...0xF3: return tail(bytes, position, 3, 0x80...0xBF)
        case 0xF4: return tail(bytes, position, 3, 0x80...0x8F)
        default: return nil
        }
    }

    private static func tail(
        _ bytes: UnsafeRawBufferPointer, _ position: Int, _ length: Int, _ second: ClosedRange<UInt8>
    ) -> Int? {
        guard position + length < bytes.count, second.contains(bytes[position + 1]) else { return nil }
        for offset in 1..<max(length, 1) where !(0x80...0xBF).contains(bytes[position + offset + 1]) { return nil }
        return length + 1
    }
}
