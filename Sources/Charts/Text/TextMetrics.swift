/// Estimates the width of text without a font file.
///
/// Widths are in em as measured on Noto Sans CJK SC, plus 5 %: ideographs and full-width punctuation 1, digits
/// 0.555, lower case 0.53 and upper case 0.636 on average. An estimate, good to about a tenth for a whole label.
public enum TextMetrics {
    private static let reserve = 1.05
    private static let boldFactor = 1.06

    /// Returns the estimated width of one line of `text`, in the unit of `size`.
    public static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let ems = text.reduce(0) { $0 + width(of: $1) }
        return ems * size * reserve * (isBold ? boldFactor : 1)
    }

    /// Returns `text`, cut with an ellipsis if it is wider than `limit`.
    public static func truncated(
        _ text: String, to limit: Double, size: Double, isBold: Bool = false
    ) -> String {
        guard width(text, size: size, isBold: isBold) > limit else { return text }
        let room = limit - width("…", size: size, isBold: isBold)
        var used = 0.0
        let kept = text.prefix { character in
            used += width(String(character), size: size, isBold: isBold)
            return used <= room
        }
        return kept + "…"
    }

    private static func width(of character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar {
        case "0"..."9", "\u{2212}": return 0.555
        case " ", "\u{A0}", "\n", "\r", "\t": return 0.224
        case ".", ",", ":", ";": return 0.278
        case "-": return 0.347
        case "%": return 0.921
        case "(", ")", "[", "]": return 0.338
        case "i", "j", "l", "'", "|", "!": return 0.275
        case "m", "w", "M", "W": return 0.926
        case "a"..."z": return 0.53
        case "A"..."Z": return 0.636
        default: return isWide(scalar) ? 1 : otherWidth(scalar)
        }
    }

    private static func otherWidth(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: 0
        case .uppercaseLetter: 0.68
        default: 0.6
        }
    }

    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2014...0x2027, 0x2030...0x205E, 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
