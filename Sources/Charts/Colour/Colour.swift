/// An opaque sRGB colour.
public struct Colour: Sendable, Hashable {
    /// The red part, 0 to 255.
    public let red: UInt8
    /// The green part, 0 to 255.
    public let green: UInt8
    /// The blue part, 0 to 255.
    public let blue: UInt8

    /// Creates a colour from 0xRRGGBB; higher bits are ignored.
    public init(_ code: UInt32) {
        red = UInt8(code >> 16 & 0xFF)
        green = UInt8(code >> 8 & 0xFF)
        blue = UInt8(code & 0xFF)
    }

    /// The colour as `#RRGGBB`.
    public var hexadecimal: String {
        let code = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        let digits = String(code, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The relative luminance, 0 for black to 1 for white.
    ///
    /// Source: WCAG 2.2, definition of relative luminance.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Returns the contrast ratio with another colour, 1 to 21 (WCAG 2.2, definition of contrast ratio).
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Returns the mixture that lies at `share` (0 to 1) of the way to another colour.
    public func mixed(with other: Colour, share: Double) -> Colour {
        func part(_ a: UInt8, _ b: UInt8) -> UInt32 {
            UInt32((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded())
        }
        return Colour(
            part(red, other.red) << 16 | part(green, other.green) << 8 | part(blue, other.blue))
    }

    /// ((c + 0.055) / 1.055) to the power 2.4, written as x² times the fifth root of x².
    private static func linear(_ part: UInt8) -> Double {
        let share = Double(part) / 255
        guard share > 0.04045 else { return share / 12.92 }
        let base = (share + 0.055) / 1.055
        let square = base * base
        var root = 1.0
        for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
