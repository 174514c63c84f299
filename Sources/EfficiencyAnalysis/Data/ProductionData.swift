/// What units use and produce: n units with m inputs, s good outputs and p bad outputs.
///
/// All values are at least zero; each unit has an input and an output above zero.
public struct ProductionData: Hashable, Sendable {
    /// A variable and its value for each unit.
    public struct Variable: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The values, in the order of the units.
        public let values: [Double]

        /// Bundles a variable.
        public init(name: String, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// The names of the units.
    public let units: [String]
    /// X, the inputs.
    public let inputs: [Variable]
    /// Y, the good outputs.
    public let outputs: [Variable]
    /// B, the bad outputs.
    public let bads: [Variable]

    /// Bundles data.
    ///
    /// - Throws: `EfficiencyFaults` with all that is wrong: no units, inputs or outputs, repeated names, a value that is
    ///   negative or not finite, a unit with nothing used or nothing produced.
    public init(
        units: [String], inputs: [Variable], outputs: [Variable], bads: [Variable] = []
    ) throws(EfficiencyFaults) {
        var faults: [EfficiencyFault] = []
        if units.isEmpty { faults.append(.noUnits) }
        if inputs.isEmpty { faults.append(.noVariables(.input)) }
        if outputs.isEmpty { faults.append(.noVariables(.output)) }
        faults += units.repeated.map { .repeatedUnit($0) }
        let variables = inputs + outputs + bads
        faults += variables.map(\.name).repeated.map { .repeatedVariable($0) }
        for variable in variables {
            guard variable.values.count == units.count else {
                faults.append(.wrongCount(variable.name, found: variable.values.count, expected: units.count))
                continue
            }
            for (unit, value) in zip(units, variable.values) where !(value >= 0 && value.isFinite) {
                faults.append(.negative(unit: unit, variable: variable.name, value))
            }
        }
        try faults.throwIfAny()
        for (position, unit) in units.enumerated() {
            if inputs.allSatisfy({ $0.values[position] == 0 }) { faults.append(.nothing(.input, unit: unit)) }
            if outputs.allSatisfy({ $0.values[position] == 0 }) { faults.append(.nothing(.output, unit: unit)) }
        }
        try faults.throwIfAny()
        self.units = units
        self.inputs = inputs
        self.outputs = outputs
        self.bads = bads
    }

    /// All variables: inputs, outputs, bad outputs.
    public var variables: [Variable] { inputs + outputs + bads }
}

extension [String] {
    /// The words that occur more than once, each once, in order.
    var repeated: [String] {
        var seen: Set<String> = []
        var told: Set<String> = []
        return filter { !seen.insert($0).inserted && told.insert($0).inserted }
    }
}
