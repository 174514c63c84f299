/// Which format a model comes from; a few meanings differ.
public enum ModelDialect: String, Hashable, Sendable {
    case xmile, vensim
}

/// A model as its file has it: names not yet resolved.
public struct SourceModel: Hashable, Sendable {
    /// The dialect.
    public var dialect: ModelDialect
    /// Whether INT and MOD keep Vensim's meaning (files exported by Vensim).
    public var usesVensimIntegers = false
    /// Whether an invalid index gives NaN in place of 0.
    public var invalidIndexIsNaN = false
    /// The simulation as the file wants it.
    public var specifications = SimulationSpecifications()
    /// The dimensions.
    public var dimensions: [SourceDimension] = []
    /// The root model.
    public var root = SourceModule(name: "")
    /// The models that modules use, by name.
    public var modules: [SourceModule] = []
    /// The macros.
    public var macros: [SourceMacro] = []

    /// An empty model.
    public init(dialect: ModelDialect) { self.dialect = dialect }
}

/// A model within a file: variables, and other models used in it.
public struct SourceModule: Hashable, Sendable {
    /// Its name; empty for the root.
    public var name: String
    /// The variables, in the order of the file.
    public var variables: [SourceVariable] = []
    /// The uses of other models.
    public var uses: [ModuleUse] = []
    /// Where each variable and use stands in the file's order.
    public var order: [Entry] = []

    /// A variable or a use, by its place in the list.
    public enum Entry: Hashable, Sendable {
        case variable(Int)
        case use(Int)
    }

    /// An empty model.
    public init(name: String) { self.name = name }

    /// Adds a variable.
    public mutating func add(_ variable: SourceVariable) {
        order.append(.variable(variables.count))
        variables.append(variable)
    }

    /// Adds a use of another model.
    public mutating func add(_ use: ModuleUse) {
        order.append(.use(uses.count))
        uses.append(use)
    }
}

/// A model used within another.
public struct ModuleUse: Hashable, Sendable {
    /// The name of the use, which is also the model's.
    public var name: String
    /// What feeds its inputs: the input's name and the name outside.
    public var connections: [Connection]
    /// The line in the file.
    public var line: Int

    /// One connection.
    public struct Connection: Hashable, Sendable {
        /// The input.
        public var input: String
        /// What feeds it.
        public var source: String

        /// Bundles a connection.
        public init(input: String, source: String) {
            self.input = input
            self.source = source
        }
    }

    /// Bundles a use.
    public init(name: String, connections: [Connection], line: Int) {
        self.name = name
        self.connections = connections
        self.line = line
    }
}

/// A macro.
public struct SourceMacro: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The parameters, each with the default it may have.
    public var parameters: [Parameter]
    /// The value; `nil` where the variable of the macro's name gives it.
    public var result: Expression?
    /// Further outputs (Vensim).
    public var outputs: [String]
    /// The body.
    public var body: SourceModule
    /// A simulation of its own, run to the end at each evaluation.
    public var specifications: SimulationSpecifications?
    /// The line in the file.
    public var line: Int

    /// A parameter.
    public struct Parameter: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// What it is where the call does not give it.
        public var standard: Expression?

        /// Bundles a parameter.
        public init(name: String, standard: Expression? = nil) {
            self.name = name
            self.standard = standard
        }
    }

    /// Bundles a macro.
    public init(
        name: String, parameters: [Parameter], result: Expression? = nil, outputs: [String] = [],
        body: SourceModule, specifications: SimulationSpecifications? = nil, line: Int
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.outputs = outputs
        self.body = body
        self.specifications = specifications
        self.line = line
    }
}

/// A dimension or a range of elements of one.
public struct SourceDimension: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The elements, in order.
    public var elements: [String]
    /// Mappings to other dimensions: their names and the elements there, by position.
    public var mappings: [Mapping]

    /// A mapping.
    public struct Mapping: Hashable, Sendable {
        /// The other dimension.
        public var target: String
        /// Its elements in the order of ours; empty for its own order.
        public var elements: [String]

        /// Bundles a mapping.
        public init(target: String, elements: [String] = []) {
            self.target = target
            self.elements = elements
        }
    }

    /// Bundles a dimension.
    public init(name: String, elements: [String], mappings: [Mapping] = []) {
        self.name = name
        self.elements = elements
        self.mappings = mappings
    }
}
