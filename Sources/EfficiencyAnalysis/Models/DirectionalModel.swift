/// How bad outputs may be reduced.
public enum Disposability: String, Hashable, Sendable, CaseIterable {
    /// Together with good outputs alone: B' l = b_o - beta g_b (Chung, Färe & Grosskopf 1997); under variable returns with
    /// a factor of abatement for each unit (Kuosmanen 2005).
    case weak
    /// B' l <= b_o - beta g_b (Aparicio, Pastor & Zofio 2013).
    case inequality
    /// As inputs, which by default shrink too.
    case asInputs
    /// The weak rows with the weights simply summing to 1: a common error, for comparison.
    case plainVRS
}

/// The directional distance: max beta with X' l <= x_o - beta g_x, Y' l >= y_o + beta g_y, B' l {=, <=} b_o - beta g_b.
///
/// 0 at the frontier, negative beyond it. Shadow prices of bad outputs may have either sign under weak disposability.
///
/// Source: Chung, Färe & Grosskopf (1997), Journal of Environmental Management 51, 229; T. Kuosmanen (2005), American
/// Journal of Agricultural Economics 87, 1077.
struct DirectionalModel: Sendable {
    let technology: Technology
    let disposability: Disposability
    let returns: ReturnsToScale
    let shared: SharedColumns
    /// Which variables move, by their own values: inputs, outputs, bad outputs.
    let moves: Moves

    struct Moves: Hashable, Sendable {
        var inputs: [Bool]
        var outputs: [Bool]
        var bads: [Bool]
    }

    init(_ technology: Technology, _ disposability: Disposability, _ returns: ReturnsToScale, _ moves: Moves) {
        self.technology = technology
        self.disposability = disposability
        self.returns = returns
        self.moves = moves
        let zeros = Array(repeating: 0.0, count: technology.count)
        let hasAbatement = disposability == .weak && returns == .variable
        shared = SharedColumns(
            rows: technology.inputs.map { hasAbatement ? $0 + $0 : $0 }
                + (technology.outputs + technology.bads).map { hasAbatement ? $0 + zeros : $0 }
                + (returns.hasRow ? [hasAbatement ? technology.ones + technology.ones : technology.ones] : []))
    }

    private var hasEqualities: Bool { disposability == .weak || disposability == .plainVRS }

    /// The program of a point: beta and minus beta first, then the slacks.
    func program(_ point: Technology.Point) -> LinearProgram {
        let values = point.inputs + point.outputs + point.bads
        let (inputs, goods) = (point.inputs.count, point.inputs.count + point.outputs.count)
        var program = LinearProgram(shared, right: values + (returns.hasRow ? [1] : []))
        let moving = moves.inputs + moves.outputs + moves.bads
        let direction = values.indices.filter { moving[$0] }.map { row in
            (row, row >= inputs && row < goods ? -values[row] : values[row])
        }
        program.add(direction, cost: -1)
        program.add(direction.map { ($0.0, -$0.1) }, cost: 1)
        for row in values.indices where row < goods || !hasEqualities {
            program.add([(row, row >= inputs && row < goods ? -1 : 1)])
        }
        if let slack = returns.slack { program.add([(values.count, slack)]) }
        return program
    }

    /// beta of a point, on this frontier or not.
    func distance(_ point: Technology.Point) -> Result<Double, NoScore> {
        Simplex.solve(program(point)).result.map { $0.own[0] - $0.own[1] }
    }

    /// The score of a unit of the frontier, with slacks, peers and targets.
    func score(_ unit: Int, named name: String) -> EfficiencyScore {
        let point = technology.point(unit)
        let program = program(point)
        let second = program.columns.indices.map { $0 < 2 ? 0.0 : -1.0 }
        let (first, stage) = Simplex.solve(program, start: nil, then: second)
        switch (first.result, (stage ?? .uncertified).result) {
        case (.failure(let none), _), (_, .failure(let none)): return EfficiencyScore(unit: name, none.status)
        case (.success(let best), .success(let refined)):
            return score(name, point, best.own[0] - best.own[1], refined)
        }
    }

    private func score(
        _ name: String, _ point: Technology.Point, _ beta: Double, _ solution: ProgramSolution
    ) -> EfficiencyScore {
        let values = point.inputs + point.outputs + point.bads
        let (inputs, goods) = (point.inputs.count, point.inputs.count + point.outputs.count)
        let scales = technology.scales.inputs + technology.scales.outputs + technology.scales.bads
        let moving = moves.inputs + moves.outputs + moves.bads
        let slacks = values.indices.map { $0 < goods || !hasEqualities ? solution.own[2 + $0] : 0 }
        let targets = values.indices.map { row in
            let sign = row >= inputs && row < goods ? 1.0 : -1.0
            return values[row] + sign * ((moving[row] ? beta * values[row] : 0) + slacks[row])
        }
        var weights: [Int: Double] = [:]
        for weight in solution.shared { weights[weight.column % technology.count, default: 0] += weight.value }
        return EfficiencyScore(
            unit: name, score: beta, status: .optimal, slacks: zip(slacks, scales).map { $0 * $1 },
            peers: weights.filter { $0.value > EfficiencyScore.smallestWeight }.sorted { $0.key < $1.key }
                .map { .init(unit: $0.key, value: $0.value) },
            targets: zip(targets, scales).map { $0 * $1 })
    }
}
