public import StatisticalData

extension EfficiencyFault {
    /// The fault as the rest of the program reports it.
    ///
    /// - Parameter lines: the line of each unit in the file.
    public func fault(in file: String, period: String = "", lines: [String: Int] = [:]) -> Fault {
        Fault(code, at: Place(file: file, line: unit.flatMap { lines[$0] }, column: column), arguments(period))
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .noUnits: "efficiency-empty"
        case .noVariables: "efficiency-no-variables"
        case .repeatedUnit: "efficiency-repeated-unit"
        case .repeatedVariable: "efficiency-two-roles"
        case .wrongCount: "efficiency-wrong-count"
        case .negative: "efficiency-negative"
        case .nothing(.input, _): "efficiency-no-input"
        case .nothing: "efficiency-no-output"
        case .missingInPeriod: "efficiency-missing-in-period"
        case .tooFewPeriods: "efficiency-too-few-periods"
        case .direction: "efficiency-direction"
        }
    }

    private var unit: String? {
        switch self {
        case .repeatedUnit(let unit), .negative(let unit, _, _), .nothing(_, let unit): unit
        default: nil
        }
    }

    private var column: String? {
        switch self {
        case .negative(_, let variable, _), .wrongCount(let variable, _, _): variable
        default: nil
        }
    }

    private func arguments(_ period: String) -> [String: String] {
        let suffix = period.isEmpty ? "" : " · " + period
        return switch self {
        case .noUnits: [:]
        case .noVariables(let role): ["role": role.rawValue]
        case .repeatedUnit(let unit), .nothing(_, let unit): ["unit": unit.shortened + suffix]
        case .repeatedVariable(let name), .direction(let name): ["found": name.shortened]
        case .wrongCount(let name, let found, let expected):
            ["variable": name.shortened, "found": String(found), "expected": String(expected)]
        case .negative(let unit, let variable, let value):
            [
                "unit": unit.shortened + suffix, "variable": variable.shortened, "found": Decimals.text(value),
            ]
        case .missingInPeriod(let unit, let period): ["unit": unit.shortened, "period": period.shortened]
        case .tooFewPeriods(let count): ["found": String(count)]
        }
    }
}

extension String {
    fileprivate var shortened: String { String(prefix(120)) }
}
