/// The slacks-based measure of super-efficiency: how far an efficient unit stands outside the frontier of the others.
///
/// delta = [1 + (1/m) sum phi] / [1 - (1/s) sum psi] with X' l <= (1 + phi) x_o, Y' l >= (1 - psi) y_o, the unit itself
/// left out, made linear by t as the slacks-based measure. Defined for efficient units alone.
///
/// Source: K. Tone (2002), European Journal of Operational Research 143, 32.
struct SuperSlacksModel: Sendable {
    let technology: Technology
    let orientation: Orientation?
    let returns: ReturnsToScale
    let shared: SharedColumns

    init(_ technology: Technology, _ orientation: Orientation?, _ returns: ReturnsToScale) {
        self.technology = technology
        self.orientation = orientation
        self.returns = returns
        shared = SharedColumns(
            rows: [Array(repeating: 0, count: technology.count)] + technology.inputs + technology.outputs
                + (returns.hasRow ? [technology.ones] : []))
    }

    /// The score of an efficient unit.
    func score(_ unit: Int, named name: String) -> EfficiencyScore {
        let point = technology.point(unit)
        switch Simplex.solve(program(point, excluding: unit)).result {
        case .failure(let none): return EfficiencyScore(unit: name, none.status)
        case .success(let solution):
            return EfficiencyScore(
                unit: name, score: orientation == .output ? 1 / (1 - solution.cost) : solution.cost,
                status: .optimal,
                peers: solution.shared.map {
                    ProductionData.Weight(unit: $0.column, value: $0.value / solution.own[0])
                }.filter { $0.value > EfficiencyScore.smallestWeight })
        }
    }

    /// t, then the moves of inputs and outputs, then the slacks.
    private func program(_ point: Technology.Point, excluding unit: Int) -> LinearProgram {
        let values = point.inputs + point.outputs
        let inputCount = point.inputs.count
        var program = LinearProgram(
            shared, right: [1] + Array(repeating: 0, count: values.count + (returns.hasRow ? 1 : 0)))
        program.excluded = [unit]
        let scale = returns.hasRow ? [(values.count + 1, -1.0)] : []
        program.add(
            [(0, 1)] + values.enumerated().map { ($0.offset + 1, -$0.element) } + scale,
            cost: orientation == .output ? 0 : 1)
        let inputShare = 1 / Double(max(1, point.inputs.count { $0 > 0 }))
        let outputShare = 1 / Double(max(1, point.outputs.count { $0 > 0 }))
        for (position, value) in values.enumerated() where value > 0 {
            let isInput = position < inputCount
            if isInput, orientation != .output { program.add([(position + 1, -value)], cost: inputShare) }
            if !isInput, orientation == nil { program.add([(position + 1, value), (0, -outputShare)]) }
            if !isInput, orientation == .output { program.add([(position + 1, value)], cost: outputShare) }
        }
        for position in values.indices { program.add([(position + 1, position < inputCount ? 1 : -1)]) }
        if let slack = returns.slack { program.add([(values.count + 1, slack)]) }
        return program
    }
}
