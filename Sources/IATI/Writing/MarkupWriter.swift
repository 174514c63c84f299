/// Writes XML: the same calls give the same bytes.
struct MarkupWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element with content of its own.
    mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ content: (inout MarkupWriter) -> Void
    ) {
        indent()
        text += "<\(name)\(Self.list(attributes))>\n"
        depth += 1
        content(&self)
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// An element without content, or with text alone.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text content: String? = nil) {
        indent()
        let head = "<\(name)\(Self.list(attributes))"
        text += content.map { "\(head)>\(Self.escaped($0))</\(name)>\n" } ?? "\(head)/>\n"
    }

    private mutating func indent() { text += String(repeating: "  ", count: depth) }

    private static func list(_ attributes: [(String, String?)]) -> String {
        attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
    }

    /// Text with the signs of markup written out; characters that XML does not allow become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
