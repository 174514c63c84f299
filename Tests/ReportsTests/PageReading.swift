import Foundation
import FoundationXML

/// What a page of HTML holds, read by a strict XML parser: void elements closed, bare attributes given a value, and
/// nothing else forgiven.
final class PageReading: NSObject, XMLParserDelegate {
    private(set) var problems: [String] = []
    private(set) var language: String?
    private(set) var counts: [String: Int] = [:]
    private(set) var ids: Set<String> = []
    private(set) var links: [(element: String, attributes: [String: String])] = []
    private(set) var texts: Set<String> = []
    private var open: [Element] = []

    /// An element on the way from the root, with what was found in it.
    private struct Element {
        let name: String
        var found: Set<String> = []
        var text = ""
    }

    private static let forbiddenElements: Set = ["script", "style", "iframe", "object", "embed", "base"]

    /// Whether the page may hold forms, as only pages of a server may.
    private let isLive: Bool

    init(_ html: String, isLive: Bool = false) {
        self.isLive = isLive
        super.init()
        let start = "<!DOCTYPE html>\n"
        if !html.hasPrefix(start) { problems.append("no doctype") }
        let parser = XMLParser(data: Data(Self.closed(String(html.dropFirst(start.count))).utf8))
        parser.delegate = self
        if !parser.parse() {
            problems.append("line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well-formed")")
        }
        if !open.isEmpty { problems.append("elements left open") }
    }

    /// HTML as XML: `<meta ..>` and `<link ..>` of the head closed, the attribute `download` given a value.
    private static func closed(_ html: String) -> String {
        guard let end = html.range(of: "</head>") else { return html }
        let head = String(html[..<end.lowerBound]).replacing(/<(meta|link) ([^<>]*)>/) { "<\($0.1) \($0.2)/>" }
        let body = String(html[end.lowerBound...])
        return head + body.replacingOccurrences(of: " download>", with: " download=\"\">")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if open.last?.name == "svg", name == "title" { open[open.count - 1].found.insert("own title") }
        if name != "title" || !open.contains(where: { $0.name == "svg" }) { counts[name, default: 0] += 1 }
        if name == "html" { language = attributes["lang"] }
        if Self.forbiddenElements.contains(name) || (name == "form" && !isLive) { problems.append("<\(name)>") }
        for (key, value) in attributes { check(key, value, of: name) }
        for position in open.indices { open[position].found.insert(name) }
        if name == "th", !["col", "row"].contains(attributes["scope"]) { problems.append("<th> without scope") }
        if name == "nav", (attributes["aria-label"] ?? "").isEmpty { problems.append("<nav> without a label") }
        if name == "svg", attributes["role"] != "img" { problems.append("<svg> without role") }
        if attributes["href"] != nil { links.append((name, attributes)) }
        open.append(Element(name: name))
    }

    private func check(_ key: String, _ value: String, of name: String) {
        if key == "style" || key.hasPrefix("on") { problems.append("\(key) on <\(name)>") }
        if key == "id", !ids.insert(value).inserted { problems.append("id \(value) twice") }
        if key == "id", value.isEmpty || value.contains(" ") { problems.append("id \"\(value)\"") }
        if key == "href" || key == "src", Self.scheme(of: value).map({ !["http", "https"].contains($0) }) ?? false {
            problems.append("address \(value)")
        }
        if Self.isNoNumber(value) { problems.append("\(key)=\(value)") }
    }

    /// The scheme as a browser finds it, blanks and control characters left out.
    static func scheme(of address: String) -> String? {
        let bare = address.lowercased().unicodeScalars.filter { $0.value > 0x20 }
        let text = String(String.UnicodeScalarView(bare))
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon]
        return scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) } ? String(scheme) : nil
    }

    /// Whether a text holds a number that is none.
    static func isNoNumber(_ text: String) -> Bool {
        guard text.contains("nan") || text.contains("inf") || text.contains("NaN") else { return false }
        return text.split { !$0.isLetter }.contains { ["nan", "inf", "NaN", "infinity"].contains($0) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if !open.isEmpty { open[open.count - 1].text += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let element = open.popLast() else { return }
        let text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if !text.isEmpty { texts.insert(text) }
        if Self.isNoNumber(text) { problems.append("text \(text)") }
        switch name {
        case "table": if !element.found.contains("caption") { problems.append("<table> without caption") }
        case "svg": if !element.found.contains("own title") { problems.append("<svg> without title") }
        case "figure":
            if !element.found.isSuperset(of: ["svg", "details", "table"]) { problems.append("<figure> without table") }
        case "h1", "h2", "title", "caption", "summary":
            if text.isEmpty, element.found.isEmpty { problems.append("empty <\(name)>") }
        default: break
        }
    }
}
