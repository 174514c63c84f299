/// Writes XML with indentation: the same calls give the same bytes.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// Opens an element, lets `body` fill it and closes it.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ body: (inout XMLWriter) -> Void) {
        start(name, attributes, end: ">\n")
        open.append(name)
        body(&self)
        open.removeLast()
        text += indentation + "</\(name)>\n"
    }

    /// An element with text alone, or empty.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text content: String? = nil) {
        guard let content else {
            start(name, attributes, end: "/>\n")
            return
        }
        start(name, attributes, end: ">")
        text += Self.escaped(content) + "</\(name)>\n"
    }

    private mutating func start(_ name: String, _ attributes: [(String, String?)], end: String) {
        text += indentation + "<" + name
        for (key, value) in attributes {
            if let value { text += " \(key)=\"" + Self.escaped(value) + "\"" }
        }
        text += end
    }

    private var indentation: String { String(repeating: " ", count: open.count) }

    private static func escaped(_ content: String) -> String {
        guard content.utf8.contains(where: { $0 < 32 || [34, 38, 60, 62].contains($0) }) else { return content }
        var result = ""
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
