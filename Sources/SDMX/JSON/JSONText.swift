/// JSON to be written, member by member: the same values give the same bytes.
enum JSONText {
    case string(String)
    case number(String)
    case null
    case array([JSONText])
    case object([(String, JSONText)])

    /// The text; objects and arrays down to `depth` stand on lines of their own.
    func text(depth: Int, indent: Int = 0) -> String {
        let newLine = depth > 0 ? "\n" + String(repeating: " ", count: indent + 1) : ""
        let lastLine = depth > 0 ? "\n" + String(repeating: " ", count: indent) : ""
        switch self {
        case .string(let text): return Self.quoted(text)
        case .number(let text): return text
        case .null: return "null"
        case .array(let values):
            if values.isEmpty { return "[]" }
            let parts = values.map { newLine + $0.text(depth: depth - 1, indent: indent + 1) }
            return "[" + parts.joined(separator: ",") + lastLine + "]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let parts = members.map { newLine + Self.quoted($0) + ":" + $1.text(depth: depth - 1, indent: indent + 1) }
            return "{" + parts.joined(separator: ",") + lastLine + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
