import Foundation
import FoundationXML
import StatisticalData

/// Gets the elements of a part one by one; names are those without prefix, whatever prefix a program writes.
class ElementHandler: NSObject, XMLParserDelegate {
    /// What a subclass found wrong, or its user threw: ends the reading.
    var failure: (any Error)?
    /// Whether the subclass has all it wants.
    var isDone = false
    /// The text since the last start of an element.
    var text = ""

    /// An element begins.
    func start(_ element: String, _ attributes: [String: String]) {}
    /// An element ends; `text` holds its text when it has no elements inside.
    func end(_ element: String) {}

    /// The value of an attribute whatever its prefix.
    static func value(_ name: String, in attributes: [String: String]) -> String? {
        attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
    }

    /// Reads all of `stream`.
    final func parse(_ stream: PartStream, of package: Package, part: String) throws {
        let parser = XMLParser(stream: stream)
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        let isSound = parser.parse()
        switch stream.refusal {
        case .doctype: throw Fault.workbookDoctype(package.file, part)
        case .limit: throw Fault.workbookLimit(package.file, part, package.limits.partBytes)
        case .damaged, .encoding: throw Fault.workbookDamaged(package.file, part)
        case nil: break
        }
        if let failure { throw failure }
        guard isSound || isDone else { throw Fault.workbookDamaged(package.file, part) }
    }

    final func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard !isDone, failure == nil else { return parser.abortParsing() }
        text = ""
        start(Self.local(name), attributes)
    }

    final func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard !isDone, failure == nil else { return parser.abortParsing() }
        end(Self.local(name))
        if isDone || failure != nil { parser.abortParsing() }
    }

    final func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    final func parser(_ parser: XMLParser, foundCDATA block: Data) {
        text += String(decoding: block, as: UTF8.self)
    }

    private static func local(_ name: String) -> String {
        name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
