extension Expression {
    /// The equation as text, with as few parentheses as precedence allows.
    public var text: String { text(within: 0) }

    private func text(within outer: Int) -> String {
        switch self {
        case .number(let value): Self.shown(value)
        case .missing: ":NA:"
        case .text(let text): "'\(text)'"
        case .reference(let reference): reference.text
        case .call(let name, let arguments):
            name.text + "(" + arguments.map { $0.text(within: 0) }.joined(separator: ", ") + ")"
        case .unary(.negate, let value): bracketed("-" + value.text(within: 6), 5, outer)
        case .unary(.not, let value): bracketed("NOT " + value.text(within: 6), 5, outer)
        case .unary(let operation, let value): "\(operation)(\(value.text(within: 0)))"
        case .binary(let operation, let left, let right):
            if let (sign, rank) = Self.signs[operation] {
                bracketed(
                    left.text(within: operation == .power ? rank + 1 : rank) + sign
                        + right.text(within: operation == .power ? rank : rank + 1), rank, outer)
            } else {
                "\(operation)(\(left.text(within: 0)), \(right.text(within: 0)))"
            }
        case .conditional(let condition, let yes, let no):
            bracketed(
                "IF \(condition.text(within: 0)) THEN \(yes.text(within: 0)) ELSE \(no.text(within: 0))", 0, outer + 1)
        case .transpose(let value): value.text(within: 7) + "'"
        case .table(let table): "(" + zip(table.x, table.y).map { "(\($0), \($1))" }.joined(separator: ", ") + ")"
        }
    }

    private func bracketed(_ text: String, _ rank: Int, _ outer: Int) -> String {
        rank < outer ? "(" + text + ")" : text
    }

    private static let signs: [BinaryOperation: (String, Int)] = [
        .or: (" OR ", 1), .and: (" AND ", 1), .equal: (" = ", 2), .notEqual: (" <> ", 2), .less: (" < ", 2),
        .lessOrEqual: (" <= ", 2), .greater: (" > ", 2), .greaterOrEqual: (" >= ", 2), .add: (" + ", 3),
        .subtract: (" - ", 3), .multiply: (" * ", 4), .divide: (" / ", 4), .flooredModulus: (" MOD ", 4),
        .power: ("^", 6),
    ]

    /// A number without `.0`.
    static func shown(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Whether it is nothing but a number.
    var isNumber: Bool {
        switch self {
        case .number, .unary(.negate, .number): true
        default: false
        }
    }

    /// The names of variables and functions in it, those within subscripts included.
    public var references: [Reference] {
        switch self {
        case .number, .missing, .text, .table: []
        case .reference(let reference): [reference] + reference.inner
        case .call(let name, let arguments): [name] + name.inner + arguments.flatMap(\.references)
        case .unary(_, let value), .transpose(let value): value.references
        case .binary(_, let left, let right): left.references + right.references
        case .conditional(let condition, let yes, let no): condition.references + yes.references + no.references
        }
    }
}

extension Reference {
    /// The name with its subscripts; a module's connection to the outside without its mark.
    public var text: String {
        let plain = name.hasPrefix("\u{1}") ? String(name.dropFirst()) : name
        return subscripts.isEmpty ? plain : plain + "[" + subscripts.map(\.text).joined(separator: ", ") + "]"
    }

    fileprivate var inner: [Reference] {
        subscripts.flatMap { part -> [Reference] in
            switch part {
            case .expression(let expression): expression.references
            case .range(let first, let last): first.references + last.references
            default: []
            }
        }
    }
}

extension Subscript {
    /// The subscript as text.
    public var text: String {
        switch self {
        case .expression(let expression): expression.text
        case .wildcard: "*"
        case .range(let first, let last): first.text + ":" + last.text
        case .position(let number): "@\(number)"
        case .marked(let name): name + "!"
        }
    }
}
