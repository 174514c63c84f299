/// Turns a source model into one value for each element of each variable.
///
/// Used by one thread and thrown away: it collects cells, memories and faults while it walks through the equations.
final class Elaborator {
    /// A model in use: the root, a module or a macro at one call.
    struct Instance {
        var path: String
        var parent: Int?
        var source: SourceModule
        var names: [String: Entity] = [:]
        var isMacro = false
    }

    /// What a name means in an instance.
    enum Entity {
        case variable(Int)
        case instance(Int)
        /// A macro's parameter: its value in the call.
        case value(Scalar)
        /// A macro's parameter that stands for an array.
        case argument(Expression, Context)
    }

    /// A variable with its elements.
    struct Info {
        var source: SourceVariable
        var instance: Int
        var axes: [Axis]
        var first: Int
        var count: Int
        var number: Int
        /// The number of the table of each element, for lookups.
        var tables: [Int: Int] = [:]
    }

    /// A dimension of a variable.
    struct Axis {
        var name: String
        var elements: [String]
        var display: [String]

        func position(_ element: String) -> Int? { elements.firstIndex(of: element) }
    }

    /// A name of a range on the left, and the element that it stands for.
    struct Binding {
        var range: String
        var element: String
        var position: Int
    }

    /// Where an expression stands.
    struct Context {
        var instance: Int
        var variable: Int
        var cell: Int
        var bindings: [Binding]
        var axes: [String: Binding] = [:]
        var line: Int
        var depth = 0
    }

    let source: SourceModel
    let dimensions: DimensionTable
    let external: any ExternalData
    /// How deep macros may call macros.
    let deepest: Int
    var model: ElaboratedModel
    var instances: [Instance] = []
    var infos: [Info] = []
    var faults: [ModelFault] = []
    var sites: UInt32 = 0
    var hiddenNames: [String: Int] = [:]
    /// The variables whose equations have been given, and those being given.
    var equated: Set<Int> = []
    var equating: Set<Int> = []
    /// From how many stocks each flow drains.
    var drains: [Int: Int] = [:]
    /// How deep in macros a variable stands.
    var depths: [Int: Int] = [:]
    /// Blocks already made, by what goes into them.
    var knownBlocks: [String: [(inputs: [Scalar], number: Int)]] = [:]
    var isVensim: Bool { source.dialect == .vensim }

    init(_ source: SourceModel, external: any ExternalData, deepest: Int) {
        self.deepest = deepest
        self.source = source
        self.external = external
        dimensions = DimensionTable(source.dimensions)
        model = ElaboratedModel(dialect: source.dialect)
        model.method = source.specifications.method
        model.holdsTime = source.usesVensimIntegers
    }

    /// Elaborates the whole model.
    func elaborate() throws(ModelFaults) -> ElaboratedModel {
        let root = declare(source.root, path: "", parent: nil)
        showAll(of: root)
        guard faults.isEmpty else { throw ModelFaults(faults) }
        readLookups(from: 0)
        var number = 0
        while number < infos.count {
            equate(number)
            number += 1
        }
        setClock(root)
        wireStocks(from: 0)
        guard faults.isEmpty else { throw ModelFaults(faults) }
        return model
    }

    /// Gives all equations of a variable to its cells.
    func equate(_ number: Int) {
        guard !equated.contains(number) else { return }
        equating.insert(number)
        equated.insert(number)
        let info = infos[number]
        for equation in info.source.equations {
            do {
                try equate(equation, number)
            } catch {
                faults.append(Self.placed(error, info.source, equation))
            }
        }
    }

    static func placed(_ fault: ModelFault, _ variable: SourceVariable, _ equation: SourceEquation?) -> ModelFault {
        var fault = fault
        if fault.variable.isEmpty { fault.variable = variable.name }
        if fault.line == 0 { fault.line = equation?.line ?? variable.line }
        return fault
    }

    /// A cell that is not printed.
    func hidden(_ value: Scalar?, _ name: String, _ context: Context) -> Int {
        let base = model.cells.indices.contains(context.cell) ? model.cells[context.cell].name : ""
        let count = hiddenNames[base + "#" + name, default: 0] + 1
        hiddenNames[base + "#" + name] = count
        model.cells.append(.init(variable: nil, name: "\(base)#\(name).\(count)", value: value, line: context.line))
        return model.cells.count - 1
    }

    /// The value itself where using it twice costs nothing, otherwise a cell that holds it.
    func shared(_ value: Scalar, _ context: Context) -> Scalar {
        switch value {
        case .number, .cell, .clock, .state, .memory, .block, .held: value
        default: .cell(hidden(value, "part", context))
        }
    }

    /// A new stock; returns its number.
    func integrator(_ initial: Scalar, _ rate: Scalar, _ name: String, _ context: Context) -> Int {
        let base = model.cells.indices.contains(context.cell) ? model.cells[context.cell].name : ""
        model.integrators.append(
            .init(initial: initial, rate: rate, name: name.isEmpty ? base : base + "#" + name, line: context.line))
        return model.integrators.count - 1
    }

    func memory(_ kind: MemoryKind) -> Int {
        model.memories.append(kind)
        return model.memories.count - 1
    }

    func block(_ kind: BlockFunction.Kind, _ inputs: [Scalar], outputs: Int) -> Int {
        let key = String(describing: kind)
        if let known = knownBlocks[key]?.first(where: { $0.inputs == inputs }) { return known.number }
        model.blocks.append(.init(kind: kind, inputs: inputs, outputs: outputs))
        knownBlocks[key, default: []].append((inputs, model.blocks.count - 1))
        return model.blocks.count - 1
    }

    func table(_ table: LookupTable) -> Int {
        if let known = model.tables.firstIndex(of: table) { return known }
        model.tables.append(table)
        return model.tables.count - 1
    }
}

/// Where values of external files come from.
public protocol ExternalData: Sendable {
    /// The values over time that a call such as GET XLS DATA names, moved on by some elements.
    func series(_ function: String, _ arguments: [String], element: ElementPlace) throws(ModelFault) -> [(
        time: Double, value: Double
    )]
    /// One constant that a call such as GET XLS CONSTANTS names, moved on by some elements.
    func constant(_ function: String, _ arguments: [String], element: ElementPlace) throws(ModelFault) -> Double
    /// The values over time of a data variable without an equation; `nil` if there are none.
    func given(_ name: String) -> [(time: Double, value: Double)]?
}

/// Which element of an equation's ranges a value is for.
public struct ElementPlace: Hashable, Sendable {
    /// The position in each range on the left.
    public let offsets: [Int]
    /// The number of elements of each range.
    public let counts: [Int]

    /// The number of the element, row by row.
    public var flat: Int { zip(offsets, counts).reduce(0) { $0 * $1.1 + $1.0 } }
}

/// No files.
public struct NoExternalData: ExternalData {
    /// No files.
    public init() {}
    /// Refuses.
    public func series(
        _ function: String, _ arguments: [String], element: ElementPlace
    ) throws(ModelFault) -> [(time: Double, value: Double)] {
        throw ModelFault(.missingFile, arguments.first ?? function)
    }
    /// Refuses.
    public func constant(_ function: String, _ arguments: [String], element: ElementPlace) throws(ModelFault) -> Double
    {
        throw ModelFault(.missingFile, arguments.first ?? function)
    }
    /// Nothing.
    public func given(_ name: String) -> [(time: Double, value: Double)]? { nil }
}
