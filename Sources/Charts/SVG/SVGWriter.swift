/// Writes SVG elements in the order they are asked for, one element a line.
///
/// Attributes keep the order in which they are given, and an attribute with an empty value is left out, so the
/// same calls always give the same bytes. All text passes through ``XMLText``.
public struct SVGWriter: Sendable, Hashable {
    /// The markup written so far.
    public private(set) var markup = ""

    /// Creates a writer with nothing written.
    public init() {}

    /// Writes an empty element, or one that holds only a title shown on pointing.
    public mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>, title: String = ""
    ) {
        guard !title.isEmpty else {
            markup += "<\(name)\(Self.list(attributes))/>\n"
            return
        }
        markup += "<\(name)\(Self.list(attributes))><title>\(XMLText.escaped(title))</title></\(name)>\n"
    }

    /// Writes an element that holds text, with a title before the text unless it is empty.
    public mutating func text(
        _ name: String, _ attributes: KeyValuePairs<String, String>, content: String, title: String = ""
    ) {
        let heading = title.isEmpty ? "" : "<title>\(XMLText.escaped(title))</title>"
        markup += "<\(name)\(Self.list(attributes))>\(heading)\(XMLText.escaped(content))</\(name)>\n"
    }

    /// Writes the start tag of an element.
    public mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        markup += "<\(name)\(Self.list(attributes))>\n"
    }

    /// Writes the end tag of an element.
    public mutating func close(_ name: String) {
        markup += "</\(name)>\n"
    }

    /// Appends what another writer has written.
    public mutating func append(_ other: SVGWriter) {
        markup += other.markup
    }

    private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes
            .filter { !$0.value.isEmpty }
            .map { " \($0.key)=\"\(XMLText.escaped($0.value))\"" }
            .joined()
    }
}
