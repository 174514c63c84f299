internal import SystemDynamics

/// Reads an equation by precedence.
///
/// XMILE, from high to low: power (right to left, a sign may follow), unary + - NOT, * / MOD, + -, < <= > >=, = <>, AND, OR,
/// IF THEN ELSE. Vensim: power, unary sign, * /, + -, relations, :NOT:, :AND:, :OR:.
struct EquationParser {
    private let tokens: [EquationToken]
    private var place = 0
    private let isVensim: Bool
    private var depth = 0
    private var operators = 0

    static let deepest = 400
    /// The most operators of an equation: a chain of them makes a tree as deep.
    static let mostOperators = 3_000

    init(_ text: String, isVensim: Bool) throws(EquationError) {
        tokens = try EquationLexer.tokens(text, isVensim: isVensim)
        self.isVensim = isVensim
    }

    /// A whole equation.
    static func expression(_ text: String, isVensim: Bool) throws(EquationError) -> Expression {
        var parser = try EquationParser(text, isVensim: isVensim)
        let expression = try parser.expression()
        guard parser.current == .end else { throw EquationError(parser.shown) }
        return expression
    }

    private var current: EquationToken { tokens[min(place, tokens.count - 1)] }

    private var shown: String {
        switch current {
        case .number(let value): "\(value)"
        case .name(let name), .quoted(let name), .text(let name), .symbol(let name): name
        case .end: "…"
        }
    }

    /// Joins two parts by an operator.
    private mutating func joined(
        _ operation: BinaryOperation, _ left: Expression, _ right: Expression
    ) throws(EquationError) -> Expression {
        operators += 1
        guard operators <= Self.mostOperators else { throw EquationError("… (> \(Self.mostOperators))") }
        return .binary(operation, left, right)
    }

    private mutating func take(_ symbol: String) -> Bool {
        guard current == .symbol(symbol) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(EquationError) {
        guard take(symbol) else { throw EquationError(shown) }
    }

    private func isWord(_ word: String) -> Bool {
        guard !isVensim, case .name(let name) = current else { return false }
        return name.lowercased() == word
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        place += 1
        return true
    }

    private mutating func expression() throws(EquationError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw EquationError("(") }
        if takeWord("if") {
            let condition = try expression()
            guard takeWord("then") else { throw EquationError(shown) }
            let yes = try expression()
            guard takeWord("else") else { throw EquationError(shown) }
            return .conditional(condition, yes, try expression())
        }
        return try disjunction()
    }

    private mutating func disjunction() throws(EquationError) -> Expression {
        var left = try conjunction()
        while isVensim ? take(":or:") : takeWord("or") || take("|") {
            left = try joined(.or, left, conjunction())
        }
        return left
    }

    private mutating func conjunction() throws(EquationError) -> Expression {
        var left = try negation()
        while isVensim ? take(":and:") : takeWord("and") || take("&") {
            left = try joined(.and, left, negation())
        }
        return left
    }

    private mutating func negation() throws(EquationError) -> Expression {
        if isVensim, take(":not:") {
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.deepest else { throw EquationError(":NOT:") }
            return .unary(.not, try negation())
        }
        return try equality()
    }

    private static let equalities: [String: BinaryOperation] = ["=": .equal, "==": .equal, "<>": .notEqual]
    private static let relations: [String: BinaryOperation] = [
        "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    private mutating func equality() throws(EquationError) -> Expression {
        var left = try relation()
        while case .symbol(let symbol) = current, let operation = Self.equalities[symbol] {
            place += 1
            left = try joined(operation, left, relation())
        }
        return left
    }

    private mutating func relation() throws(EquationError) -> Expression {
        var left = try sum()
        while case .symbol(let symbol) = current, let operation = Self.relations[symbol] {
            place += 1
            left = try joined(operation, left, sum())
        }
        return left
    }

