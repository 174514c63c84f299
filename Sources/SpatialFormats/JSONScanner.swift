import Spreadsheets
import StatisticalData

/// Steps through JSON (RFC 8259) in a file's bytes, with the line of every fault.
struct JSONScanner {
    let bytes: UnsafeRawBufferPointer
    let file: String
    let limits: GeoJSONLimits
    var position = 0
    private var line = 1
    private var lineKnownTo = 0

    init(_ bytes: UnsafeRawBufferPointer, file: String, limits: GeoJSONLimits) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The place now; lines are counted only when somebody asks.
    mutating func place() -> Place {
        let end = min(position, bytes.count)
        line += bytes[lineKnownTo..<max(lineKnownTo, end)].count { $0 == 10 }
        lineKnownTo = max(lineKnownTo, end)
        return Place(file: file, line: line)
    }

    mutating func expected(_ what: String) -> Fault {
        .geoJSON(expected: what, byte: position, at: place())
    }

    /// The next byte that is not blank; 0 at the end.
    @inline(__always)
    mutating func next() -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            if byte != 32, byte != 10, byte != 13, byte != 9 { return byte }
            position += 1
        }
        return 0
    }

    /// Steps over a sign if it comes next.
    @inline(__always)
    mutating func steps(over sign: UInt8) -> Bool {
        guard next() == sign else { return false }
        position += 1
        return true
    }

    mutating func require(_ sign: Unicode.Scalar) throws(Fault) {
        guard steps(over: UInt8(ascii: sign)) else { throw expected(String(Character(sign))) }
    }

    /// Any value.
    mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard depth < limits.depth else { throw .geoJSONTooDeep(limits.depth, at: place()) }
        switch next() {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "["):
            position += 1
            var list: [JSONValue] = []
            if steps(over: UInt8(ascii: "]")) { return .list(list) }
            repeat { list.append(try value(depth: depth + 1)) } while steps(over: UInt8(ascii: ","))
            try require("]")
            return .list(list)
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            try object { (scanner, name) throws(Fault) in
                members.append(JSONValue.Member(name, try scanner.value(depth: depth + 1)))
            }
            return .object(members)
        default:
            let start = position
            _ = try number()
            return .number(String(decoding: bytes[start..<position], as: UTF8.self))
        }
    }

    /// An object, member by member; `body` must step over the value.
    mutating func object(_ body: (inout JSONScanner, String) throws(Fault) -> Void) throws(Fault) {
        try require("{")
        if steps(over: UInt8(ascii: "}")) { return }
        var seen: Set<String> = []
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw expected("\"") }
            let name = try string()
            guard seen.insert(name).inserted else { throw .geoJSONRepeated(name, at: place()) }
            try require(":")
            try body(&self, name)
        } while steps(over: UInt8(ascii: ","))
        try require("}")
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw expected(word) }
        position += word.utf8.count
        return value
    }

    /// A number that a double can hold.
    @inline(__always)
    mutating func number() throws(Fault) -> Double {
        _ = next()
        let start = position
        var end = position
        while end < bytes.count, Self.isNumeric(bytes[end]) { end += 1 }
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        // Leading zeros are no JSON, though they are numbers.
        let digits = text.first == UInt8(ascii: "-") ? 1 : 0
        let isPadded =
            text.count > digits + 1 && text[digits] == UInt8(ascii: "0") && text[digits + 1] &- 48 < 10
        guard !isPadded, let number = DecimalNumber(text) else { throw expected("number") }
        position = end
        return number.value
    }

    @inline(__always)
    private static func isNumeric(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte | 0x20 == UInt8(ascii: "e")
    }
}
