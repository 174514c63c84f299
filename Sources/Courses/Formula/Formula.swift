/// An expression over the figures of an exercise: numbers, names, `+ - * / ^`, parentheses and the functions of
/// `FormulaFunction`. The answers of a course are such expressions, so that the product computes them anew.
///
/// A name stands for one figure or for several in a fixed order. Operations work figure by figure; a single figure goes
/// with each of several. `^` binds from the right and before the sign: -2^2 is -4.
public struct Formula: Hashable, Sendable {
    /// The text as written.
    public let text: String
    let root: Node

    /// A part of the expression.
    indirect enum Node: Hashable, Sendable {
        case number(Double)
        case name(String)
        case negative(Node)
        case operation(Operation, Node, Node)
        case call(FormulaFunction, [Node])
    }

    /// What joins two parts.
    enum Operation: Character, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
        case power = "^"

        func callAsFunction(_ left: Double, _ right: Double) -> Double {
            switch self {
            case .plus: left + right
            case .minus: left - right
            case .times: left * right
            case .over: left / right
            case .power: raised(left, right)
            }
        }
    }

    /// Why a formula cannot be read or computed.
    public enum Failure: Error, Hashable, Sendable {
        /// The text ends or goes on otherwise than expected, at a position.
        case unreadable(String)
        /// Deeper or longer than any exercise needs.
        case tooLong
        /// A function that there is not.
        case unknownFunction(String)
        /// A figure that is not declared.
        case unknownName(String)
        /// A function with another number of values.
        case wrongCount(String)
        /// Two lists of figures of different lengths.
        case lengths(Int, Int)
        /// Several figures where one is asked for.
        case notOne(Int)
        /// No finite number: a division by zero, a logarithm of nothing.
        case notFinite
    }

    /// Reads a formula.
    public init(_ text: String) throws(Failure) {
        self.text = text
        root = try FormulaParser.parse(text)
    }

    /// The names of the figures it uses.
    public var names: Set<String> { Self.names(root) }

    private static func names(_ node: Node) -> Set<String> {
        switch node {
        case .number: []
        case .name(let name): [name]
        case .negative(let inner): names(inner)
        case .operation(_, let left, let right): names(left).union(names(right))
        case .call(_, let inner): inner.reduce(into: []) { $0.formUnion(names($1)) }
        }
    }

    /// The single number it gives.
    public func number(_ figures: [String: [Double]]) throws(Failure) -> Double {
        let values = try numbers(figures)
        guard values.count == 1 else { throw .notOne(values.count) }
        return values[0]
    }

    /// The numbers it gives, one or several.
    public func numbers(_ figures: [String: [Double]]) throws(Failure) -> [Double] {
        let values = try Self.evaluate(root, figures)
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        return values
    }

    private static func evaluate(_ node: Node, _ figures: [String: [Double]]) throws(Failure) -> [Double] {
        switch node {
        case .number(let value): return [value]
        case .name(let name):
            guard let values = figures[name] else { throw .unknownName(name) }
            return values
        case .negative(let inner): return try evaluate(inner, figures).map { -$0 }
        case .operation(let operation, let left, let right):
            return try join(try evaluate(left, figures), try evaluate(right, figures)) { operation($0, $1) }
        case .call(let function, let inner):
            var values: [[Double]] = []
            for node in inner { values.append(try evaluate(node, figures)) }
            return try function.apply(values)
        }
    }

    static func join(
        _ left: [Double], _ right: [Double], _ operation: (Double, Double) -> Double
    ) throws(Failure) -> [Double] {
        if left.count == 1 { return right.map { operation(left[0], $0) } }
        if right.count == 1 { return left.map { operation($0, right[0]) } }
        guard left.count == right.count else { throw .lengths(left.count, right.count) }
        return zip(left, right).map { operation($0, $1) }
    }
}
