import Foundation
import Spreadsheets
import StatisticalData

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What is told of the elements of a message, in their order.
protocol XMLHandler: AnyObject {
    /// An element begins; `path` holds the elements around it, the outermost first.
    func begin(_ element: XMLElement, in path: [XMLElement])
    /// An element ends, its text whole.
    func end(_ element: XMLElement, in path: [XMLElement])
}

/// Reads XML element by element: UTF-8 only, no document type declaration, nothing fetched, depth and texts bounded.
final class XMLReader: NSObject, XMLParserDelegate {
    static let depthLimit = 40
    static let textLimit = 1 << 20

    private let file: String
    private let handler: any XMLHandler
    private var path: [XMLElement] = []
    private var fault: Fault?

    /// Reads all of `bytes`.
    ///
    /// - Throws: the first fault in the XML itself; what the elements say is the handler's.
    static func read(_ bytes: [UInt8], file: String, handler: any XMLHandler) throws(Fault) {
        let place = Place(file: file, line: 1)
        guard bytes.withUnsafeBytes({ UTF8Check.firstInvalidByte(in: $0) }) == nil else { throw .notUTF8(at: place) }
        if let line = XMLProlog.lineOfDocumentType(in: bytes) { throw .documentType(at: Place(file: file, line: line)) }
        if XMLProlog.declaresOtherEncoding(bytes) { throw .notUTF8(at: place) }
        let reader = XMLReader(file: file, handler: handler)
        // The bytes are lent to the parser, not copied: they outlive it.
        let fault = bytes.withUnsafeBytes { reader.fault(in: $0) }
        if let fault { throw fault }
    }

    /// Lets the handler see all elements; the first fault.
    private func fault(in bytes: UnsafeRawBufferPointer) -> Fault? {
        guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else {
            return .xml("-", at: Place(file: file, line: 1))
        }
        let data = Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
        let parser = XMLParser(stream: InputStream(data: data))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        let isRead = parser.parse()
        if let fault { return fault }
        guard isRead, path.isEmpty else {
            let message = parser.parserError.map { "\(($0 as NSError).code)" } ?? "-"
            return .xml(message, at: Place(file: file, line: max(1, parser.lineNumber)))
        }
        return nil
    }

    private init(file: String, handler: any XMLHandler) {
        self.file = file
        self.handler = handler
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        guard fault == nil else { return }
        guard path.count < Self.depthLimit else {
            stop(parser, .tooDeep(Self.depthLimit, at: Place(file: file, line: parser.lineNumber)))
            return
        }
        let element = XMLElement(
            space: XMLElement.Space(namespaceURI), name: elementName, attributes: attributeDict, line: parser.lineNumber
        )
        handler.begin(element, in: path)
        path.append(element)
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
        guard fault == nil, let element = path.popLast() else { return }
        handler.end(element, in: path)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard fault == nil, !path.isEmpty else { return }
        path[path.count - 1].text += string
        if path[path.count - 1].text.utf8.count > Self.textLimit {
            stop(parser, .tooLong(Self.textLimit, at: Place(file: file, line: parser.lineNumber)))
        }
    }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        self.parser(parser, foundCharacters: String(decoding: CDATABlock, as: UTF8.self))
    }

    private func stop(_ parser: XMLParser, _ fault: Fault) {
        self.fault = fault
        parser.abortParsing()
    }
}

/// What stands before the first element.
enum XMLProlog {
    /// The line of a document type declaration.
    static func lineOfDocumentType(in bytes: [UInt8]) -> Int? {
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while position < bytes.count {
            let rest = bytes[position...]
            if rest.starts(with: "<!--".utf8) {
                position = end(of: "-->", in: bytes, from: position + 4)
            } else if rest.starts(with: "<?".utf8) {
                position = end(of: "?>", in: bytes, from: position + 2)
            } else if rest.starts(with: "<!".utf8) {
                return bytes[..<position].count { $0 == 10 } + 1
            } else if bytes[position] == UInt8(ascii: "<") {
                return nil
            } else {
                position += 1
            }
        }
        return nil
    }

    /// Whether the XML declaration names another encoding than UTF-8.
    static func declaresOtherEncoding(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        let declaration = head.drop { $0 == "\u{FEFF}" }
        guard declaration.hasPrefix("<?xml"), let close = declaration.firstRange(of: "?>"),
            let match = declaration[..<close.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/)
        else { return false }
        return !["utf-8", "us-ascii", "ascii"].contains(match.1.lowercased())
    }

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var position = start
        while position + mark.count <= bytes.count {
            if bytes[position] == mark[0], bytes[position...].starts(with: mark) { return position + mark.count }
            position += 1
        }
        return bytes.count
    }
}
