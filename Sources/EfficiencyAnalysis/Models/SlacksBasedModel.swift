/// The slacks-based measure of efficiency (Tone), with bad outputs where the data have them.
///
/// rho = [1 - (1/m) sum s-/x_o] / [1 + (1/(s+p)) (sum s+/y_o + sum s_b/b_o)] with X' l + s- = x_o, Y' l - s+ = y_o,
/// B' l + s_b = b_o. The transformation of Charnes & Cooper, by t > 0 with the denominator 1, makes it linear. Oriented to
/// inputs or outputs, only the numerator or the denominator counts. A term over zero is left out and the count lowered.
/// Never above the radial score under the same returns to scale.
///
/// Source: K. Tone (2001), European Journal of Operational Research 130, 498; (2004) for bad outputs.
struct SlacksBasedModel: Sendable {
    let technology: Technology
    /// `nil` for the measure of both sides.
    let orientation: Orientation?
    let returns: ReturnsToScale
    let shared: SharedColumns

    init(_ technology: Technology, _ orientation: Orientation?, _ returns: ReturnsToScale) {
        self.technology = technology
        self.orientation = orientation
        self.returns = returns
        shared = SharedColumns(
            rows: [Array(repeating: 0, count: technology.count)] + technology.inputs + technology.outputs
                + technology.bads + (returns.hasRow ? [technology.ones] : []))
    }

    private var inputCount: Int { technology.inputs.count }

    /// The program of a point: t first, then the slacks of inputs, outputs, bad outputs and returns to scale.
    func program(_ point: Technology.Point) -> LinearProgram {
        let values = point.inputs + point.outputs + point.bads
        var program = LinearProgram(
            shared, right: [1] + Array(repeating: 0, count: values.count + (returns.hasRow ? 1 : 0)))
        let scale = returns.hasRow ? [(values.count + 1, -1.0)] : []
        program.add(
            [(0, 1)] + values.enumerated().map { ($0.offset + 1, -$0.element) } + scale,
            cost: orientation == .output ? 0 : 1)
        let inputTerms = point.inputs.count { $0 > 0 }
        let outputTerms = values.dropFirst(inputCount).count { $0 > 0 }
        for (position, value) in values.enumerated() {
            let isInput = position < inputCount
            let isGood = !isInput && position < inputCount + point.outputs.count
            let share = value > 0 ? 1 / (value * Double(isInput ? inputTerms : outputTerms)) : 0
            var entries = [(position + 1, isGood ? -1.0 : 1.0)]
            if !isInput, orientation == nil { entries.append((0, share)) }
            let counts = isInput ? orientation != .output : orientation == .output
            program.add(entries, cost: counts ? -share : 0)
        }
        if let slack = returns.slack { program.add([(values.count + 1, slack)]) }
        return program
    }

    /// The basis at which a unit is its own benchmark.
    private func ownBasis(_ unit: Int) -> [Int] {
        let point = technology.point(unit)
        let values = point.inputs + point.outputs + point.bads
        let output = inputCount + (point.outputs.indices.max { point.outputs[$0] < point.outputs[$1] } ?? 0)
        let slacks = values.count + (returns.slack == nil ? 0 : 1)
        let first = shared.count
        return [unit, first] + (0..<slacks).filter { returns == .variable || $0 != output }.map { first + 1 + $0 }
    }

    /// The score of a unit of the frontier, with slacks, peers and targets.
    func score(_ unit: Int, named name: String) -> EfficiencyScore {
        let point = technology.point(unit)
        switch Simplex.solve(program(point), start: ownBasis(unit)).result {
        case .failure(let none): return EfficiencyScore(unit: name, none.status)
        case .success(let solution):
            let factor = solution.own[0]
            let values = point.inputs + point.outputs + point.bads
            let scales = technology.scales.inputs + technology.scales.outputs + technology.scales.bads
            let slacks = values.indices.map { solution.own[1 + $0] / factor }
            let isGood = { position in
                position >= inputCount && position < inputCount + point.outputs.count
            }
            let targets = values.indices.map { values[$0] + (isGood($0) ? slacks[$0] : -slacks[$0]) }
            return EfficiencyScore(
                unit: name, score: orientation == .output ? 1 / (1 - solution.cost) : solution.cost,
                status: .optimal, slacks: zip(slacks, scales).map { $0 * $1 },
                peers: solution.shared.map { ProductionData.Weight(unit: $0.column, value: $0.value / factor) }
                    .filter { $0.value > EfficiencyScore.smallestWeight },
                targets: zip(targets, scales).map { $0 * $1 })
        }
    }
}
