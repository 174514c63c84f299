import SensitivityAnalysis

/// Everything a run needs, worked out once: the normalised data of every combination of imputation, treatment and
/// normalisation, the plan of every aggregation, and the sets of weights. A run then only aggregates and ranks.
struct IndexUncertaintyEngine: Sendable {
    /// Normalised scores with the units that screening kept.
    private struct Scores: Sendable {
        let storage: [Double]
        let units: [String]
        /// The row of each unit of the data; `nil` for one that was left out.
        let rows: [Int?]
    }

    let nominal: [Int?]
    private let choices: [IndexUncertainty.Choice]
    private let sizes: [Int]
    private let scores: [[Int]: Scores]
    private let plans: [[Int]: AggregationPlan]
    private let weights: [[String: Double]]
    private let index: String

    init(
        _ analysis: IndexUncertainty, _ indicators: IndicatorMatrix, _ denominators: IndicatorMatrix,
        _ metadata: [IndicatorMetadata]
    ) throws {
        choices = analysis.choices
        sizes = analysis.choices.map(\.count)
        let declared = try analysis.recipe.run(indicators, denominators: denominators, metadata: metadata)
        index = declared.index
        let ranked = Dictionary(uniqueKeysWithValues: zip(declared.aggregates.units, declared.ranks))
        nominal = indicators.units.map { ranked[$0] ?? nil }
        weights = Self.weightSets(analysis, declared.weights, metadata, index: declared.index)
        var scores: [[Int]: Scores] = [:]
        var plans: [[Int]: AggregationPlan] = [:]
        for combination in Self.combinations(analysis.choices) {
            let recipe = Self.recipe(analysis.recipe, analysis.choices, combination)
            let data = Self.dataPart(combination, analysis.choices)
            if scores[data] == nil {
                let outcome = try recipe.run(indicators, denominators: denominators, metadata: metadata)
                guard let normalised = outcome.stages[.normalised] else { continue }
                let rows = Dictionary(uniqueKeysWithValues: normalised.units.enumerated().map { ($1, $0) })
                scores[data] = Scores(
                    storage: normalised.storage, units: normalised.units, rows: indicators.units.map { rows[$0] })
            }
            guard let kept = scores[data] else { continue }
            plans[combination] = try AggregationPlan(
                units: kept.units, codes: indicators.codes, metadata: metadata, methods: recipe.methods,
                weights: declared.weights, missing: recipe.missing,
                allowsNegativeWeights: recipe.weights == .principalComponents)
        }
        self.scores = scores
        self.plans = plans
    }

    /// The ranks at a point of the unit cube, one coordinate a choice.
    func ranks(at point: [Double]) throws -> [Int?] {
        let drawn = zip(point, sizes).map { QuantileFunctions.integer(below: $1, at: $0) }
        let key = zip(drawn, choices).map { Self.isWeights($1) ? 0 : $0 }
        guard var plan = plans[key], let scores = scores[Self.dataPart(key, choices)] else {
            return nominal.map { _ in nil }
        }
        if let position = choices.firstIndex(where: Self.isWeights) { try plan.setWeights(weights[drawn[position]]) }
        var output: [Double] = []
        try plan.run(scores.storage, into: &output)
        guard let column = plan.aggregates.firstIndex(of: index) else { return nominal.map { _ in nil } }
        let count = scores.units.count
        let values = output[column * count..<(column + 1) * count].map { $0.isNaN ? nil : $0 }
        let ranks = Ranking.descending(values)
        return scores.rows.map { row in row.flatMap { ranks[$0] } }
    }

    /// The mean absolute shift of ranks against the nominal ones, over the units ranked in both.
    func shift(at point: [Double]) throws -> Double {
        let pairs = zip(try ranks(at: point), nominal).compactMap { run, declared -> Int? in
            guard let run, let declared else { return nil }
            return abs(run - declared)
        }
        return pairs.isEmpty ? .nan : Double(pairs.reduce(0, +)) / Double(pairs.count)
    }

    private static func isWeights(_ choice: IndexUncertainty.Choice) -> Bool {
        if case .weights = choice { true } else { false }
    }

    /// The part of a combination that decides the normalised data: weights and aggregation play no part in it.
    private static func dataPart(_ combination: [Int], _ choices: [IndexUncertainty.Choice]) -> [Int] {
        zip(combination, choices).map { drawn, choice in
            switch choice {
            case .weights, .aggregation: 0
            case .imputation, .treatment, .normalisation: drawn
            }
        }
    }

    /// Every combination of alternatives, weights aside.
    private static func combinations(_ choices: [IndexUncertainty.Choice]) -> [[Int]] {
        choices.reduce([[]]) { combinations, choice in
            let count = isWeights(choice) ? 1 : choice.count
            return combinations.flatMap { combination in (0..<count).map { combination + [$0] } }
        }
    }

    private static func recipe(
        _ declared: IndexRecipe, _ choices: [IndexUncertainty.Choice], _ combination: [Int]
    ) -> IndexRecipe {
        var recipe = declared
        for (choice, drawn) in zip(choices, combination) {
            switch choice {
            case .weights: break
            case .imputation(let list): recipe.imputation = list[drawn]
            case .treatment(let list): recipe.treatment = list[drawn]
            case .normalisation(let list): recipe.normalisation = list[drawn]
            case .aggregation(let list): recipe.methods = Aggregation.Methods(list[drawn])
            }
        }
        return recipe
    }

    /// The sets of weights: every element below the index has noise of its own.
    private static func weightSets(
        _ analysis: IndexUncertainty, _ weights: [String: Double], _ metadata: [IndicatorMetadata], index: String
    ) -> [[String: Double]] {
        let noises = analysis.choices.compactMap { choice -> Double? in
            if case .weights(let noise) = choice { noise } else { nil }
        }
        guard let noise = noises.first else { return [] }
        let generator = CounterGenerator(seed: analysis.seed)
        let elements = metadata.filter { ($0.kind == .indicator || $0.kind == .aggregate) && $0.code != index }
        return (0..<IndexUncertainty.weightSets).map { set in
            let pairs = elements.enumerated().map { position, element in
                let u = generator.uniform(run: set, input: position)
                return (element.code, (weights[element.code] ?? element.weight) * (1 + noise * (2 * u - 1)))
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }
}
