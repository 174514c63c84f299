import LinearAlgebra

/// Turns shocks into stimuli; every fault found is kept with the place of its shock.
struct StimulusBuilder {
    let base: ImpactBase
    let coefficients: ImpactCoefficients
    let positions: IndustryPositions
    private(set) var faults: [InputOutputFault] = []
    private(set) var assumptions: Set<ScenarioAssumption> = []

    init(_ base: ImpactBase, _ coefficients: ImpactCoefficients) {
        self.base = base
        self.coefficients = coefficients
        positions = IndustryPositions(base.table)
    }

    var count: Int { coefficients.output.count }

    mutating func stimulus(of shock: Shock, at address: ScenarioAddress) -> Stimulus {
        var stimulus = empty(shock.name, address.part, shock.timing)
        let sign = address.part == .displaced ? -1.0 : 1
        switch shock.change {
        case .demand(let purchases, let labour):
            for purchase in purchases { add(purchase, sign: sign, to: &stimulus, address) }
            for people in labour { add(people, sign: sign, to: &stimulus, address) }
        case .scaledDemand(let products, let categories, let factor):
            scale(products, categories, factor, &stimulus, address)
        case .coefficient(let change): add(change, to: &stimulus, address)
        case .importSubstitution(let change): add(change, to: &stimulus, address)
        case .householdShift(let amount, let from, let to):
            guard check(amount.isFinite && amount >= 0, .badNumber(amount), address) else { break }
            spend(-amount, on: from, homeShare: nil, &stimulus, address)
            spend(amount, on: to, homeShare: nil, &stimulus, address)
        case .capacity(let change):
            guard let row = position(change.industry, address),
                check(change.factor.isFinite && change.factor >= 0, .badNumber(change.factor), address)
            else { break }
            stimulus.fixed[row] = (change.factor - 1) * coefficients.output[row]
            if change.shortage == .imported { assume(.shortageImported) }
        case .tradeMix(let change): add(change, to: &stimulus, address)
        }
        return stimulus
    }

    func empty(_ name: String, _ part: ScenarioPart, _ timing: ShockTiming) -> Stimulus {
        Stimulus(
            name, part, timing, rows: base.stressors.count, industries: count, areas: base.table.areas.count)
    }

    mutating func assume(_ assumption: ScenarioAssumption) { assumptions.insert(assumption) }

    mutating func tell(_ problem: ScenarioFault.Problem, _ address: ScenarioAddress?) {
        faults.append(.scenario(ScenarioFault(address, problem)))
    }

    mutating func check(_ isGood: Bool, _ problem: ScenarioFault.Problem, _ address: ScenarioAddress?) -> Bool {
        if !isGood { tell(problem, address) }
        return isGood
    }

    mutating func position(_ industry: Industry, _ address: ScenarioAddress?) -> Int? {
        guard let found = positions[industry] else {
            tell(.unknownIndustry(industry), address)
            return nil
        }
        return found
    }

    /// The share of final demand for a product that home industries supply; 1 where imports are not known.
    mutating func homeShare(of product: Int) -> Double {
        guard let imports = base.imports else {
            assume(.boughtAtHome)
            return 1
        }
        assume(.homeShareOfFinalDemand)
        let home = base.table.finalDemand.row(product).reduce(0, +)
        let all = home + imports.finalDemand.row(product).reduce(0, +)
        return all > 0 && home >= 0 && home <= all ? home / all : 1
    }

    /// Spends money on products by weight.
    mutating func spend(
        _ amount: Double, on weights: [Weight], homeShare: Double?, _ stimulus: inout Stimulus,
        _ address: ScenarioAddress?
    ) {
        let sum = weights.reduce(0) { $0 + $1.weight }
        guard check(sum > 0 && sum.isFinite && weights.allSatisfy { $0.weight >= 0 }, .badWeights, address) else {
            return
        }
        for weight in weights {
            guard let row = position(weight.industry, address) else { continue }
            let share = homeShare ?? self.homeShare(of: row)
            demand(amount * weight.weight / sum * share, row, &stimulus, address)
        }
    }

    /// Adds demand; an industry without output has no coefficients.
    mutating func demand(_ amount: Double, _ row: Int, _ stimulus: inout Stimulus, _ address: ScenarioAddress?) {
        if amount != 0, coefficients.output[row] == 0 { tell(.noOutput(base.table.industries[row]), address) }
        stimulus.demand[row] += amount
    }
}
