/// The part of XPath 1.0 in which the rules are written: paths down and up, attributes, text, predicates, unions,
/// `count`, `not`, `number`, comparisons, sums, `and`, `or`.
///
/// Source: XML Path Language 1.0, W3C Recommendation of 16 November 1999, sections 2 to 4.
indirect enum XPath: Sendable, Hashable {
    case literal(String)
    case number(Double)
    case call(String, [XPath])
    case compare(Comparison, XPath, XPath)
    case sum(XPath, XPath)
    case and(XPath, XPath)
    case or(XPath, XPath)
    case union(XPath, XPath)
    case path(isAbsolute: Bool, [Step])

    enum Comparison: String, Sendable {
        case equal = "=", unequal = "!=", less = "<", lessOrEqual = "<=", more = ">", moreOrEqual = ">="
    }

    /// A step of a path.
    struct Step: Sendable, Hashable {
        var axis: Axis
        var predicates: [XPath] = []
    }

    /// Where a step leads.
    enum Axis: Sendable, Hashable {
        case child(String)
        case descendant(String)
        case attribute(String)
        case parent
        case here
        case text
    }

    /// Reads an expression; `nil` for what is not of this part.
    init?(_ text: String) {
        var parser = XPathParser(text)
        guard let expression = parser.or(), parser.isAtEnd else { return nil }
        self = expression
    }
}

/// Reads an expression by recursive descent, one function a level of precedence.
struct XPathParser {
    private let tokens: [String]
    private var position = 0

    init(_ text: String) {
        let pattern = /\s*("[^"]*"|'[^']*'|\.\.|\/\/|!=|<=|>=|@?[A-Za-z_][A-Za-z0-9_.:\-]*|[0-9]+(?:\.[0-9]+)?|[^\s])/
        tokens = text.matches(of: pattern).map { String($0.1) }
    }

    var isAtEnd: Bool { position == tokens.count }

    private var next: String? { position < tokens.count ? tokens[position] : nil }

    private mutating func take(_ token: String) -> Bool {
        guard next == token else { return false }
        position += 1
        return true
    }

    mutating func or() -> XPath? {
        guard var left = and() else { return nil }
        while take("or") {
            guard let right = and() else { return nil }
            left = .or(left, right)
        }
        return left
    }

    private mutating func and() -> XPath? {
        guard var left = comparison() else { return nil }
        while take("and") {
            guard let right = comparison() else { return nil }
            left = .and(left, right)
        }
        return left
    }

    private mutating func comparison() -> XPath? {
        guard var left = addition() else { return nil }
        while let token = next, let comparison = XPath.Comparison(rawValue: token) {
            position += 1
            guard let right = addition() else { return nil }
            left = .compare(comparison, left, right)
        }
        return left
    }

    private mutating func addition() -> XPath? {
        guard var left = union() else { return nil }
        while take("+") {
            guard let right = union() else { return nil }
            left = .sum(left, right)
        }
        return left
    }

    private mutating func union() -> XPath? {
        guard var left = primary() else { return nil }
        while take("|") {
            guard let right = primary() else { return nil }
            left = .union(left, right)
        }
        return left
    }

    private mutating func primary() -> XPath? {
        guard let token = next else { return nil }
        if token.first == "'" || token.first == "\"" {
            position += 1
            return .literal(String(token.dropFirst().dropLast()))
        }
        if let number = Double(token) {
            position += 1
            return .number(number)
        }
        if take("(") {
            guard let inside = or(), take(")") else { return nil }
            return inside
        }
        let isCall = ["count", "not", "number"].contains(token)
        if isCall, position + 1 < tokens.count, tokens[position + 1] == "(" {
            position += 2
            guard let argument = or(), take(")") else { return nil }
            return .call(token, [argument])
        }
        return path()
    }

    private mutating func path() -> XPath? {
        var steps: [XPath.Step] = []
        var isDescendant = false
        let isAbsolute = next == "/" || next == "//"
        if isAbsolute { isDescendant = take("//") || !take("/") }
        repeat {
            guard let step = step(isDescendant: isDescendant) else { return nil }
            steps.append(step)
            isDescendant = take("//")
        } while isDescendant || take("/")
        return .path(isAbsolute: isAbsolute, steps)
    }

    private mutating func step(isDescendant: Bool) -> XPath.Step? {
        guard let token = next else { return nil }
        position += 1
        var step: XPath.Step
        switch token {
        case "..": step = XPath.Step(axis: .parent)
        case ".": step = XPath.Step(axis: .here)
        case "text":
            guard take("("), take(")") else { return nil }
            step = XPath.Step(axis: .text)
        default:
            guard let first = token.first, first.isLetter || (first == "@" && token.count > 1) else { return nil }
            if first == "@" {
                step = XPath.Step(axis: .attribute(String(token.dropFirst())))
            } else {
                step = XPath.Step(axis: isDescendant ? .descendant(token) : .child(token))
            }
        }
        while take("[") {
            guard let predicate = or(), take("]") else { return nil }
            step.predicates.append(predicate)
        }
        return step
    }
}
