extension ProductionData {
    /// What a reader should know about the data.
    ///
    /// The rule of thumb for the number of units is recalled from Cooper, Seiford & Tone, not verified.
    public var notices: [EfficiencyNotice] {
        var notices: [EfficiencyNotice] = []
        let (m, s) = (inputs.count, outputs.count + bads.count)
        let expected = max(m * s, 3 * (m + s))
        if units.count < expected { notices.append(.fewUnits(found: units.count, expected: expected)) }
        if units.count > 1 {
            notices += variables.filter { Set($0.values).count == 1 }.map { .constant($0.name) }
        }
        return notices
    }

    /// Where a bad output is zero though there is a good one.
    public var notNullJoint: [EfficiencyNotice] {
        bads.flatMap { bad in
            units.indices.filter { bad.values[$0] == 0 }.map { .notNullJoint(unit: units[$0], variable: bad.name) }
        }
    }

    /// Zeros in the given variables, whose terms a slacks-based measure leaves out.
    public func zeroTerms(in variables: [Variable]) -> [EfficiencyNotice] {
        variables.flatMap { variable in
            units.indices.filter { variable.values[$0] == 0 }
                .map { .zeroTerm(unit: units[$0], variable: variable.name) }
        }
    }
}
