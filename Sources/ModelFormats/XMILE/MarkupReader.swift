/// An element of a marked-up file.
final class MarkupElement {
    let name: String
    let attributes: [String: String]
    private(set) var children: [MarkupElement] = []
    private(set) var text = ""
    let line: Int

    init(name: String, attributes: [String: String], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
    }

    fileprivate func add(_ child: MarkupElement) { children.append(child) }
    fileprivate func add(_ characters: String) { text += characters }

    /// The children of a name.
    func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

    /// The first child of a name.
    func first(_ name: String) -> MarkupElement? { children.first { $0.name == name } }
}

/// Reads XML as model editors write it: prefixes that are never bound, elements that are never closed.
///
/// No document type, entities beyond the five of XML and numbers, or anything outside of the file is read.
struct MarkupReader {
    static let deepest = 200
    /// Elements that a variable may not contain: one of them inside another means that the other was not closed.
    static let variables: Set<String> = ["stock", "flow", "aux", "gf", "module", "group"]

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    /// What had to be mended.
    private(set) var mended: [String] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a file; `nil` if it holds no element.
    static func read(_ bytes: [UInt8]) throws(EquationError) -> (root: MarkupElement, mended: [String]) {
        var reader = MarkupReader(bytes)
        let root = MarkupElement(name: "", attributes: [:], line: 0)
        try reader.read(into: root)
        guard let first = root.children.first else { throw EquationError("XML") }
        return (first, reader.mended)
    }

    private mutating func read(into root: MarkupElement) throws(EquationError) {
        var open = [root]
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let text = textUntilMark()
                if open.count > 1 { open[open.count - 1].add(text) }
                continue
            }
            if skip("<!--", until: "-->") || skip("<?", until: "?>") { continue }
            if starts("<![CDATA[") {
                open[open.count - 1].add(characterData())
                continue
            }
            if starts("<!") {
                if starts("<!DOCTYPE") || starts("<!ENTITY") { throw EquationError("DOCTYPE") }
                _ = skip("<!", until: ">")
                continue
            }
            if starts("</") {
                close(&open)
                continue
            }
            try element(&open)
        }
    }

    private mutating func element(_ open: inout [MarkupElement]) throws(EquationError) {
        let start = line
        place += 1
        let name = Self.local(word())
        guard !name.isEmpty else { throw EquationError("<") }
        var attributes: [String: String] = [:]
        var isEmpty = false
        while place < bytes.count {
            skipBlanks()
            guard place < bytes.count else { throw EquationError(name) }
            if bytes[place] == UInt8(ascii: ">") {
                place += 1
                break
            }
            if bytes[place] == UInt8(ascii: "/") {
                place += 1
                isEmpty = true
                continue
            }
            let key = word()
            guard !key.isEmpty else { throw EquationError(name) }
            skipBlanks()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
                attributes[key] = ""
                continue
            }
            place += 1
            attributes[key] = try value()
        }
        let isVariable = Self.variables.contains(name)
        if isVariable, name != "gf", let outer = open.last, Self.variables.contains(outer.name), outer.name != "group",
            outer.name != "module"
        {
            mended.append("<\(outer.name)> \(start)")
            open.removeLast()
        }
        let element = MarkupElement(name: name, attributes: attributes, line: start)
        open[open.count - 1].add(element)
        guard !isEmpty else { return }
        open.append(element)
        guard open.count < Self.deepest else { throw EquationError("<\(name)>") }
    }

    private mutating func close(_ open: inout [MarkupElement]) {
        place += 2
        let name = Self.local(word())
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") { step() }
        place += 1
        guard let match = open.lastIndex(where: { $0.name == name }), match > 0 else {
            if open.count > 1 { mended.append("</\(name)> \(line)") }
            return
        }
        if match < open.count - 1 { mended.append("</\(name)> \(line)") }
        open.removeSubrange(match...)
    }

    /// A name without its prefix, unless the prefix is a vendor's.
    private static func local(_ name: String) -> String {
        guard let colon = name.firstIndex(of: ":") else { return name }
        let prefix = name[..<colon]
        return prefix == "xmile" ? String(name[name.index(after: colon)...]) : name
    }

    private mutating func step() {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { step() }
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, !" \t\r\n=/>\"'<".utf8.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func value() throws(EquationError) -> String {
        skipBlanks()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
            throw EquationError("=")
        }
        let mark = bytes[place]
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != mark { step() }
        let text = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
        place += 1
        return Self.decoded(text)
    }

    private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    private mutating func skip(_ start: String, until end: String) -> Bool {
        guard starts(start) else { return false }
        let mark = Array(end.utf8)
        while place < bytes.count, !bytes[place...].starts(with: mark) { step() }
        place = min(bytes.count, place + mark.count)
        return true
    }

    private mutating func characterData() -> String {
        place += 9
        let start = place
        let mark = Array("]]>".utf8)
        while place < bytes.count, !bytes[place...].starts(with: mark) { step() }
        let text = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
        place = min(bytes.count, place + 3)
        return text
    }

    private mutating func textUntilMark() -> String {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { step() }
        return Self.decoded(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// The five entities of XML, and numbers.
    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let after = rest[rest.index(after: start)...]
            guard let end = after.prefix(12).firstIndex(of: ";") else {
                result += "&"
                rest = after
                continue
            }
            let name = String(after[..<end])
            if let plain = entities[name] {
                result += plain
            } else if name.hasPrefix("#"), let scalar = scalar(name) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "&" + name + ";"
            }
            rest = after[after.index(after: end)...]
        }
        return result + rest
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        let digits = name.dropFirst()
        let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init)
    }
}
