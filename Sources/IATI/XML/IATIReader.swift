import Foundation
public import StatisticalData

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads XML into a tree: UTF-8 only, no document type declaration, so no entities of its own; nothing is fetched; size,
/// depth and number of elements are bounded.
public enum IATIReader {
    static let byteLimit = 256 << 20
    static let elementLimit = 4_000_000
    static let depthLimit = 40

    /// The tree of a file.
    ///
    /// - Throws: a `Fault` at the line where reading ended.
    public static func read(_ bytes: [UInt8], file: String) throws(Fault) -> IATITree {
        let place = Place(file: file, line: 1)
        guard bytes.count <= byteLimit else { throw Fault("iati-too-large", at: place, ["limit": String(byteLimit)]) }
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0), !declaresOtherEncoding(bytes) else {
            throw Fault("iati-not-utf8", at: place)
        }
        if let line = lineOfDeclaration(in: bytes) {
            throw Fault("iati-document-type", at: Place(file: file, line: line))
        }
        let delegate = TreeBuilder(file: file)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        let isRead = parser.parse()
        if let fault = delegate.fault { throw fault }
        guard isRead, delegate.open.isEmpty, !delegate.tree.elements.isEmpty else {
            let code = parser.parserError.map { "\(($0 as NSError).code)" } ?? "-"
            throw Fault("iati-not-xml", at: Place(file: file, line: max(1, parser.lineNumber)), ["found": code])
        }
        return delegate.tree
    }

    /// The line of a document type declaration, wherever it stands outside of comments.
    private static func lineOfDeclaration(in bytes: [UInt8]) -> Int? {
        let mark = Array("<!DOCTYPE".utf8)
        var position = 0
        var line = 1
        while position < bytes.count {
            if bytes[position] == 10 { line += 1 }
            if bytes[position] == mark[0] {
                let rest = bytes[position...]
                if rest.starts(with: "<!--".utf8) {
                    position += 4
                    while position < bytes.count, !bytes[position...].starts(with: "-->".utf8) {
                        if bytes[position] == 10 { line += 1 }
                        position += 1
                    }
                } else if rest.starts(with: mark) {
                    return line
                } else if rest.count > 1, bytes[position + 1] != 33, bytes[position + 1] != 63 {
                    return nil
                }
            }
            position += 1
        }
        return nil
    }

    private static func declaresOtherEncoding(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let close = head.firstRange(of: "?>"), head.contains("<?xml"),
            let match = head[..<close.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/)
        else { return false }
        return !["utf-8", "us-ascii", "ascii"].contains(match.1.lowercased())
    }
}

/// Puts the elements together that the parser tells.
private final class TreeBuilder: NSObject, XMLParserDelegate {
    let file: String
    var tree = IATITree()
    var open: [Int] = []
    var fault: Fault?

    init(file: String) { self.file = file }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        guard fault == nil else { return }
        guard open.count < IATIReader.depthLimit, tree.elements.count < IATIReader.elementLimit else {
            fault = Fault(
                "iati-too-deep", at: Place(file: file, line: parser.lineNumber),
                ["limit": String(IATIReader.depthLimit), "elements": String(IATIReader.elementLimit)])
            parser.abortParsing()
            return
        }
        let position = tree.elements.count
        tree.elements.append(
            IATITree.Element(
                name: elementName, attributes: attributeDict, parent: open.last, line: parser.lineNumber))
        if let parent = open.last { tree.elements[parent].children.append(position) }
        open.append(position)
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
        _ = open.popLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { tree.elements[last].text += string }
    }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        self.parser(parser, foundCharacters: String(decoding: CDATABlock, as: UTF8.self))
    }
}
