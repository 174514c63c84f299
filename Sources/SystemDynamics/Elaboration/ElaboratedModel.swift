/// A model with all names resolved: one cell for each element of each variable.
struct ElaboratedModel: Sendable {
    /// A value computed at each time.
    struct Cell: Sendable {
        /// The variable it belongs to; `nil` for a hidden one.
        var variable: Int?
        /// Its name, with subscripts.
        var name: String
        /// The value; `nil` where no equation gives it.
        var value: Scalar?
        /// The line in the file.
        var line: Int
    }

    /// A stock.
    struct Integrator: Sendable {
        var initial: Scalar
        var rate: Scalar
        /// Whether it is kept at or above zero.
        var isClamped = false
        var name: String
        var line: Int
    }

    /// A variable: a row of cells.
    struct Variable: Sendable {
        var name: String
        var first: Int
        var count: Int
        /// Whether it is printed.
        var isShown: Bool
        /// Whether it is a number of its own, which a scenario may set.
        var isConstant: Bool
        var line: Int
        var units: String
    }

    var dialect: ModelDialect
    var cells: [Cell] = []
    var variables: [Variable] = []
    var integrators: [Integrator] = []
    var memories: [MemoryKind] = []
    var blocks: [BlockFunction] = []
    var held: [Scalar] = []
    var tables: [LookupTable] = []
    var clock = ClockSettings()
    var method = SimulationSpecifications.Method.euler
    /// Whether time stands still within a step of Runge and Kutta, as in files that Vensim exports.
    var holdsTime = false
    /// The order in which variables are printed.
    var shown: [Int] = []
    var warnings: [ModelWarning] = []
    /// Cells that are given from outside before a run.
    var given: Set<Int> = []
    /// Macros that simulate within an evaluation.
    var nested: [NestedModel] = []
}

/// The clock as values that may change.
struct ClockSettings: Sendable {
    var start = Scalar.zero
    var stop = Scalar.one
    var step = Scalar.one
    /// How often values are saved; `nil` for every step.
    var saving: Scalar?
}

/// Something that keeps values from step to step and changes once a step, whatever the method.
enum MemoryKind: Sendable {
    /// The value of the step before.
    case previous(initial: Scalar, next: Scalar)
    /// What entered some steps ago.
    case pipeline(input: Scalar, time: Scalar, initial: Scalar)
    /// Vensim's DELAY N, whose order is lowered where steps are long.
    case materialDelay(input: Scalar, time: Scalar, initial: Scalar, order: Int)
    /// A conveyor: the belt.
    case conveyor(ConveyorParts)
    /// A queue.
    case queue(QueueParts)
    /// Pink noise: the value before and the correlation time.
    case pinkNoise(mean: Scalar, deviation: Scalar, time: Scalar, site: UInt32, element: UInt32)
}

/// What a conveyor is made of, resolved.
struct ConveyorParts: Sendable {
    var initial: Scalar
    var length: Scalar
    var capacity: Scalar?
    var inflowLimit: Scalar?
    var sample: Scalar?
    var arrest: Scalar?
    /// What wants to enter, in order; each with whether it can be refused.
    var requests: [Request]
    var leaks: [Leak]
    var isDiscrete: Bool
    var keepsBatches: Bool
    var oneAtATime: Bool
    var leaksExponentially: Bool

    struct Request: Sendable {
        var amount: Scalar
        var canBeRefused: Bool
        /// The queue that supplies it and the place among its outflows.
        var queue: Int?
    }

    struct Leak: Sendable {
        var fraction: Scalar
        var start: Double
        var end: Double
    }
}

/// What a queue is made of, resolved.
struct QueueParts: Sendable {
    var initial: Scalar
    var inflows: [Scalar]
    /// The outflows as they come out.
    var taken: [Scalar] = []
    /// The outflows in order of priority: to which conveyor, or whether it takes what others refuse.
    var outflows: [Outflow]

    struct Outflow: Sendable {
        var conveyor: Int?
        var isOverflow: Bool
    }
}

/// A function of several numbers that gives several.
struct BlockFunction: Sendable {
    enum Kind: Sendable {
        case allocateByPriority
        case allocateAvailable
        case invertMatrix
        case sortOrder
        case rank
        case vectorRank
        case vectorSelect
        case conveyorExit(Int)
        case conveyorAdmission(Int)
        case queueExit(Int)
        case nested(Int)
        case timeValue
    }
    var kind: Kind
    var inputs: [Scalar]
    var outputs: Int
}

/// A macro with a simulation of its own.
struct NestedModel: Sendable {
    var model: ElaboratedModel
    /// The cells of the parameters.
    var parameters: [Int]
    /// The cell of the result.
    var result: Int
}
