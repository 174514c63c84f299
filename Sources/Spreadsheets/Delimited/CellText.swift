/// Small things done to the text of every cell.
public enum CellText {
    /// The text without blanks at both ends: spaces, tabs, line ends, no-break and full-width spaces.
    public static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        if isVisibleASCII(first), isVisibleASCII(last) { return text }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    /// The text with full-width letters, digits and signs as those of ASCII.
    public static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (0xFF01...0xFF5E).contains(scalar.value), let plain = UnicodeScalar(scalar.value - 0xFEE0) {
                folded.append(plain)
            } else {
                folded.append(scalar == "\u{3000}" ? " " : scalar)
            }
        }
        return String(folded)
    }

    /// The form in which names are compared: trimmed, folded, in lower case, without byte order mark.
    public static func comparable(_ text: String) -> String {
        trimmed(folded(unmarked(text))).lowercased()
    }

    /// The text without a byte order mark before it.
    public static func unmarked(_ text: String) -> String {
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The first control character other than tab and line ends.
    public static func controlCharacter(in text: String) -> UnicodeScalar? {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return nil }
        return text.unicodeScalars.first { scalar in
            (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)) || (0x7F...0x9F).contains(scalar.value)
        }
    }

    private static func isVisibleASCII(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    private static func isBlank(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case " ", "\t", "\n", "\r", "\u{A0}", "\u{2007}", "\u{202F}", "\u{3000}", "\u{FEFF}", "\u{200B}": true
        default: false
        }
    }
}