    private mutating func sum() throws(EquationError) -> Expression {
        var left = try product()
        while true {
            if take("+") {
                left = try joined(.add, left, product())
            } else if take("-") {
                left = try joined(.subtract, left, product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(EquationError) -> Expression {
        var left = try signed()
        while true {
            if take("*") {
                left = try joined(.multiply, left, signed())
            } else if take("/") {
                left = try joined(.divide, left, signed())
            } else if takeWord("mod") {
                let right = try signed()
                operators += 1
                guard operators <= Self.mostOperators else { throw EquationError("MOD") }
                left = .call(Reference("MOD"), [left, right])
            } else {
                return left
            }
        }
    }

    private mutating func signed() throws(EquationError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw EquationError("-") }
        if take("-") { return .unary(.negate, try signed()) }
        if take("+") { return try signed() }
        if takeWord("not") { return .unary(.not, try signed()) }
        return try power()
    }

    private mutating func power() throws(EquationError) -> Expression {
        let base = try postfix()
        guard take("^") else { return base }
        return .binary(.power, base, try signed())
    }

    private mutating func postfix() throws(EquationError) -> Expression {
        var value = try primary()
        while !isVensim, take("'") {
            // Turned twice is not turned.
            if case .transpose(let inner) = value { value = inner } else { value = .transpose(value) }
        }
        return value
    }

    private mutating func primary() throws(EquationError) -> Expression {
        switch current {
        case .number(let value):
            place += 1
            return .number(value)
        case .text(let text):
            place += 1
            return .text(text)
        case .symbol(":na:"):
            place += 1
            return .missing
        case .symbol("("):
            place += 1
            if isVensim, let table = try table() { return table }
            let inner = try expression()
            try expect(")")
            return inner
        case .name(let name):
            place += 1
            return try named(name)
        case .quoted(let name):
            place += 1
            return try named(name)
        default: throw EquationError(shown)
        }
    }

    private mutating func named(_ name: String) throws(EquationError) -> Expression {
        var reference = Reference(name)
        if take("[") {
            reference.subscripts = try subscripts()
        }
        guard take("(") else { return .reference(reference) }
        if take(")") { return .call(reference, []) }
        var arguments: [Expression] = [try argument(name)]
        while take(",") || isVensim && take(":") { arguments.append(try argument(name)) }
        try expect(")")
        return .call(reference, arguments)
    }

    private mutating func argument(_ function: String) throws(EquationError) -> Expression {
        if isVensim, current == .symbol(",") || current == .symbol(")") { return .number(0) }
        return try expression()
    }

    private mutating func subscripts() throws(EquationError) -> [Subscript] {
        var result: [Subscript] = []
        repeat { result.append(try subscripted()) } while take(",")
        try expect("]")
        return result
    }

    private mutating func subscripted() throws(EquationError) -> Subscript {
        if take("*") {
            if take(":") { _ = try expression() }
            return .wildcard
        }
        if take("@") {
            guard case .number(let number) = current else { throw EquationError(shown) }
            place += 1
            return .position(Int(number))
        }
        let first = try expression()
        if take("!"), case .reference(let reference) = first { return .marked(reference.name) }
        if !isVensim, take(":") { return .range(first, try expression()) }
        return .expression(first)
    }

    /// A lookup in parentheses: `[(x0,y0)-(x1,y1)], (x,y), ...` or `(x,y), ...`; `nil` if it is none.
    private mutating func table() throws(EquationError) -> Expression? {
        let start = place
        if take("[") {
            var level = 1
            while level > 0 {
                if take("[") {
                    level += 1
                } else if take("]") {
                    level -= 1
                } else {
                    guard current != .end else { throw EquationError("[") }
                    place += 1
                }
            }
            _ = take(",")
        }
        guard current == .symbol("("), let points = points(), current == .symbol(")") else {
            place = start
            return nil
        }
        place += 1
        return .table(points)
    }

    private mutating func points() -> LookupTable? {
        let start = place
        var table = LookupTable(x: [], y: [])
        repeat {
            guard take("("), let x = number(), take(","), let y = number(), take(")") else {
                place = start
                return nil
            }
            table.x.append(x)
            table.y.append(y)
        } while take(",")
        return table
    }

    private mutating func number() -> Double? {
        let start = place
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard case .number(let value) = current else {
            place = start
            return nil
        }
        place += 1
        return isNegative ? -value : value
    }

    /// Numbers by element, `1,2;3,4;`; `nil` if the text is no such list.
    static func constants(_ text: String) -> [Double]? {
        guard var parser = try? EquationParser(text, isVensim: true) else { return nil }
        var values: [Double] = []
        while true {
            guard let value = parser.number() else { return nil }
            values.append(value)
            if parser.take(",") { continue }
            if parser.take(";") {
                if parser.current == .end { return values }
                continue
            }
            return parser.current == .end && values.count > 1 ? values : nil
        }
    }

    /// A lookup's points: pairs, with or without a range, or all x and then all y.
    static func lookup(_ text: String) -> LookupTable? {
        guard var parser = try? EquationParser("(" + text + ")", isVensim: true) else { return nil }
        parser.place = 1
        if case .table(let table)? = (try? parser.table()) ?? nil, parser.current == .end { return table }
        parser.place = 1
        var values: [Double] = []
        while let value = parser.number() {
            values.append(value)
            guard parser.take(",") || parser.take(";") else { break }
        }
        guard parser.take(")"), parser.current == .end, values.count >= 2, values.count.isMultiple(of: 2) else {
            return nil
        }
        let half = values.count / 2
        return LookupTable(x: Array(values.prefix(half)), y: Array(values.suffix(half)))
    }
}
