/// The units of the names that an equation may use.
struct UnitScope {
    let time: Units?
    let macros: Set<String>
    /// Units by canonical name; `nil` for a variable without.
    var units: [String: Units?] = [:]
    /// Names of dimensions and elements, which stand for positions.
    var plain: Set<String> = []
}

/// Finds the units of an expression; `nil` stands for units that fit anything.
struct UnitInference {
    let scope: UnitScope
    let variable: String
    let line: Int
    private(set) var findings: [UnitReport.Finding] = []

    init(scope: UnitScope, variable: String, line: Int) {
        self.scope = scope
        self.variable = variable
        self.line = line
    }

    mutating func compare(_ found: Units?, _ expected: Units?, _ kind: UnitReport.Finding.Kind, _ part: String) {
        guard let found, let expected, found != expected else { return }
        findings.append(
            .init(
                variable: variable, kind: kind, found: found.text, expected: expected.text, part: part, line: line))
    }

    mutating func infer(_ expression: Expression) -> Units? {
        switch expression {
        case .number(let value): return value == 0 ? nil : Units()
        case .missing, .text, .table: return nil
        case .reference(let reference): return named(reference.name)
        case .transpose(let value): return infer(value)
        case .conditional(let condition, let yes, let no):
            _ = infer(condition)
            return same([yes, no])
        case .unary(let operation, let value): return unary(operation, value)
        case .binary(let operation, let left, let right): return binary(operation, left, right)
        case .call(let name, let arguments): return call(name, arguments)
        }
    }

    private func named(_ name: String) -> Units? {
        let key = ModelName.canonical(name)
        if let known = scope.units[key] { return known }
        switch key {
        case "time", "dt", "time_step", "starttime", "stoptime", "initial_time", "final_time", "saveper":
            return scope.time
        case "pi": return Units()
        default: return scope.plain.contains(key) ? Units() : nil
        }
    }

    /// The units that all of these should have.
    private mutating func same(_ parts: [Expression]) -> Units? {
        var result: Units?
        for part in parts {
            let found = infer(part)
            compare(found, result, .mismatch, part.text)
            if result == nil { result = found }
        }
        return result
    }

    /// A part that should have no units.
    private mutating func plain(_ part: Expression) {
        compare(infer(part), Units(), .notDimensionless, part.text)
    }

    /// A part that should be a time.
    private mutating func time(_ part: Expression) {
        // A bare number is in the unit of time.
        if case .number = part { return }
        compare(infer(part), scope.time, .mismatch, part.text)
    }

    private mutating func unary(_ operation: UnaryOperation, _ value: Expression) -> Units? {
        switch operation {
        case .negate, .absolute, .floor, .truncate, .round: return infer(value)
        case .squareRoot: return infer(value)?.raised(to: 0.5)
        case .not:
            _ = infer(value)
            return Units()
        default:
            plain(value)
            return Units()
        }
    }

    private mutating func binary(_ operation: BinaryOperation, _ left: Expression, _ right: Expression) -> Units? {
        switch operation {
        case .add, .subtract, .minimum, .maximum, .flooredModulus, .truncatedModulus, .quantum:
            return same([left, right])
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
            _ = same([left, right])
            return Units()
        case .and, .or:
            _ = (infer(left), infer(right))
            return Units()
        case .multiply:
            let (first, second) = (infer(left), infer(right))
            guard let first, let second else { return nil }
            return first * second
        case .divide:
            let (first, second) = (infer(left), infer(right))
            guard let first, let second else { return nil }
            return first / second
        case .power: return power(left, right)
        case .logarithm:
            plain(left)
            plain(right)
            return Units()
        }
    }

    private mutating func power(_ base: Expression, _ exponent: Expression) -> Units? {
        plain(exponent)
        let found = infer(base)
        var number: Double?
        if case .number(let value) = exponent { number = value }
        if case .unary(.negate, .number(let value)) = exponent { number = -value }
        if let number { return found?.raised(to: number) }
        compare(found, Units(), .notDimensionless, base.text)
        return found == nil ? nil : Units()
    }

    private mutating func call(_ name: Reference, _ arguments: [Expression]) -> Units? {
        let key = ModelName.canonical(name.name)
        if let known = scope.units[key] {
            // A graphical function by its name: what goes in may have any unit.
            for argument in arguments { _ = infer(argument) }
            return known
        }
        guard !scope.macros.contains(key), let rule = UnitRule.all[key] else {
            for argument in arguments { _ = infer(argument) }
            return nil
        }
        return apply(rule, arguments)
    }

    private mutating func apply(_ rule: UnitRule, _ arguments: [Expression]) -> Units? {
        var alike: [Expression] = []
        for (place, argument) in arguments.enumerated() {
            switch rule.arguments.indices.contains(place) ? rule.arguments[place] : rule.rest {
            case .alike: alike.append(argument)
            case .plain: plain(argument)
            case .time: time(argument)
            case .any: _ = infer(argument)
            }
        }
        let shared = same(alike)
        switch rule.result {
        case .alike: return shared
        case .plain: return Units()
        case .any: return nil
        case .timesTime: return scope.time.flatMap { time in shared.map { $0 * time } }
        case .root: return shared?.raised(to: 0.5)
        case .quotient:
            // Their findings have been noted above.
            var again = self
            guard arguments.count > 1, let first = again.infer(arguments[0]), let second = again.infer(arguments[1])
            else { return nil }
            return first / second
        }
    }
}
