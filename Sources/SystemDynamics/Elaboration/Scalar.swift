/// A value of one element at one time, all names resolved.
indirect enum Scalar: Hashable, Sendable {
    case number(Double)
    /// The value of a cell at this time.
    case cell(Int)
    case clock(Clock)
    case unary(UnaryOperation, Scalar)
    case binary(BinaryOperation, Scalar, Scalar)
    case select(Scalar, Scalar, Scalar)
    /// A lookup by the number of its table.
    case lookup(Int, Scalar, LookupTable.Kind?)
    /// One of a row of cells by its number from 0; another value where the number is not among them.
    case gather(first: Int, count: Int, Scalar, otherwise: Double)
    /// The value of an integrator.
    case state(Int)
    /// An output of something with a memory.
    case memory(Int, Int)
    /// An output of a function of several numbers.
    case block(Int, Int)
    /// A value kept from the start.
    case held(Int)
    /// One value during the run, another while initial values are found.
    case activeInitial(Scalar, Scalar)
    /// A random number.
    case random(RandomDraw)

    enum Clock: UInt8, Hashable, Sendable {
        /// The time; within a step of Runge and Kutta that of the stage.
        case time
        /// The time at the start of the step.
        case stepTime
        case step, start, stop, saving
    }
}

/// A random number of a call in the model.
struct RandomDraw: Hashable, Sendable {
    enum Distribution: UInt8, Hashable, Sendable {
        case uniform, normal, logNormal, exponential, poisson, truncatedNormal, pinkNoise
    }
    var distribution: Distribution
    /// Parameters: for uniform the limits; for the others mean and deviation; for truncated forms the limits first.
    var parameters: [Scalar]
    /// Which call: the number of the call in the model, or the seed that it gives.
    var site: UInt32
    /// Which element.
    var element: UInt32
}

extension Scalar {
    static let zero = Scalar.number(0)
    static let one = Scalar.number(1)

    /// The number, where it is one.
    var constant: Double? { if case .number(let value) = self { value } else { nil } }

    static func make(_ operation: UnaryOperation, _ value: Scalar) -> Scalar {
        guard let number = value.constant else { return .unary(operation, value) }
        return .number(Arithmetic.apply(operation, number))
    }

    static func make(_ operation: BinaryOperation, _ left: Scalar, _ right: Scalar) -> Scalar {
        guard let first = left.constant, let second = right.constant else { return .binary(operation, left, right) }
        return .number(Arithmetic.apply(operation, first, second))
    }

    static func choose(_ condition: Scalar, _ yes: Scalar, _ no: Scalar) -> Scalar {
        guard let value = condition.constant else { return .select(condition, yes, no) }
        return value != 0 ? yes : no
    }

    static func + (left: Scalar, right: Scalar) -> Scalar { make(.add, left, right) }
    static func - (left: Scalar, right: Scalar) -> Scalar { make(.subtract, left, right) }
    static func * (left: Scalar, right: Scalar) -> Scalar { make(.multiply, left, right) }
    static func / (left: Scalar, right: Scalar) -> Scalar { make(.divide, left, right) }

    /// What it is made of.
    var parts: [Scalar] {
        switch self {
        case .number, .cell, .clock, .state, .memory, .block, .held: []
        case .unary(_, let value), .lookup(_, let value, _), .gather(_, _, let value, _): [value]
        case .binary(_, let left, let right), .activeInitial(let left, let right): [left, right]
        case .select(let condition, let yes, let no): [condition, yes, no]
        case .random(let draw): draw.parameters
        }
    }
}

/// The arithmetic of models, which all executors share.
enum Arithmetic {
    static func apply(_ operation: UnaryOperation, _ x: Double) -> Double {
        switch operation {
        case .negate: -x
        case .not: x == 0 ? 1 : 0
        case .absolute: abs(x)
        case .exponential: Elementary.exp(x)
        case .logarithm: Elementary.log(x)
        case .logarithm10: Elementary.log10(x)
        case .squareRoot: x.squareRoot()
        case .sine: Elementary.sin(x)
        case .cosine: Elementary.cos(x)
        case .tangent: Elementary.tan(x)
        case .arcSine: Elementary.asin(x)
        case .arcCosine: Elementary.acos(x)
        case .arcTangent: Elementary.atan(x)
        case .hyperbolicSine: Elementary.sinh(x)
        case .hyperbolicCosine: Elementary.cosh(x)
        case .hyperbolicTangent: Elementary.tanh(x)
        case .floor: x.rounded(.down)
        case .truncate: x.rounded(.towardZero)
        case .round: x.rounded(.toNearestOrAwayFromZero)
        case .logGamma: Elementary.logGamma(x)
        }
    }

    static func apply(_ operation: BinaryOperation, _ x: Double, _ y: Double) -> Double {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: power(x, y)
        case .less: x < y ? 1 : 0
        case .lessOrEqual: x <= y ? 1 : 0
        case .greater: x > y ? 1 : 0
        case .greaterOrEqual: x >= y ? 1 : 0
        case .equal: x == y ? 1 : 0
        case .notEqual: x != y ? 1 : 0
        case .and: x != 0 && y != 0 ? 1 : 0
        case .or: x != 0 || y != 0 ? 1 : 0
        case .minimum: x < y ? x : y
        case .maximum: x > y ? x : y
        case .flooredModulus: x - y * (x / y).rounded(.down)
        case .truncatedModulus: x - quantum(x, y)
        case .quantum: quantum(x, y)
        case .logarithm: Elementary.log(x) / Elementary.log(y)
        }
    }

    private static func quantum(_ x: Double, _ y: Double) -> Double { y <= 0 ? x : y * (x / y).rounded(.towardZero) }

    private static func power(_ x: Double, _ y: Double) -> Double {
        if y == 2 { return x * x }
        return Elementary.pow(x, y)
    }
}
