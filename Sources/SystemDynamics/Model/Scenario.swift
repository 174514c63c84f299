/// Changes to a model that make a scenario.
public struct Scenario: Hashable, Sendable {
    /// One change.
    public struct Change: Hashable, Sendable {
        /// What it does.
        public enum Kind: Hashable, Sendable {
            /// The value from the start.
            case set(Double)
            /// Another value from a time on.
            case step(to: Double, from: Double)
            /// From the model's value to another between two times, in a line.
            case ramp(to: Double, from: Double, until: Double)
            /// Other points of a graphical function.
            case lookup(LookupTable)
        }

        /// The variable, or one element of it.
        public var name: String
        /// What changes.
        public var kind: Kind
        /// Whether an equation may be replaced.
        public var overrides: Bool
        /// The line in the scenario's file.
        public var line: Int

        /// Bundles a change.
        public init(name: String, kind: Kind, overrides: Bool = false, line: Int = 0) {
            self.name = name
            self.kind = kind
            self.overrides = overrides
            self.line = line
        }
    }

    /// The changes, in order.
    public var changes: [Change]

    /// Bundles changes.
    public init(_ changes: [Change] = []) { self.changes = changes }
}

extension Model {
    /// The model with a scenario's changes.
    ///
    /// Only constants may be changed, unless a change says that it overrides an equation.
    ///
    /// - Throws: `ModelFaults` for names that are not there, and equations.
    public func applying(_ scenario: Scenario) throws(ModelFaults) -> Model {
        var result = self
        var faults: [ModelFault] = []
        for change in scenario.changes {
            let cells = cells(named: change.name)
            if cells.isEmpty { faults.append(ModelFault(.badSetting, change.name, variable: change.name)) }
            for cell in cells {
                guard let old = result.elaborated.cells[cell].value else { continue }
                if case .lookup(let table) = change.kind {
                    guard case .lookup(_, let inner, let kind) = old else {
                        faults.append(ModelFault(.badTable, change.name, variable: change.name))
                        continue
                    }
                    result.elaborated.tables.append(table)
                    result.elaborated.cells[cell].value = .lookup(result.elaborated.tables.count - 1, inner, kind)
                    continue
                }
                guard old.constant != nil || change.overrides else {
                    faults.append(
                        ModelFault(
                            .notConstant, change.name, variable: change.name, line: elaborated.cells[cell].line))
                    continue
                }
                result.elaborated.cells[cell].value = Self.changed(old, change.kind)
            }
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        return result
    }

    private static func changed(_ old: Scalar, _ kind: Scenario.Change.Kind) -> Scalar {
        let time = Scalar.clock(.time)
        let tolerance = Scalar.clock(.step) * .number(1e-6)
        switch kind {
        case .set(let value): return .number(value)
        case .step(let value, let from):
            return .select(.make(.greaterOrEqual, time, .number(from) - tolerance), .number(value), old)
        case .ramp(let value, let from, let until):
            let share = Scalar.make(
                .minimum, .one, .make(.maximum, .zero, (time - .number(from)) / .number(until - from)))
            return old + share * (.number(value) - old)
        case .lookup: return old
        }
    }
}
