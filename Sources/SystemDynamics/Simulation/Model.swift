/// A system-dynamics model, ready to run.
///
/// All names are resolved and all equations in order; what cannot be read with one meaning has been refused.
public struct Model: Sendable {
    /// A variable of the model.
    public struct Variable: Hashable, Sendable {
        /// Its name as the file has it, with that of its module.
        public let name: String
        /// The names of its elements, with subscripts; the name itself for a scalar.
        public let elements: [String]
        /// Its units as written.
        public let units: String
        /// Whether it is a constant, which a scenario may set.
        public let isConstant: Bool
        /// Its line in the file.
        public let line: Int
    }

    /// The variables, in the order of the file.
    public let variables: [Variable]
    /// The method that the file asks for.
    public let method: SimulationSpecifications.Method
    /// What a reader should know.
    public let warnings: [ModelWarning]

    var elaborated: ElaboratedModel
    /// The cells that are constants in the file, whatever a scenario has made of them.
    private let constants: Set<Int>
    let source: SourceModel

    /// Resolves a model.
    ///
    /// - Parameters:
    ///   - source: the model as read.
    ///   - external: where values of other files come from.
    ///   - deepest: how deep macros may call macros; each level takes about 10 kB of the thread's stack.
    /// - Throws: `ModelFaults` with all that is wrong.
    public init(
        _ source: SourceModel, external: any ExternalData = NoExternalData(), deepest: Int = 300
    ) throws(ModelFaults) {
        self.source = source
        elaborated = try Elaborator(source, external: external, deepest: deepest).elaborate()
        constants = Set(elaborated.cells.indices.filter { [elaborated] in elaborated.cells[$0].value?.constant != nil })
        method = elaborated.method
        warnings = elaborated.warnings
        let model = elaborated
        variables = model.shown.map { number in
            let variable = model.variables[number]
            return Variable(
                name: variable.name,
                elements: (variable.first..<variable.first + variable.count).filter { model.cells[$0].value != nil }.map
                {
                    model.cells[$0].name
                }, units: variable.units, isConstant: variable.isConstant, line: variable.line)
        }
        _ = try Program(elaborated)
    }

    /// The cells of all variables that are printed, in their order.
    var shownCells: [Int] {
        elaborated.shown.flatMap { number in
            let variable = elaborated.variables[number]
            return (variable.first..<variable.first + variable.count).filter { elaborated.cells[$0].value != nil }
        }
    }

    /// The cells of a variable or of one element by its name.
    func cells(named name: String) -> [Int] {
        let key = Self.key(name)
        for number in elaborated.shown {
            let variable = elaborated.variables[number]
            let cells = (variable.first..<variable.first + variable.count).filter { elaborated.cells[$0].value != nil }
            if Self.key(variable.name) == key { return cells }
            if variable.count > 1, key.hasPrefix(Self.key(variable.name) + "["),
                let cell = cells.first(where: { Self.key(elaborated.cells[$0].name) == key })
            {
                return [cell]
            }
        }
        return []
    }

    /// Names with subscripts agree whatever the blanks around commas and brackets, and with or without quotes.
    public static func key(_ name: String) -> String {
        let parts = name.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
        let head = ModelName.canonical(String(parts.first ?? "").replacing("\"", with: ""))
        guard parts.count == 2 else { return head }
        let inner = parts[1].split(separator: "]").first.map(String.init) ?? ""
        return head + "[" + inner.split(separator: ",").map { ModelName.canonical(String($0)) }.joined(separator: ",")
            + "]"
    }

    /// The model with constants set; a value set last replaces what a scenario made of it.
    ///
    /// - Throws: `ModelFaults` for names that are not there or no constants.
    public func setting(_ settings: [(name: String, value: Double)]) throws(ModelFaults) -> Model {
        var result = self
        var faults: [ModelFault] = []
        for (name, value) in settings {
            let cells = cells(named: name)
            if cells.isEmpty { faults.append(ModelFault(.badSetting, name)) }
            for cell in cells {
                guard constants.contains(cell) else {
                    faults.append(ModelFault(.notConstant, name, variable: name, line: elaborated.cells[cell].line))
                    continue
                }
                result.elaborated.cells[cell].value = .number(value)
            }
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        return result
    }
}
