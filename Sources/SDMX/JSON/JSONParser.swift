import StatisticalData

/// Reads JSON (RFC 8259), at most 32 values deep, with the line of every value.
struct JSONParser {
    private let bytes: UnsafeRawBufferPointer
    private let file: String
    private var position = 0
    private var line = 1

    static let depthLimit = 32

    /// Reads one value and nothing after it.
    static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8(at: Place(file: file)) }
        let result: Result<JSONValue, Fault> = bytes.withUnsafeBytes { raw in
            do throws(Fault) {
                var parser = JSONParser(bytes: raw, file: file)
                return .success(try parser.document())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeRawBufferPointer, file: String) {
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func document() throws(Fault) -> JSONValue {
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw expected("the end of the file") }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        skipBlanks()
        guard depth < Self.depthLimit else {
            throw .tooDeep(Self.depthLimit, at: Place(file: file, line: line))
        }
        let start = line
        guard position < bytes.count else { throw expected("a value") }
        let content: JSONValue.Content
        switch bytes[position] {
        case UInt8(ascii: "{"): content = .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): content = .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        default: content = .number(try number())
        }
        return JSONValue(content: content, line: start)
    }

    private mutating func object(depth: Int) throws(Fault) -> [(key: String, value: JSONValue)] {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        var seen: Set<String> = []
        if closes("}") { return members }
        while true {
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw expected("\"") }
            let key = try string()
            guard seen.insert(key).inserted else {
                throw .repeatedMember(key, at: Place(file: file, line: line))
            }
            guard closes(":") else { throw expected(":") }
            members.append((key, try value(depth: depth)))
            if closes("}") { return members }
            guard closes(",") else { throw expected(", }") }
        }
    }

    private mutating func array(depth: Int) throws(Fault) -> [JSONValue] {
        position += 1
        var values: [JSONValue] = []
        if closes("]") { return values }
        while true {
            values.append(try value(depth: depth))
            if closes("]") { return values }
            guard closes(",") else { throw expected(", ]") }
        }
    }

    /// Steps over a sign if it comes next.
    private mutating func closes(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func word(_ word: String, _ content: JSONValue.Content) throws(Fault) -> JSONValue.Content {
        guard bytes[position...].starts(with: word.utf8) else { throw expected(word) }
        position += word.utf8.count
        return content
    }

    private mutating func number() throws(Fault) -> String {
        let start = position
        while position < bytes.count, bytes[position].isLetterOrDigit || "+-.".utf8.contains(bytes[position]) {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard text.count <= 60, text.wholeMatch(of: /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?/) != nil
        else {
            throw expected("a value")
        }
        return text
    }

    private mutating func string() throws(Fault) -> String {
        position += 1
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &result)
            case 0..<32: throw expected("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
            default: result.append(byte)
            }
        }
        throw expected("\"")
    }

    private mutating func escape(into result: inout [UInt8]) throws(Fault) {
        guard position < bytes.count else { throw expected("\"") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "u"):
            guard let scalar = try scalar() else { throw expected("\\u") }
            result.append(contentsOf: String(Character(scalar)).utf8)
        default: throw expected("\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    private mutating func scalar() throws(Fault) -> Unicode.Scalar? {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard bytes[position...].starts(with: "\\u".utf8) else { return nil }
        position += 2
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard position + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw expected("\\u0000") }
        position += 4
        return unit
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) {
            if bytes[position] == 10 { line += 1 }
            position += 1
        }
    }

    private func expected(_ what: String) -> Fault {
        .json(expected: what, at: Place(file: file, line: line))
    }
}
