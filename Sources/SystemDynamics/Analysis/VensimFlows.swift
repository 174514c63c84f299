/// The flows of Vensim's stocks: the variables that are added and subtracted in their rates.
enum VensimFlows {
    /// For each stock, by its canonical name, what it takes in and gives out.
    static func names(_ module: SourceModule) -> [String: (inflows: [String], outflows: [String])] {
        var result: [String: (inflows: [String], outflows: [String])] = [:]
        for variable in module.variables where variable.kind == .stock {
            for equation in variable.equations {
                guard case .integral(let rate, _) = equation.content else { continue }
                var found = result[ModelName.canonical(variable.name)] ?? ([], [])
                collect(rate, true, &found)
                result[ModelName.canonical(variable.name)] = found
            }
        }
        return result
    }

    private static func collect(
        _ rate: Expression, _ isInflow: Bool, _ found: inout (inflows: [String], outflows: [String])
    ) {
        switch rate {
        case .reference(let reference):
            if isInflow, !found.inflows.contains(reference.name) { found.inflows.append(reference.name) }
            if !isInflow, !found.outflows.contains(reference.name) { found.outflows.append(reference.name) }
        case .binary(.add, let left, let right):
            collect(left, isInflow, &found)
            collect(right, isInflow, &found)
        case .binary(.subtract, let left, let right):
            collect(left, isInflow, &found)
            collect(right, !isInflow, &found)
        case .unary(.negate, let value): collect(value, !isInflow, &found)
        default: return
        }
    }
}
