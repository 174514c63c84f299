/// Data envelopment analysis by one factor for all inputs, or all outputs (Charnes, Cooper & Rhodes; Banker, Charnes &
/// Cooper).
///
/// Input: min theta with X' l <= theta x_o, Y' l >= y_o. Output: max phi with X' l <= x_o, Y' l >= phi y_o. A second
/// stage makes the remaining slacks as large as possible. A unit is efficient if its score is 1 and all slacks are 0.
///
/// Source: Charnes, Cooper & Rhodes (1978), European Journal of Operational Research 2, 429; Banker, Charnes & Cooper
/// (1984), Management Science 30, 1078.
struct RadialModel: Sendable {
    let technology: Technology
    let orientation: Orientation
    let returns: ReturnsToScale
    let shared: SharedColumns

    init(_ technology: Technology, _ orientation: Orientation, _ returns: ReturnsToScale) {
        self.technology = technology
        self.orientation = orientation
        self.returns = returns
        shared = SharedColumns(
            rows: technology.inputs + technology.outputs + (returns.hasRow ? [technology.ones] : []))
    }

    private var inputCount: Int { technology.inputs.count }
    private var outputCount: Int { technology.outputs.count }

    /// The program of a point: the factor first, then the slacks of inputs, outputs and returns to scale.
    func program(_ point: Technology.Point, excluding: Int? = nil) -> LinearProgram {
        let isInput = orientation == .input
        let rows = inputCount + outputCount
        let zeros = { (count: Int) in Array(repeating: 0.0, count: count) }
        var program = LinearProgram(
            shared,
            right: (isInput ? zeros(inputCount) : point.inputs) + (isInput ? point.outputs : zeros(outputCount))
                + (returns.hasRow ? [1] : []))
        program.excluded = excluding.map { [$0] } ?? []
        let factor =
            isInput
            ? point.inputs.enumerated().map { ($0.offset, -$0.element) }
            : point.outputs.enumerated().map { (inputCount + $0.offset, -$0.element) }
        program.add(factor, cost: isInput ? 1 : -1)
        for row in 0..<rows { program.add([(row, row < inputCount ? 1 : -1)]) }
        if let slack = returns.slack { program.add([(rows, slack)]) }
        return program
    }

    /// The basis at which a unit of the frontier is its own benchmark.
    func ownBasis(_ unit: Int) -> [Int] {
        let point = technology.point(unit)
        var left: Set<Int> = []
        let input = Self.largest(point.inputs)
        let output = inputCount + Self.largest(point.outputs)
        if returns != .variable || orientation == .input { left.insert(input) }
        if returns != .variable || orientation == .output { left.insert(output) }
        let first = shared.count
        let slacks = inputCount + outputCount + (returns.slack == nil ? 0 : 1)
        return [unit, first] + (0..<slacks).filter { !left.contains($0) }.map { first + 1 + $0 }
    }

    private static func largest(_ values: [Double]) -> Int {
        values.indices.max { values[$0] < values[$1] } ?? 0
    }

    /// The factor of a point: theta or phi.
    func factor(
        _ point: Technology.Point, excluding: Int? = nil, start: [Int]? = nil
    ) -> Result<(factor: Double, basis: [Int]), NoScore> {
        Simplex.solve(program(point, excluding: excluding), start: start).result.map { ($0.own[0], $0.basis) }
    }

    /// The score of a unit of the frontier, with slacks, peers and targets.
    ///
    /// - Parameter weights: what a unit of each slack counts in the second stage, in units of the data; `nil` for one
    ///   over the mean of the variable, so that no unit of measurement matters.
    func score(_ unit: Int, named name: String, weights: SlackWeights) -> EfficiencyScore {
        let point = technology.point(unit)
        let scales = technology.scales.inputs + technology.scales.outputs
        let slackCosts = scales.map { weights == .raw ? -$0 : -1 }
        let second = [0] + slackCosts + (returns.slack == nil ? [] : [0])
        let (first, stage) = Simplex.solve(program(point), start: ownBasis(unit), then: second)
        switch (first.result, (stage ?? .uncertified).result) {
        case (.failure(let none), _), (_, .failure(let none)): return EfficiencyScore(unit: name, none.status)
        case (.success(let best), .success(let refined)):
            let slacks = (0..<scales.count).map { refined.own[1 + $0] }
            let factor = best.own[0]
            let moved =
                point.inputs.map { orientation == .input ? $0 * factor : $0 }
                + point.outputs.map { orientation == .output ? $0 * factor : $0 }
            let targets = moved.indices.map { moved[$0] + ($0 < inputCount ? -slacks[$0] : slacks[$0]) }
            return EfficiencyScore(
                unit: name, score: factor, status: .optimal,
                slacks: zip(slacks, scales).map { $0 * $1 },
                peers: refined.shared.filter { $0.value > EfficiencyScore.smallestWeight }
                    .map { .init(unit: $0.column, value: $0.value) },
                targets: zip(targets, scales).map { $0 * $1 })
        }
    }
}

/// What the second stage makes as large as possible.
public enum SlackWeights: String, Hashable, Sendable {
    /// The sum of slacks over the means of their variables.
    case means
    /// The plain sum of slacks, which depends on units of measurement.
    case raw
}
