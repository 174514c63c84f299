import Charts
import Foundation
import FoundationXML

/// Collects the boxes of lying texts of a picture, to find those that cover each other.
final class TextBoxes: NSObject, XMLParserDelegate {
    struct Box {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        func covers(_ other: Box) -> Bool {
            min(right, other.right) - max(left, other.left) > 0.5
                && min(bottom, other.bottom) - max(top, other.top) > 0.5
        }
    }

    private(set) var boxes: [Box] = []
    private var attributes: [String: String]?
    private var content = ""
    private var isTitle = false

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        _ = parser.parse()
    }

    /// Pairs of texts that cover each other.
    var collisions: [String] {
        boxes.indices.flatMap { index in
            boxes[..<index].filter { boxes[index].covers($0) }.map { "\($0.text) / \(boxes[index].text)" }
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "text" { (self.attributes, content) = (attributes, "") }
        isTitle = name == "title"
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if attributes != nil, !isTitle { content += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "title" { isTitle = false }
        guard name == "text", let attributes else { return }
        self.attributes = nil
        guard attributes["transform"] == nil else { return }
        func number(_ key: String) -> Double { Double(attributes[key, default: ""]) ?? 0 }
        let (x, y, size) = (number("x"), number("y"), number("font-size"))
        let width = TextMetrics.width(content, size: size, isBold: attributes["font-weight"] == "bold") / 1.05
        let left =
            switch attributes["text-anchor"] {
            case "middle": x - width / 2
            case "end": x - width
            default: x
            }
        boxes.append(
            Box(text: content, left: left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2))
    }
}
