import LinearAlgebra

/// Turns scenarios into results; the base is factorised once for all of them.
///
/// A shock changes A and final demand. With x the base output, x' that of the changed economy, g = (A' - A) x + f' - f:
/// x' - x = (I - A')^-1 g. Direct effects are S g, indirect those of the rest, induced what closing on households adds.
/// g is a sum over shocks, and so are results. Industries whose output is set keep it (mixed model): their rows of the
/// system are those of the identity.
///
/// Sources: Miller & Blair (2009), sections 2.5, 6.2 and 13.2; Eurostat (2008), chapter 15.
public struct ImpactModel: Sendable {
    /// The economy.
    public let base: ImpactBase

    let coefficients: ImpactCoefficients
    private let open: LUFactorisation
    private let closed: LUFactorisation?

    /// Factorises the base.
    ///
    /// - Throws: `InputOutputFaults` for a table that is not productive, open or closed on households.
    public init(_ base: ImpactBase) throws(InputOutputFaults) {
        try self.init(base, ImpactCoefficients(base))
    }

    /// A base with other coefficients than its table has.
    init(_ base: ImpactBase, _ coefficients: ImpactCoefficients) throws(InputOutputFaults) {
        self.base = base
        self.coefficients = coefficients
        guard let open = Self.factors(coefficients, isClosed: false) else {
            _ = try LeontiefModel(base.table)
            throw InputOutputFaults([.scenario(ScenarioFault(nil, .unproductive))])
        }
        self.open = open
        guard let households = base.households else {
            closed = nil
            return
        }
        guard let closed = Self.factors(coefficients, isClosed: true) else {
            _ = try HouseholdModel(
                base.table, income: households.income, spending: households.spending, rule: households.rule)
            throw InputOutputFaults([.scenario(ScenarioFault(nil, .unproductive))])
        }
        self.closed = closed
    }

    /// The result of a scenario.
    ///
    /// - Throws: `InputOutputFaults` with all that is wrong with it: see `ScenarioFault`.
    public func result(of scenario: Scenario) throws(InputOutputFaults) -> ScenarioResult {
        let plan = try ScenarioPlan(scenario, base, coefficients)
        let system = ChangedSystem(
            coefficients: coefficients, changed: plan.changed, columns: plan.columns, fixed: plan.fixed)
        let rounds = plan.stimuli.map { $0.firstRound(output: coefficients.output, fixed: Set(plan.fixed)) }
        let contributions = try effects(plan, system, rounds)
        let result = ScenarioResult(
            industries: base.table.industries, stressors: base.stressors, contributions: contributions,
            setOutputs: setOutputs(plan, contributions), assumptions: plan.assumptions(base),
            hasFinancing: scenario.financing != .none)
        let faults = plan.faults(of: result, coefficients)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        return result
    }

    /// Total intensities of each unit of final demand (m x n): Type I, and Type II with households.
    func multipliers() throws(InputOutputFaults) -> (direct: Matrix, type1: Matrix, type2: Matrix?) {
        let count = coefficients.output.count
        let direct = coefficients.intensities
        let households = coefficients.households
        let right = Matrix(rows: direct.rows, columns: count + households) { $1 < count ? direct[$0, $1] : 0 }
        let type1 = try LeontiefModel.solved(base.table) { () throws(LinearAlgebraError) in
            try open.rowSolution(of: direct)
        }
        guard let closed else { return (direct, type1, nil) }
        let type2 = try LeontiefModel.solved(base.table) { () throws(LinearAlgebraError) in
            try closed.rowSolution(of: right)
        }
        return (direct, type1, Matrix(rows: direct.rows, columns: count) { type2[$0, $1] })
    }

    private static func factors(_ coefficients: ImpactCoefficients, isClosed: Bool) -> LUFactorisation? {
        guard let factors = try? LUFactorisation(coefficients.system(isClosed: isClosed)),
            factors.reciprocalCondition >= LeontiefModel.smallestCondition,
            let ones = try? factors.rowSolution(of: Matrix(rows: 1, columns: factors.order, filledWith: 1)),
            ones.elements.allSatisfy({ $0 > 0 })
        else { return nil }
        return factors
    }

    private func effects(
        _ plan: ScenarioPlan, _ system: ChangedSystem, _ rounds: [[Double]]
    ) throws(InputOutputFaults) -> [ScenarioResult.Contribution] {
        let count = coefficients.output.count
        let unproductive = InputOutputFaults([.scenario(ScenarioFault(nil, .unproductive))])
        let right = Matrix(rows: count, columns: rounds.count) { rounds[$1][$0] }
        guard let type1 = system.solution(of: right, factors: open, isClosed: false) else { throw unproductive }
        var type2: Matrix?
        if let closed {
            let whole = Matrix(rows: count + coefficients.households, columns: rounds.count) {
                $0 < count ? rounds[$1][$0] : plan.stimuli[$1].income[$0 - count]
            }
            guard let solved = system.solution(of: whole, factors: closed, isClosed: true) else { throw unproductive }
            type2 = solved
        }
        return plan.stimuli.enumerated().map { position, stimulus in
            let first = rounds[position]
            var direct = counted { first[$0] }
            for row in 0..<stimulus.labour.rows {
                for column in 0..<count { direct[row, column] += stimulus.labour[row, column] }
            }
            let effects = ImpactEffects(
                direct: direct, indirect: counted { type1[$0, position] - first[$0] },
                induced: type2.map { solved in counted { solved[$0, position] - type1[$0, position] } })
            return ScenarioResult.Contribution(
                name: stimulus.name, part: stimulus.part, timing: stimulus.timing, money: stimulus.money,
                effects: effects)
        }
    }

    /// Outputs, as rows of the account and as themselves.
    private func counted(_ output: (Int) -> Double) -> Matrix {
        let rows = coefficients.intensities.rows
        return Matrix(rows: rows + 1, columns: coefficients.output.count) {
            $0 < rows ? coefficients.intensities[$0, $1] * output($1) : output($1)
        }
    }

    /// f_2 of the industries whose output is set, without induced effects.
    private func setOutputs(
        _ plan: ScenarioPlan, _ contributions: [ScenarioResult.Contribution]
    ) -> [ScenarioResult.SetOutput] {
        guard !plan.fixed.isEmpty else { return [] }
        let row = coefficients.intensities.rows
        var output = coefficients.output
        for contribution in contributions where contribution.timing == .yearly {
            let effects = contribution.effects
            for column in output.indices {
                output[column] += effects.direct[row, column] + effects.indirect[row, column]
            }
        }
        return plan.fixed.map { position in
            let used = output.indices.reduce(0) { $0 + plan.changed.inputs[position, $1] * output[$1] }
            return .init(industry: base.table.industries[position], leftForDemand: output[position] - used)
        }
    }
}
