/// What a model is made of, as its file says: for people who read a model, not for running it.
public struct ModelStructure: Sendable {
    /// A variable.
    public struct Entry: Hashable, Sendable {
        /// What it is.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case stock, conveyor, queue, flow, auxiliary, constant, lookup, data
        }

        /// Its name, with that of its module.
        public var name: String
        /// What it is.
        public var kind: Kind
        /// Its units as written.
        public var units: String
        /// Its dimensions.
        public var dimensions: [String]
        /// Its equations, each with the elements it is for; the initial value of an XMILE stock.
        public var equations: [String]
        /// The inflows of a stock.
        public var inflows: [String]
        /// The outflows of a stock.
        public var outflows: [String]
        /// The group.
        public var group: String
        /// What it means.
        public var documentation: String
        /// The line in the file.
        public var line: Int
    }

    /// A dimension and its elements.
    public struct Dimension: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its elements.
        public var elements: [String]
    }

    /// The name of the model; may be empty.
    public let title: String
    /// Where it comes from.
    public let dialect: ModelDialect
    /// The unit of time; empty where the file has none.
    public let timeUnits: String
    /// Start, stop, step and saving as written; `nil` where the file has none.
    public let start, stop, step, saving: String?
    /// The method.
    public let method: SimulationSpecifications.Method
    /// The variables, in the order of the file.
    public let entries: [Entry]
    /// The dimensions.
    public let dimensions: [Dimension]
    /// The uses of other models, by their path.
    public let modules: [String]
    /// The macros.
    public let macros: [String]
    /// How many drawings the file holds.
    public let views: Int

    /// Reads off a model.
    public init(_ model: Model) {
        let source = model.source
        title = source.title
        dialect = source.dialect
        timeUnits = UnitTable.timeUnits(source)
        let specifications = source.specifications
        func shown(_ expression: Expression?, _ place: Int) -> String? {
            guard let expression else { return nil }
            let name = ["initial time", "final time", "time step", "saveper"][place]
            if case .reference(let reference) = expression,
                ModelName.canonical(reference.name) == ModelName.canonical(name),
                let variable = source.root.variables.first(where: {
                    ModelName.canonical($0.name) == ModelName.canonical(name)
                })
            {
                return Self.equations(variable).first
            }
            return expression.text
        }
        start = shown(specifications.start, 0)
        stop = shown(specifications.stop, 1)
        step = shown(specifications.step, 2).map { specifications.isReciprocal ? "1/" + $0 : $0 }
        saving = shown(specifications.saving, 3)
        method = model.method
        let constants = Set(model.variables.filter(\.isConstant).map { Model.key($0.name) })
        var walk = Walk(source: source, constants: constants)
        walk.add(source.root, path: "", depth: 0)
        entries = walk.entries
        modules = walk.modules
        dimensions = source.dimensions.map { Dimension(name: $0.name, elements: $0.elements) }
        macros = source.macros.map(\.name)
        views = source.views.count
    }

    /// The variables of one kind.
    public func count(_ kind: Entry.Kind) -> Int { entries.count { $0.kind == kind } }

    static func equations(_ variable: SourceVariable) -> [String] {
        variable.equations.map { equation in
            let content: String =
                switch equation.content {
                case .expression(let expression): equation.source.isEmpty ? expression.text : equation.source
                case .integral(let rate, let initial): "INTEG(\(rate.text), \(initial.text))"
                case .constants(let values): values.map(Expression.shown).joined(separator: ", ")
                case .data(let data): data.call?.text ?? ""
                case .tableOnly: equation.table.map { Expression.table($0).text } ?? ""
                }
            let line = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return equation.subscripts.isEmpty || variable.equations.count == 1
                ? line : "[" + equation.subscripts.joined(separator: ",") + "] " + line
        }
    }
}

/// Goes through a model and those used in it.
private struct Walk {
    let source: SourceModel
    let constants: Set<String>
    var entries: [ModelStructure.Entry] = []
    var modules: [String] = []

    mutating func add(_ module: SourceModule, path: String, depth: Int) {
        guard depth < 50 else { return }
        let flows = VensimFlows.names(module)
        for place in module.order {
            switch place {
            case .variable(let number): add(module.variables[number], path: path, flows)
            case .use(let number):
                let use = module.uses[number]
                modules.append(path + use.name)
                let name = ModelName.canonical(use.name)
                guard let inner = source.modules.first(where: { ModelName.canonical($0.name) == name }) else {
                    continue
                }
                add(inner, path: path + use.name + ".", depth: depth + 1)
            }
        }
    }

    private mutating func add(
        _ variable: SourceVariable, path: String, _ flows: [String: (inflows: [String], outflows: [String])]
    ) {
        let key = ModelName.canonical(variable.name)
        let names = flows[key]
        let isFlow =
            variable.kind == .flow
            || flows.values.contains { stock in
                (stock.inflows + stock.outflows).contains { ModelName.canonical($0) == key }
            }
        let kind: ModelStructure.Entry.Kind =
            switch variable.kind {
            case .stock: variable.conveyor != nil ? .conveyor : variable.isQueue ? .queue : .stock
            case .flow: .flow
            case .lookup: .lookup
            case .data: .data
            case .auxiliary:
                constants.contains(Model.key(path + variable.name)) ? .constant : isFlow ? .flow : .auxiliary
            }
        entries.append(
            .init(
                name: path + variable.name, kind: kind, units: variable.units,
                dimensions: variable.dimensions.isEmpty
                    ? variable.equations.first?.subscripts ?? [] : variable.dimensions,
                equations: ModelStructure.equations(variable), inflows: names?.inflows ?? variable.inflows,
                outflows: names?.outflows ?? variable.outflows, group: variable.group,
                documentation: variable.documentation, line: variable.line))
    }
}
