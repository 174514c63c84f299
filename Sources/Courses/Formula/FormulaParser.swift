/// Reads formulas by recursive descent: sums of products of powers.
struct FormulaParser {
    private static let longest = 500
    private static let deepest = 30

    private let characters: [Character]
    private var position = 0
    private var depth = 0

    static func parse(_ text: String) throws(Formula.Failure) -> Formula.Node {
        guard text.utf8.count <= longest else { throw .tooLong }
        var parser = FormulaParser(characters: Array(text))
        let node = try parser.sum()
        parser.skip()
        guard parser.position == parser.characters.count else { throw parser.unreadable }
        return node
    }

    private init(characters: [Character]) {
        self.characters = characters
    }

    private var unreadable: Formula.Failure { .unreadable(String(characters[position...].prefix(20))) }

    private mutating func skip() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private mutating func take(_ wanted: [Character]) -> Character? {
        skip()
        guard position < characters.count, wanted.contains(characters[position]) else { return nil }
        position += 1
        return characters[position - 1]
    }

    private mutating func sum() throws(Formula.Failure) -> Formula.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooLong }
        var node = try product()
        while let sign = take(["+", "-"]), let operation = Formula.Operation(rawValue: sign) {
            node = .operation(operation, node, try product())
        }
        return node
    }

    private mutating func product() throws(Formula.Failure) -> Formula.Node {
        var node = try factor()
        while let sign = take(["*", "/"]), let operation = Formula.Operation(rawValue: sign) {
            node = .operation(operation, node, try factor())
        }
        return node
    }

    private mutating func factor() throws(Formula.Failure) -> Formula.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooLong }
        if take(["-"]) != nil { return .negative(try factor()) }
        let base = try atom()
        guard take(["^"]) != nil else { return base }
        return .operation(.power, base, try factor())
    }

    private mutating func atom() throws(Formula.Failure) -> Formula.Node {
        if take(["("]) != nil {
            let node = try sum()
            guard take([")"]) != nil else { throw unreadable }
            return node
        }
        guard position < characters.count else { throw unreadable }
        let word = characters[position...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._".contains($0)) }
        guard let first = word.first else { throw unreadable }
        if first.isNumber {
            guard let value = Double(String(word)), value.isFinite else { throw unreadable }
            position += word.count
            return .number(value)
        }
        position += word.count
        guard take(["("]) != nil else { return .name(String(word)) }
        guard let function = FormulaFunction(rawValue: String(word)) else { throw .unknownFunction(String(word)) }
        var arguments = [try sum()]
        while take([","]) != nil { arguments.append(try sum()) }
        guard take([")"]) != nil else { throw unreadable }
        return .call(function, arguments)
    }
}
