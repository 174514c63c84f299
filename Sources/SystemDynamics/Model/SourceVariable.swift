/// A variable as the file has it.
public struct SourceVariable: Hashable, Sendable {
    /// What kind it is.
    public enum Kind: String, Hashable, Sendable {
        case stock, flow, auxiliary, lookup, data
    }

    /// The name as written.
    public var name: String
    /// What kind it is.
    public var kind: Kind
    /// The dimensions' names; empty for a scalar.
    public var dimensions: [String] = []
    /// The equations: one for all elements, or several for parts.
    public var equations: [SourceEquation] = []
    /// The inflows of a stock, in order.
    public var inflows: [String] = []
    /// The outflows of a stock, in order of priority.
    public var outflows: [String] = []
    /// Whether a stock or flow stays at or above zero.
    public var isNonNegative = false
    /// A flow's factor downstream.
    public var multiplier: Expression?
    /// What a conveyor or queue is made of.
    public var conveyor: ConveyorOptions?
    /// Whether the stock is a queue.
    public var isQueue = false
    /// What a flow does at a conveyor or queue.
    public var leak: LeakOptions?
    /// Whether a flow takes what others refuse.
    public var isOverflow = false
    /// Whether a module's input must be connected.
    public var isInput = false
    /// The units as written.
    public var units = ""
    /// What the variable means.
    public var documentation = ""
    /// The line in the file.
    public var line: Int

    /// A variable without equations.
    public init(name: String, kind: Kind, line: Int) {
        self.name = name
        self.kind = kind
        self.line = line
    }
}

/// An equation for all elements of a variable, or for some.
public struct SourceEquation: Hashable, Sendable {
    /// For which elements: a name of an element, range or dimension for each dimension; empty for all.
    public var subscripts: [String] = []
    /// For which elements not.
    public var exceptions: [[String]] = []
    /// What it says.
    public var content: Content
    /// A graphical function that the value goes through.
    public var table: LookupTable?
    /// The equation as written.
    public var source = ""
    /// The line in the file.
    public var line: Int

    /// What an equation says.
    public enum Content: Hashable, Sendable {
        /// A value at each time; the initial value of an XMILE stock.
        case expression(Expression)
        /// Vensim's INTEG: rate and initial value.
        case integral(rate: Expression, initial: Expression)
        /// Numbers by element, row by row.
        case constants([Double])
        /// Values over time.
        case data(DataSource)
        /// Nothing but a graphical function.
        case tableOnly
    }

    /// Bundles an equation.
    public init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }
}

/// Values over time, read from elsewhere.
public struct DataSource: Hashable, Sendable {
    /// The call that tells the file; `nil` where the data are given from outside.
    public var call: Expression?
    /// What lies between the points in time.
    public var kind: LookupTable.Kind

    /// Bundles a source.
    public init(call: Expression?, kind: LookupTable.Kind) {
        self.call = call
        self.kind = kind
    }
}

/// A conveyor's options.
public struct ConveyorOptions: Hashable, Sendable {
    /// The transit time.
    public var length: Expression?
    /// The most it holds.
    public var capacity: Expression?
    /// The most that enters per unit of time.
    public var inflowLimit: Expression?
    /// When the transit time is read anew.
    public var sample: Expression?
    /// When it stands still.
    public var arrest: Expression?
    /// Whether it takes batches.
    public var isDiscrete = false
    /// Whether a batch enters whole or not at all.
    public var keepsBatches = false
    /// Whether one batch enters a step.
    public var oneAtATime = true
    /// Whether leaks are exponential.
    public var leaksExponentially = false

    /// Standard options.
    public init() {}
}

/// What leaves a conveyor on the way.
public struct LeakOptions: Hashable, Sendable {
    /// The fraction.
    public var fraction: Expression?
    /// The part of the belt where it leaks.
    public var start = 0.0
    /// Its end.
    public var end = 1.0

    /// Standard options.
    public init() {}
}

/// How a model is simulated.
public struct SimulationSpecifications: Hashable, Sendable {
    /// How stocks are integrated.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case euler, rk2, rk4, rk45
    }

    /// The first time.
    public var start: Expression?
    /// The last time.
    public var stop: Expression?
    /// The step.
    public var step: Expression?
    /// How often values are saved; every step without it.
    public var saving: Expression?
    /// Whether the step is one over the number given.
    public var isReciprocal = false
    /// The method.
    public var method = Method.euler

    /// Nothing but Euler.
    public init() {}
}
