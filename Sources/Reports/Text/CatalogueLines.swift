/// Reads the texts of a language fast: lines of `key: "text"`, comments and empty lines, and no other YAML.
///
/// Reading them as YAML would be most of the time that a short command takes. A test reads every file both ways.
enum CatalogueLines {
    /// The texts by key; `nil` if a line has another form, a key stands twice, or an escape is not `\"` or `\\`.
    static func read(_ bytes: [UInt8]) -> [String: String]? {
        var texts: [String: String] = [:]
        texts.reserveCapacity(bytes.count / 100)
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let text = quoted(line[(colon + 1)...]) else {
                return nil
            }
            let key = String(decoding: line[..<colon], as: UTF8.self)
            guard !key.isEmpty, texts.updateValue(text, forKey: key) == nil else { return nil }
        }
        return texts
    }

    /// ` "text"` without its quotes and escapes.
    private static func quoted(_ rest: ArraySlice<UInt8>) -> String? {
        guard rest.count >= 3, rest.starts(with: [UInt8(ascii: " "), UInt8(ascii: "\"")]),
            rest.last == UInt8(ascii: "\"")
        else { return nil }
        let inside = rest.dropFirst(2).dropLast()
        guard inside.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) else {
            return String(decoding: inside, as: UTF8.self)
        }
        return unescaped(inside)
    }

    private static func unescaped(_ inside: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in inside {
            if isEscaped {
                guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
                result.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                guard byte != UInt8(ascii: "\"") else { return nil }
                result.append(byte)
            }
        }
        return isEscaped ? nil : String(decoding: result, as: UTF8.self)
    }
}
