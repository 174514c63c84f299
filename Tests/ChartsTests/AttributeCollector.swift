import Charts
import Foundation
import FoundationXML

/// Collects elements and attributes of a document while it is parsed, and what stands outside its view box.
final class AttributeCollector: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var values: [(String, String)] = []
    /// Places and texts that do not lie inside the view box.
    var outside: [String] = []
    private var box: [Double] = []
    private var path: [(name: String, attributes: [String: String], text: String)] = []
    var names: Set<String> { Set(values.map(\.0)) }
    var ids: [String] { values.filter { $0.0 == "id" }.map(\.1) }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(elementName)
        values += attributes.map { ($0.key, $0.value) }
        if elementName == "svg" {
            box = attributes["viewBox", default: ""].split(separator: " ").compactMap { Double($0) }
        } else {
            path.append((elementName, attributes, ""))
            for key in ["x", "x1", "x2", "cx"] { checkPlace(attributes[key], limit: box[2]) }
            for key in ["y", "y1", "y2", "cy"] { checkPlace(attributes[key], limit: box[3]) }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !path.isEmpty else { return }
        path[path.count - 1].text += string
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let element = path.popLast(), element.name == "text", element.attributes["transform"] == nil else {
            return
        }
        let size = Double(element.attributes["font-size", default: ""]) ?? 0
        let width = TextMetrics.width(element.text, size: size, isBold: element.attributes["font-weight"] == "bold")
        let x = Double(element.attributes["x", default: ""]) ?? 0
        let left =
            switch element.attributes["text-anchor"] {
            case "middle": x - width / 2
            case "end": x - width
            default: x
            }
        if left < -2 || left + width > box[2] + 2 { outside.append("\(left) to \(left + width): \(element.text)") }
    }

    private func checkPlace(_ text: String?, limit: Double) {
        guard let text else { return }
        guard let place = Double(text), place >= -1, place <= limit + 1 else { return outside.append(text) }
    }
}
