import SensitivityAnalysis

/// Everything a run needs, worked out once: the data as far as no run changes them, the plan of every combination of
/// aggregations, and the sets of weights. A run then does the rest: often only to aggregate and rank.
struct IndexUncertaintyEngine: Sendable {
    /// The scores of the index in one run, of the units that screening kept.
    struct Outcome {
        let scores: [Double?]
        /// The place of each unit of the data among them.
        let rows: [Int?]
    }

    /// Plans are made beforehand up to so many combinations, else run by run.
    private static let planLimit = 1024.0

    let nominal: [Int?]
    private let analysis: IndexUncertainty
    private let axes: ChoiceAxes
    private let data: IndexUncertaintyData
    private let compatible: CompatibleMethods
    private let plans: [AggregationPlan]
    private let weights: [[String: Double]]
    private let base: (codes: [String], metadata: [IndicatorMetadata], weights: [String: Double])
    private let index: String

    init(
        _ analysis: IndexUncertainty, _ indicators: IndicatorMatrix, _ denominators: IndicatorMatrix,
        _ metadata: [IndicatorMetadata]
    ) throws {
        let declared = try analysis.recipe.run(indicators, denominators: denominators, metadata: metadata)
        let axes = ChoiceAxes(analysis, metadata: metadata)
        compatible = CompatibleMethods(analysis.excluded, axes)
        let faults = IndexUncertaintyChecks(
            analysis: analysis, axes: axes, compatible: compatible, indicators: indicators, metadata: metadata,
            index: declared.index, weights: declared.weights)
        try faults.check()
        let ranked = Dictionary(zip(declared.aggregates.units, declared.ranks)) { first, _ in first }
        nominal = indicators.units.map { ranked[$0] ?? nil }
        self.analysis = analysis
        self.axes = axes
        index = declared.index
        base = (indicators.codes, metadata, declared.weights)
        weights = try WeightSets(analysis, declared.weights, metadata, index: declared.index).sets()
        data = try IndexUncertaintyData(analysis, axes, indicators, denominators, metadata)
        plans = try Self.plans(axes, analysis.recipe, base)
    }

    /// The alternative or set of numbers of each choice at a point of the unit cube.
    func draw(at point: [Double]) -> [Int] {
        var draw = zip(point, axes.counts).map { QuantileFunctions.integer(below: $1, at: $0) }
        compatible.restrict(&draw, at: point)
        return draw
    }

    /// The scores of the index in a run.
    func outcome(_ draw: [Int]) throws -> Outcome {
        let scores = try data.scores(draw)
        var plan = try plan(draw)
        plan.units = scores.units
        if let position = axes.weights { try plan.setWeights(weights[draw[position]]) }
        plan = try plan.leavingOut(axes.exclusion.values[axes.exclusion.index(draw)])
        var output: [Double] = []
        try plan.run(scores.storage, into: &output)
        guard let column = plan.aggregates.firstIndex(of: index) else {
            return Outcome(scores: [], rows: nominal.map { _ in nil })
        }
        let count = scores.units.count
        return Outcome(
            scores: output[column * count..<(column + 1) * count].map { $0.isNaN ? nil : $0 }, rows: scores.rows)
    }

    /// The ranks of all units of the data in a run.
    func ranks(_ draw: [Int]) throws -> [Int?] {
        let outcome = try outcome(draw)
        let ranks = Ranking.descending(outcome.scores)
        return outcome.rows.map { row in row.flatMap { ranks[$0] } }
    }

    private func plan(_ draw: [Int]) throws -> AggregationPlan {
        let (place, methods) = axes.methods(draw)
        if !plans.isEmpty { return plans[place] }
        return try Self.plan(methods, analysis.recipe, base)
    }

    private static func plans(
        _ axes: ChoiceAxes, _ recipe: IndexRecipe,
        _ base: (codes: [String], metadata: [IndicatorMetadata], weights: [String: Double])
    ) throws -> [AggregationPlan] {
        guard axes.methodCombinations <= planLimit else { return [] }
        var draws = [axes.counts.map { _ in 0 }]
        for (position, count) in axes.methodPositions {
            draws = draws.flatMap { draw in
                (0..<count).map { alternative in
                    var next = draw
                    next[position] = alternative
                    return next
                }
            }
        }
        return try draws.map { try plan(axes.methods($0).methods, recipe, base) }
    }

    private static func plan(
        _ methods: Aggregation.Methods, _ recipe: IndexRecipe,
        _ base: (codes: [String], metadata: [IndicatorMetadata], weights: [String: Double])
    ) throws -> AggregationPlan {
        try AggregationPlan(
            units: [], codes: base.codes, metadata: base.metadata, methods: methods, weights: base.weights,
            missing: recipe.missing, allowsNegativeWeights: recipe.weights == .principalComponents)
    }
}
