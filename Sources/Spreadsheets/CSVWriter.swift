/// Writes comma-separated text after RFC 4180, with LF line ends: the same values give the same bytes.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var text = ""

    /// The byte order mark that makes spreadsheet programs read UTF-8.
    public static let byteOrderMark = "\u{FEFF}"

    /// An empty file.
    public init() {}

    /// Adds a row.
    public mutating func row(_ fields: some Sequence<String>) {
        var first = true
        for field in fields {
            if !first { text += "," }
            first = false
            text += Self.quoted(field)
        }
        text += "\n"
    }

    /// A field, in quotes where it holds a comma, a quote or a line break.
    static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { [.quote, .comma, .lineFeed, .carriageReturn].contains($0) }
        guard needsQuotes else { return field }
        var escaped = "\""
        for character in field.unicodeScalars {
            if character == "\"" { escaped += "\"" }
            escaped.unicodeScalars.append(character)
        }
        return escaped + "\""
    }
}
