import CompositeIndicators
import StatisticalData

/// The way from observed figures to index, ranks and comparisons, every value with its derivation.
struct CompositeIndexComputation {
    let study: Study
    let definition: CompositeIndexStudy
    let inputs: CompositeIndexStudy.Inputs
    let tree: Framework
    /// The figures of the period of the study.
    let data: IndexData
    let recipe: IndexRecipe
    /// The periods, that of the study first.
    let moments: [IndexMoment]
    /// The period worked on.
    var position = 0
    var builder: ResultBuilder
    var leader: Area.ID?
    /// Items beside the elements of the framework: choices that vary.
    var furtherItems: [ResultItem] = []
    /// What would lift the home area.
    var lift: CompositeIndexDetail.Lift?
    /// The pairs of elements whose scores are correlated.
    var pairs: [CompositeIndexDetail.Pair] = []
    /// The items of the choices that vary.
    var choiceItems: [String] = []

    var moment: IndexMoment { moments[position] }
    var period: Period { moment.period }
    /// What the steps made of the figures of the period worked on.
    var outcome: IndexMoment.Outcome? { moment.outcome }
    /// Whether scores rest on the figures of all periods together.
    var isPooled: Bool { definition.panel?.scale == .pooled }
    var whole: Area.ID { definition.areas.parent }
    var home: Area.ID { inputs.homeArea }
    var index: String { tree.root }
    var areas: [Area.ID] { inputs.areas.map(\.id) }
    var steps: CompositeIndexStudy.Steps { definition.steps ?? .none }
    /// The direct parts of the index.
    var components: [String] { tree.parts(of: index) }
    /// Everything that has a score: the index, aggregates, observed elements.
    var scored: [String] { [index] + data.aggregates + data.indicators }

    /// Runs the steps.
    ///
    /// - Throws: the errors of the steps.
    init(study: Study, definition: CompositeIndexStudy, inputs: CompositeIndexStudy.Inputs, tree: Framework) throws {
        self.study = study
        self.definition = definition
        self.inputs = inputs
        self.tree = tree
        let data = definition.periods.indices.map { IndexData(definition, inputs, tree: tree, at: $0) }
        let answered = try inputs.weightAnswers.map { try $0.weights() }
        func recipe(_ groups: [String: [String?]]) throws -> IndexRecipe {
            var recipe = try (definition.steps ?? .none).recipe(groups: groups)
            if let answered { recipe.weights = .given(answered) }
            return recipe
        }
        self.data = data[0]
        self.recipe = try recipe(data[0].groups)
        moments = try IndexMoment.run(definition, data, recipe)
        builder = ResultBuilder(study: study.id)
    }

    mutating func run() throws {
        if let rules = definition.rules {
            try addWeights()
            try addScores(under: rules)
        } else {
            addFigures()
            try inTurn { if $0.position == 0 || $0.hasOwnWeights { try $0.addWeights() } }
            try inTurn { try $0.addAggregates() }
        }
        inTurn { for item in $0.scored { $0.addRanks(of: item) } }
        leader = areas.first { number(index, "rank", $0) == 1 }
        for area in areas { try addDistances(of: area) }
        addCorrelations()
        compareWithPublished()
        for indicator in definition.beside ?? [] { addBeside(indicator) }
        try addUncertainty()
        try addLift()
        try addChange()
    }

    /// Works on one period after the other, ending where it began: at that of the study.
    mutating func inTurn(_ body: (inout Self) throws -> Void) rethrows {
        for next in moments.indices {
            position = next
            try body(&self)
        }
        position = 0
    }

    /// Whether weights are worked out from the scores of the period worked on.
    var hasOwnWeights: Bool { !isPooled && definition.weighsByScores }

    func key(_ item: String, _ measure: String, _ area: Area.ID) -> ResultKey {
        builder.key(item, measure, area, period)
    }

    /// The key of a weight or share: where weights hold for all periods they stand at that of the study.
    func weightKey(_ item: String, _ measure: String) -> ResultKey {
        builder.key(item, measure, whole, hasOwnWeights ? period : definition.period)
    }

    func number(_ item: String, _ measure: String, _ area: Area.ID) -> Double? {
        builder[key(item, measure, area)]?.number
    }

    /// A word or number of the study's own file as an input.
    func declared(_ role: String, _ finding: Finding, _ path: String...) -> DerivationInput {
        DerivationInput(role, .declared(.init(finding, unit: .one, place: study.place(of: path))))
    }

    /// The unit of all scores.
    var scoreUnit: UnitOfMeasure {
        if definition.rules != nil { return .points }
        return switch recipe.normalisation {
        case .unchanged: inputs.firstUnit ?? .points
        case .minmax, .efficacy, .percentile, .mazziottaPareto, .fromMetadata(.goalposts): .points
        default: .one
        }
    }
}

extension CompositeIndexComputation {
    private mutating func addRanks(of item: String) {
        let scored = areas.filter { number(item, "score", $0) != nil }
        let ranks = Ranking.descending(scored.map { number(item, "score", $0) })
        let all = scored.map { DerivationInput("s(\($0))", .result(key(item, "score", $0))) }
        for (area, rank) in zip(scored, ranks) {
            guard let rank else { continue }
            builder.add(
                key(item, "rank", area), .number(Double(rank)), unit: .one, formula: "formula-rank",
                "1 + #{s > s(\(area))}", from: all)
        }
    }

    private mutating func addBeside(_ indicator: Indicator.ID) {
        for area in areas {
            guard let observation = inputs.observations[indicator.rawValue]?[area.rawValue] else { continue }
            builder.addObserved(
                key(indicator.rawValue, "value", area), observation, in: inputs.units[indicator.rawValue] ?? .one)
        }
    }

    private mutating func compareWithPublished() {
        guard let compare = definition.compare else { return }
        var comparison = PublishedComparison(
            index: index, areas: areas, whole: whole, period: period, unit: scoreUnit, tolerance: compare.tolerance)
        comparison.run(
            scores: inputs.observations[compare.score.rawValue] ?? [:],
            ranks: compare.rank.flatMap { inputs.observations[$0.rawValue] } ?? [:], into: &builder)
    }
}
