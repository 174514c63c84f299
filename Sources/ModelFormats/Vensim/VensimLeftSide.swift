internal import SystemDynamics

/// What stands left of the sign of an equation, the sign, and what stands right of it.
struct VensimLeftSide {
    private(set) var name = ""
    private(set) var subscripts: [String] = []
    private(set) var exceptions: [[String]] = []
    /// How data lie between their points, where the left side says so.
    private(set) var dataKind: LookupTable.Kind?
    /// `=`, `:=`, `:`, `<->`, `(` for a lookup, or nothing.
    private(set) var sign = ""
    private(set) var right = ""

    private static let dataKinds: [(String, LookupTable.Kind)] = [
        (":INTERPOLATE:", .continuous), (":LOOK FORWARD:", .forward), (":HOLD BACKWARD:", .discrete), (":RAW:", .raw),
    ]

    /// Reads an equation's text.
    init(_ text: String) throws(EquationError) {
        var rest = text[...]
        name = Self.name(&rest)
        guard !name.isEmpty else { throw EquationError(text.prefixLine) }
        if rest.first == "[" { subscripts = try Self.list(&rest) }
        Self.skip(&rest)
        if Self.take(":EXCEPT:", &rest) {
            repeat {
                Self.skip(&rest)
                exceptions.append(try Self.list(&rest))
                Self.skip(&rest)
            } while Self.take(",", &rest)
        }
        for (word, kind) in Self.dataKinds where Self.take(word, &rest) { dataKind = kind }
        Self.skip(&rest)
        readSign(&rest)
    }

    private mutating func readSign(_ rest: inout Substring) {
        for sign in ["==", ":=", "<->", "=", ":", "("] where rest.hasPrefix(sign) {
            self.sign = sign == "==" ? "=" : sign
            right = String(rest.dropFirst(sign.count))
            if sign == "(" {
                let inner = right.trimmed
                right = inner.hasSuffix(")") ? String(inner.dropLast()) : inner
            }
            return
        }
        right = String(rest)
    }

    private static func skip(_ rest: inout Substring) {
        while let first = rest.first, first.isWhitespace || first == "\\" { rest.removeFirst() }
    }

    private static func take(_ word: String, _ rest: inout Substring) -> Bool {
        guard rest.prefix(word.count).uppercased() == word else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    /// A name in quotes, or up to a sign.
    private static func name(_ rest: inout Substring) -> String {
        if rest.first == "\"" {
            var name = ""
            rest.removeFirst()
            while let character = rest.popFirst() {
                if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                    name.append(rest.removeFirst())
                } else if character == "\"" {
                    break
                } else {
                    name.append(character)
                }
            }
            skip(&rest)
            return name
        }
        var name = ""
        while let character = rest.first, !"[=:(<".contains(character) {
            if character != "\\" { name.append(character.isNewline || character == "\t" ? " " : character) }
            rest.removeFirst()
        }
        return name.trimmed
    }

    /// `[a, b]`.
    private static func list(_ rest: inout Substring) throws(EquationError) -> [String] {
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else {
            throw EquationError(String(rest.prefix(20)))
        }
        let inner = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        return VensimBuilder.split(inner).map { $0.trimmed.unquoted }
    }
}
