/// Escaping of text for XML, with the characters XML 1.0 forbids left out.
public enum XMLText {
    /// Returns `text` ready for element content and for attribute values in double quotes.
    ///
    /// Line breaks and tabs become spaces; control characters and non-characters are dropped
    /// (XML 1.0, fifth edition, production 2; the C1 controls it discourages are dropped too). So are the controls that
    /// turn the direction of text round; right-to-left letters keep their own direction.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            default: if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
