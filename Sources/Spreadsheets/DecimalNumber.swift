/// A number as statistics print it: digits with an optional sign, decimal point and exponent, in the C locale.
public struct DecimalNumber: Hashable, Sendable {
    /// The nearest double.
    public let value: Double
    /// The decimals printed: 2 for `-3.10`; negative where an exponent makes the last digit stand for tens.
    public let decimals: Int

    /// Reads a number; `nil` for anything else: text, blanks, thousands separators, decimal commas, `NaN`, `inf`,
    /// and numbers beyond the range of a double.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        let count = bytes.count
        guard count > 0, count <= 60 else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        if isNegative { position = 1 }
        var significand: UInt64 = 0
        var digits = 0
        // Those from the first that is not 0.
        var significant = 0
        var decimals = 0
        var seenPoint = false
        while position < count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), !seenPoint, digits > 0 {
                seenPoint = true
            } else if byte >= 48, byte <= 57 {
                digits += 1
                if seenPoint { decimals += 1 }
                if significant > 0 || byte != 48 { significant += 1 }
                if significant <= 19 { significand = significand &* 10 &+ UInt64(byte &- 48) }
            } else {
                break
            }
            position += 1
        }
        guard digits > 0, !(seenPoint && decimals == 0) else { return nil }
        var exponent = 0
        if position < count {
            guard let parsed = Self.exponent(bytes, from: position) else { return nil }
            exponent = parsed
        }
        self.decimals = decimals - exponent
        let power = exponent - decimals
        if significant <= 15, abs(power) <= 22 {
            let magnitude = Decimals.scaled(Double(significand), by: power)
            value = isNegative ? -magnitude : magnitude
        } else if significant <= 19, let magnitude = Self.rounded(significand, by: power) {
            value = isNegative ? -magnitude : magnitude
        } else {
            guard let parsed = Double(String(decoding: bytes, as: UTF8.self)), parsed.isFinite else { return nil }
            value = parsed
        }
    }

    /// Reads a number from text.
    public init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ DecimalNumber(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = number
    }

    /// Reads a number of up to 19 digits without an exponent where it stands in a text, up to a separator or the end of a
    /// line; `nil` for anything else, which `init` takes or refuses. The fast way through large tables.
    ///
    /// - Parameters:
    ///   - position: where the number starts; on success where the byte after it is.
    ///   - separator: the byte that may follow it.
    public static func plain(
        in bytes: UnsafeRawBufferPointer, at position: inout Int, before separator: UInt8
    ) -> Double? {
        let count = bytes.count
        var next = position
        let isNegative = next < count && bytes[next] == UInt8(ascii: "-")
        if isNegative { next += 1 }
        let start = next
        var significand: UInt64 = 0
        while next < count, bytes[next] &- 48 < 10 {
            significand = significand &* 10 &+ UInt64(bytes[next] &- 48)
            next += 1
        }
        var digits = next - start
        var decimals = 0
        guard digits > 0, next < count else { return nil }
        if bytes[next] == UInt8(ascii: ".") {
            let first = next + 1
            next = first
            while next < count, bytes[next] &- 48 < 10 {
                significand = significand &* 10 &+ UInt64(bytes[next] &- 48)
                next += 1
            }
            decimals = next - first
            digits += decimals
            guard decimals > 0, next < count else { return nil }
        }
        guard digits <= 19, bytes[next] == separator || bytes[next] == 10 else { return nil }
        let magnitude: Double
        if significand < 1 << 53 {
            magnitude = Decimals.scaled(Double(significand), by: -decimals)
        } else {
            guard let rounded = rounded(significand, by: -decimals) else { return nil }
            magnitude = rounded
        }
        position = next
        return isNegative ? -magnitude : magnitude
    }

    /// The double nearest to `significand` times a power of ten; `nil` where this takes more precision than two doubles
    /// have, or a power that is not exact.
    ///
    /// The quotient or product is a double and a correction below half its last place; rounding their sum is right unless
    /// it comes close to the middle between two doubles.
    private static func rounded(_ significand: UInt64, by power: Int) -> Double? {
        guard significand > 0, abs(power) <= 22 else { return nil }
        let upper = Double(significand)
        let lower = Double(Int64(bitPattern: significand &- UInt64(upper)))
        let scale = Decimals.scaled(1, by: abs(power))
        let first: Double
        let correction: Double
        if power < 0 {
            first = upper / scale
            correction = (upper.addingProduct(-first, scale) + lower) / scale
        } else {
            first = upper * scale
            correction = (-first).addingProduct(upper, scale) + lower * scale
        }
        let sum = first + correction
        let rest = correction - (sum - first)
        let half = sum.ulp / 2
        // A power of two has closer neighbours below it than above.
        guard abs(abs(rest) - half) > half * 0x1p-40, sum.significand != 1 else { return nil }
        return sum
    }

    private static func exponent(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var position = start + 1
        guard position < bytes.count else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        guard position < bytes.count, bytes.count - position <= 4 else { return nil }
        var number = 0
        while position < bytes.count {
            guard (48...57).contains(bytes[position]) else { return nil }
            number = number * 10 + Int(bytes[position] - 48)
            position += 1
        }
        return isNegative ? -number : number
    }

    /// One rounding: both operands are exact for 15 digits and powers up to 22 (Clinger 1990).
    private enum Decimals {
        static func scaled(_ value: Double, by power: Int) -> Double {
            power >= 0 ? value * exact[power] : value / exact[-power]
        }

        private static let exact: [Double] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22,
        ]
    }
}
