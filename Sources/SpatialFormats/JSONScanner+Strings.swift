import StatisticalData

extension JSONScanner {
    /// A text in quotes, in UTF-8.
    mutating func string() throws(Fault) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let text = try utf8(bytes[start..<position])
                position += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escaped(from: start) }
            guard byte >= 32 else { throw expected("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))") }
            position += 1
        }
        throw expected("\"")
    }

    private mutating func escaped(from start: Int) throws(Fault) -> String {
        var result = [UInt8](bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                let text = String(validating: result, as: UTF8.self)
                guard let text else { throw expected("UTF-8") }
                return text
            case UInt8(ascii: "\\"): try escape(into: &result)
            case 0..<32: throw expected("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
            default: result.append(byte)
            }
        }
        throw expected("\"")
    }

    private mutating func utf8(_ part: Slice<UnsafeRawBufferPointer>) throws(Fault) -> String {
        guard let text = String(validating: part, as: UTF8.self) else { throw expected("UTF-8") }
        return text
    }

    private mutating func escape(into result: inout [UInt8]) throws(Fault) {
        guard position < bytes.count else { throw expected("\"") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "u"):
            guard let scalar = try scalar() else { throw expected("\\u") }
            result.append(contentsOf: String(Character(scalar)).utf8)
        default: throw expected("\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    private mutating func scalar() throws(Fault) -> Unicode.Scalar? {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard bytes[min(position, bytes.count)...].starts(with: "\\u".utf8) else { return nil }
        position += 2
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard position + 4 <= bytes.count else { throw expected("\\u0000") }
        let digits = bytes[position..<position + 4]
        let isHexadecimal = digits.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 6 }
        guard isHexadecimal, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw expected("\\u0000")
        }
        position += 4
        return unit
    }
}
