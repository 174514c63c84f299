internal import SensitivityAnalysis

/// Efficiency of units against the frontier that they span.
///
/// Scores do not depend on units of measurement nor on the number of threads.
public struct EfficiencyAnalysis: Sendable {
    /// The data.
    public let data: ProductionData
    /// What scales are thought possible.
    public let returns: ReturnsToScale
    /// At most so many threads; `nil` for all cores.
    public let threads: Int?

    let technology: Technology

    /// Prepares an analysis.
    public init(_ data: ProductionData, returns: ReturnsToScale = .constant, threads: Int? = nil) {
        self.data = data
        self.returns = returns
        self.threads = threads
        technology = Technology(data)
    }

    /// Radial scores: theta at most 1 for inputs, phi at least 1 for outputs.
    public func radial(_ orientation: Orientation, slacks weights: SlackWeights = .means) -> [EfficiencyScore] {
        let model = RadialModel(technology, orientation, returns)
        return each { model.score($0, named: data.units[$0], weights: weights) }
    }

    /// Radial super-efficiency: each unit against the frontier of the others; above 1 for efficient units (inputs), below 1
    /// (outputs). Under variable returns it may be infeasible.
    ///
    /// Source: P. Andersen, N. C. Petersen (1993), Management Science 39, 1261.
    public func superEfficiency(_ orientation: Orientation) -> [EfficiencyScore] {
        let model = RadialModel(technology, orientation, returns)
        return each { unit in
            switch model.factor(technology.point(unit), excluding: unit) {
            case .success(let found):
                EfficiencyScore(unit: data.units[unit], score: found.factor, status: .optimal)
            case .failure(let none): EfficiencyScore(unit: data.units[unit], none.status)
            }
        }
    }

    /// The slacks-based measure; `nil` for both sides at once. Bad outputs count beside the good ones.
    public func slacksBased(_ orientation: Orientation? = nil) -> [EfficiencyScore] {
        let model = SlacksBasedModel(technology, orientation, returns)
        return each { model.score($0, named: data.units[$0]) }
    }

    /// The slacks-based super-efficiency of the efficient units. Bad outputs do not count.
    public func superSlacksBased(_ orientation: Orientation? = nil) -> [EfficiencyScore] {
        let goods = Technology(data).withoutBads
        let measure = SlacksBasedModel(goods, orientation, returns)
        let model = SuperSlacksModel(goods, orientation, returns)
        return each { unit in
            let own = measure.score(unit, named: data.units[unit])
            guard let score = own.score else { return own }
            guard score >= 1 - 1e-9 else { return EfficiencyScore(unit: data.units[unit], .notEfficient) }
            return model.score(unit, named: data.units[unit])
        }
    }

    /// The directional distance of each unit.
    ///
    /// - Parameter moving: the variables that move, each by its own value; `nil` for good and bad outputs, and inputs too
    ///   where bads are taken as inputs.
    /// - Throws: `EfficiencyFaults` for a direction that no unit can move in, or names that are no variables.
    public func directional(
        _ disposability: Disposability = .weak, moving: [String]? = nil
    ) throws(EfficiencyFaults) -> [EfficiencyScore] {
        let model = DirectionalModel(technology, disposability, returns, try data.moves(moving, disposability))
        return each { model.score($0, named: data.units[$0]) }
    }

    /// Runs over the units on all threads; the results in their order.
    func each<Value: Sendable>(_ body: @Sendable (Int) -> Value) -> [Value] {
        Parallel.map(count: data.units.count, chunkSize: 8, threads: threads) { range in range.map(body) }
            .flatMap { $0 }
    }
}

extension Technology {
    /// The same without bad outputs.
    var withoutBads: Technology {
        Technology(
            inputs: inputs, outputs: outputs, bads: [], count: count,
            scales: Point(inputs: scales.inputs, outputs: scales.outputs, bads: []))
    }

    init(
        inputs: [[Double]], outputs: [[Double]], bads: [[Double]], count: Int, scales: Point
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.bads = bads
        self.count = count
        self.scales = scales
    }
}

extension ProductionData {
    /// Which variables move.
    func moves(_ names: [String]?, _ disposability: Disposability) throws(EfficiencyFaults) -> DirectionalModel.Moves {
        if let names {
            let known = variables.map(\.name)
            try names.filter { !known.contains($0) }.map { EfficiencyFault.direction($0) }.throwIfAny()
            try (names.isEmpty ? [EfficiencyFault.direction("")] : []).throwIfAny()
        }
        func flags(_ variables: [Variable], _ byDefault: Bool) -> [Bool] {
            variables.map { names?.contains($0.name) ?? byDefault }
        }
        return DirectionalModel.Moves(
            inputs: flags(inputs, disposability == .asInputs), outputs: flags(outputs, true),
            bads: flags(bads, true))
    }
}
