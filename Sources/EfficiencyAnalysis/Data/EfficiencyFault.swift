/// A kind of variable.
public enum VariableRole: String, Hashable, Sendable {
    /// What is used.
    case input
    /// What is wanted.
    case output
    /// What is produced beside and not wanted.
    case bad
}

/// What can be wrong with the figures of an efficiency analysis.
public enum EfficiencyFault: Error, Hashable, Sendable {
    /// There is no unit.
    case noUnits
    /// There is no variable of a kind that is needed.
    case noVariables(VariableRole)
    /// A unit occurs twice (in one period).
    case repeatedUnit(String)
    /// A variable is named twice.
    case repeatedVariable(String)
    /// A variable has not one value for each unit.
    case wrongCount(String, found: Int, expected: Int)
    /// A value that is negative or not finite.
    case negative(unit: String, variable: String, Double)
    /// A unit that uses, or produces, nothing at all.
    case nothing(VariableRole, unit: String)
    /// A unit that is missing in a period.
    case missingInPeriod(unit: String, period: String)
    /// Fewer than two periods where productivity over time is asked for.
    case tooFewPeriods(Int)
    /// A direction that moves nothing, or has a negative part.
    case direction(String)
}

/// All faults of one analysis.
public struct EfficiencyFaults: Error, Hashable, Sendable {
    /// The faults.
    public let list: [EfficiencyFault]

    /// Bundles faults.
    public init(list: [EfficiencyFault]) {
        self.list = list
    }
}

extension [EfficiencyFault] {
    func throwIfAny() throws(EfficiencyFaults) {
        if !isEmpty { throw EfficiencyFaults(list: self) }
    }
}

/// What a reader should know about data that can be analysed all the same.
public enum EfficiencyNotice: Hashable, Sendable {
    /// A variable that is the same everywhere tells nothing.
    case constant(String)
    /// Fewer units than the rule of thumb asks for, max(m s, 3 (m + s)): little can be told apart.
    case fewUnits(found: Int, expected: Int)
    /// A unit with good outputs but without a bad one: weak disposability assumes that they come together.
    case notNullJoint(unit: String, variable: String)
    /// A zero whose term a slacks-based measure leaves out.
    case zeroTerm(unit: String, variable: String)
}
