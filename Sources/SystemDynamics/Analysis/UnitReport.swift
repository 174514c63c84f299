/// Whether the equations of a model agree with the units that it declares.
///
/// Sums, comparisons, MIN, MAX and the branches of IF want equal units; products and quotients add and subtract exponents;
/// a power wants a number as exponent, or a dimensionless base; logarithms, exponentials and angles want none; a flow
/// is its stock by time; times of delays are in the unit of time. A number is dimensionless, but 0 fits any unit and an equation that is
/// nothing but a number takes the unit declared. Variables without units, and what macros and functions not
/// listed here give, fit anything. Source: XMILE 1.0, section 3.3.6; rules of the project where it is silent.
public struct UnitReport: Sendable {
    /// What is wrong with one part of an equation.
    public struct Finding: Hashable, Sendable {
        /// What kind of thing.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Two parts that should agree do not.
            case mismatch
            /// An argument has units where none are wanted.
            case notDimensionless
            /// The equation has other units than its variable declares.
            case declared
            /// A flow is not its stock by time.
            case flow
            /// The units cannot be read.
            case unreadable
        }

        /// The variable.
        public var variable: String
        /// What kind.
        public var kind: Kind
        /// The units found.
        public var found: String
        /// The units expected.
        public var expected: String
        /// The part of the equation.
        public var part: String
        /// The line in the file.
        public var line: Int
    }

    /// What does not agree, in the order of the file.
    public let findings: [Finding]
    /// The variables without units.
    public let undeclared: [String]
    /// How many variables have units.
    public let declared: Int
    /// The unit of time; empty where it is not known, so that flows are not compared with stocks.
    public let timeUnits: String

    /// Checks a model.
    public init(_ model: Model) {
        let source = model.source
        let table = UnitTable(source)
        timeUnits = UnitTable.timeUnits(source)
        var checker = ModelUnits(source: source, table: table, time: timeUnits.isEmpty ? nil : table.units(timeUnits))
        checker.check(source.root, path: "", depth: 0)
        findings = checker.findings
        undeclared = checker.undeclared
        declared = checker.declared
    }
}

extension UnitReport {
    /// One warning for all that does not agree: how much, and the first; `nil` where all agrees.
    public var warning: ModelWarning? {
        guard let first = findings.first else { return nil }
        let more = findings.count > 1 ? " (+\(findings.count - 1))" : ""
        return ModelWarning(
            .units, "\(first.found) ≠ \(first.expected)" + more, variable: first.variable, line: first.line)
    }
}

/// Goes through the modules of a model.
private struct ModelUnits {
    let source: SourceModel
    let table: UnitTable
    let time: Units?
    var findings: [UnitReport.Finding] = []
    var undeclared: [String] = []
    var declared = 0

    mutating func check(_ module: SourceModule, path: String, depth: Int) {
        guard depth < 50 else { return }
        var scope = UnitScope(time: time, macros: Set(source.macros.map { ModelName.canonical($0.name) }))
        collect(module, prefix: "", into: &scope.units, depth: 0)
        for dimension in source.dimensions {
            scope.plain.insert(ModelName.canonical(dimension.name))
            scope.plain.formUnion(dimension.elements.map(ModelName.canonical))
        }
        for place in module.order {
            switch place {
            case .variable(let number): check(module.variables[number], path, scope)
            case .use(let number):
                let use = module.uses[number]
                guard let inner = model(use.name) else { continue }
                check(inner, path: path + use.name + ".", depth: depth + 1)
            }
        }
    }

    private func model(_ name: String) -> SourceModule? {
        let key = ModelName.canonical(name)
        return source.modules.first { ModelName.canonical($0.name) == key }
    }

    /// The units of all names that an equation of the module may use.
    private func collect(_ module: SourceModule, prefix: String, into units: inout [String: Units?], depth: Int) {
        guard depth < 20 else { return }
        for variable in module.variables {
            let key = prefix + ModelName.canonical(variable.name)
            units[key] = .some(variable.units.isEmpty ? nil : table.units(variable.units))
        }
        for use in module.uses {
            if let inner = model(use.name) {
                collect(inner, prefix: prefix + ModelName.canonical(use.name) + ".", into: &units, depth: depth + 1)
            }
        }
    }

    private mutating func check(_ variable: SourceVariable, _ path: String, _ scope: UnitScope) {
        let name = path + variable.name
        let own = variable.units.isEmpty ? nil : table.units(variable.units)
        if variable.units.isEmpty { undeclared.append(name) } else { declared += 1 }
        if !variable.units.isEmpty, own == nil {
            findings.append(
                .init(
                    variable: name, kind: .unreadable, found: variable.units, expected: "", part: "",
                    line: variable.line))
        }
        for equation in variable.equations {
            var inference = UnitInference(scope: scope, variable: name, line: equation.line)
            switch equation.content {
            case .expression(let expression):
                if expression.isNumber { continue }
                let found = inference.infer(expression)
                // What a graphical function gives has the units of its variable.
                if equation.table == nil { inference.compare(found, own, .declared, expression.text) }
            case .integral(let rate, let initial):
                if !initial.isNumber { inference.compare(inference.infer(initial), own, .declared, initial.text) }
                let found = inference.infer(rate)
                if let time, let own { inference.compare(found, own / time, .flow, rate.text) }
            case .constants, .data, .tableOnly: continue
            }
            findings += inference.findings
        }
        guard let own, let time else { return }
        for flow in variable.inflows + variable.outflows {
            guard let found = scope.units[ModelName.canonical(flow)] ?? nil, found != own / time else { continue }
            findings.append(
                .init(
                    variable: name, kind: .flow, found: found.text, expected: (own / time).text, part: flow,
                    line: variable.line))
        }
    }
}
