/// An equation as the file has it, before names are resolved.
public indirect enum Expression: Hashable, Sendable {
    case number(Double)
    /// Vensim's `:NA:`.
    case missing
    /// Text in quotes, as functions that read files take.
    case text(String)
    /// A variable, dimension, element or function without arguments.
    case reference(Reference)
    /// A function, macro or lookup with arguments.
    case call(Reference, [Expression])
    case unary(UnaryOperation, Expression)
    case binary(BinaryOperation, Expression, Expression)
    case conditional(Expression, Expression, Expression)
    /// XMILE's `'`, which turns the dimensions round.
    case transpose(Expression)
    /// A lookup written in the equation.
    case table(LookupTable)
}

/// A name with its subscripts.
public struct Reference: Hashable, Sendable {
    /// The name as written.
    public var name: String
    /// The subscripts; empty where there are none.
    public var subscripts: [Subscript]

    /// A name.
    public init(_ name: String, _ subscripts: [Subscript] = []) {
        self.name = name
        self.subscripts = subscripts
    }
}

/// One subscript.
public enum Subscript: Hashable, Sendable {
    /// A name or any expression.
    case expression(Expression)
    /// `*`: all elements.
    case wildcard
    /// `1:3`: elements by position.
    case range(Expression, Expression)
    /// `@2`: the second dimension of the variable that is defined.
    case position(Int)
    /// Vensim's `dim!`: reduced over.
    case marked(String)
}

/// Operations on one number.
public enum UnaryOperation: UInt8, Hashable, Sendable {
    case negate, not, absolute, exponential, logarithm, logarithm10, squareRoot, sine, cosine, tangent, arcSine
    case arcCosine, arcTangent, hyperbolicSine, hyperbolicCosine, hyperbolicTangent, floor, truncate, round, logGamma
}

/// Operations on two numbers.
public enum BinaryOperation: UInt8, Hashable, Sendable {
    case add, subtract, multiply, divide, power, less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, and, or
    case minimum, maximum
    /// a - b floor(a/b): the sign of b.
    case flooredModulus
    /// a - b trunc(a/b): the sign of a.
    case truncatedModulus
    /// b trunc(a/b); a if b <= 0.
    case quantum
    /// log of a to the base b.
    case logarithm
}
