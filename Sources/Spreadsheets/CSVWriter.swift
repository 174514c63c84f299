/// Writes comma-separated text after RFC 4180, with LF line ends: the same values give the same bytes.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var text = ""

    /// The byte order mark that makes spreadsheet programs read UTF-8.
    public static let byteOrderMark = "\u{FEFF}"

    private let isForSpreadsheets: Bool

    /// An empty file.
    ///
    /// - Parameter isForSpreadsheets: begins with the byte order mark, and puts an apostrophe before text that a
    ///   spreadsheet program would run as a formula; numbers stay as they are.
    public init(isForSpreadsheets: Bool = false) {
        self.isForSpreadsheets = isForSpreadsheets
        if isForSpreadsheets { text = Self.byteOrderMark }
    }

    /// The text so far, which the writer then forgets: a large file is written piece by piece.
    public mutating func take() -> String {
        defer { text = "" }
        return text
    }

    /// Adds a row.
    public mutating func row(_ fields: some Sequence<String>) {
        var first = true
        for field in fields {
            if !first { text += "," }
            first = false
            text += Self.quoted(isForSpreadsheets && Self.looksLikeFormula(field) ? "'" + field : field)
        }
        text += "\n"
    }

    private static func looksLikeFormula(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
        return DecimalNumber(field) == nil
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
