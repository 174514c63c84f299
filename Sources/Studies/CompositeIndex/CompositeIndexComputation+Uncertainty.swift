import CompositeIndicators
import SensitivityAnalysis
import StatisticalData

/// How sure the ranks are.
extension CompositeIndexComputation {
    mutating func addUncertainty() throws {
        guard let uncertainty = definition.uncertainty else { return }
        let choices = try choices(uncertainty.words)
        for choice in choices {
            let item = "choice-" + choice.name
            choiceItems.append(item)
            furtherItems.append(ResultItem(id: item, name: choice.title))
        }
        let analysis = IndexUncertainty(recipe, choices: choices, seed: uncertainty.seed)
        addDesign(uncertainty)
        let ranks = try analysis.ranks(
            data.matrix, denominators: data.denominators, metadata: data.metadata, runs: uncertainty.runs)
        for (row, area) in areas.enumerated() { add(ranks.distribution, row, area, first: uncertainty.first) }
        if let rows = uncertainty.sensitivity { try addShares(analysis, rows: rows) }
    }

    /// The design all ranks of the runs rest on: scores, weights, what varies, how often, the seed.
    private mutating func addDesign(_ uncertainty: CompositeIndexStudy.Uncertainty) {
        let scores = data.indicators.flatMap { element in
            areas.map { key(element, "score", $0) }.filter { builder[$0] != nil }
        }
        let choices = uncertainty.vary.map { word in
            declared("C", .word(word), "uncertainty", "vary")
        }
        builder.add(
            key(index, "runs", whole), .number(Double(uncertainty.runs)), unit: .one, formula: "formula-runs", "N",
            from: [
                declared("N", .number(Double(uncertainty.runs)), "uncertainty", "runs"),
                declared("S", .number(Double(uncertainty.seed)), "uncertainty", "seed"),
            ] + choices + weightInputs(data.indicators)
                + scores.map { DerivationInput("s(\($0.item), \($0.area))", .result($0)) })
    }

    private var design: DerivationInput { DerivationInput("N", .result(key(index, "runs", whole))) }

    private mutating func add(_ ranks: RankDistribution, _ row: Int, _ area: Area.ID, first: Int) {
        guard builder[key(index, "rank", area)] != nil, let median = ranks.median(of: row) else { return }
        let from = [design, DerivationInput("r", .result(key(index, "rank", area)))]
        func interval(_ tail: Double) -> Finding {
            .number(median, low: ranks.quantile(tail, of: row), high: ranks.quantile(1 - tail, of: row))
        }
        builder.add(
            key(index, "rank-interval", area), interval(0.05), unit: .one, formula: "formula-rank-interval",
            "r₀.₅; r₀.₀₅ … r₀.₉₅", from: from)
        builder.add(
            key(index, "rank-middle", area), interval(0.25), unit: .one, formula: "formula-rank-middle",
            "r₀.₅; r₀.₂₅ … r₀.₇₅", from: from)
        if let mean = ranks.mean(of: row) {
            builder.add(
                key(index, "mean-rank", area), .number(mean.value), unit: .one, formula: "formula-mean-rank",
                "Σ r / N", from: from)
        }
        if let probability = ranks.probability(of: row, inTop: first) {
            builder.add(
                key(index, "probability-first", area), .number(100 * probability.value), unit: .percent,
                formula: "formula-probability-first", "100 · #{r ≤ \(first)} / N",
                from: from + [declared("k", .number(Double(first)), "uncertainty", "top")])
        }
        addAbove(ranks, row, area)
    }

    /// How often the area stood above the home area.
    private mutating func addAbove(_ ranks: RankDistribution, _ row: Int, _ area: Area.ID) {
        guard area != home, let own = areas.firstIndex(of: home),
            let probability = ranks.probability(that: row, isAbove: own)
        else { return }
        builder.add(
            key(index, "probability-above-home", area), .number(100 * probability.value), unit: .percent,
            formula: "formula-probability-above",
            "100 · (#{r(\(area)) < r(\(home))} + ½ #{r(\(area)) = r(\(home))}) / N",
            from: [design] + [area, home].map { DerivationInput("r(\($0))", .result(key(index, "rank", $0))) })
    }

    /// How much each choice moves the ranks.
    private mutating func addShares(_ analysis: IndexUncertainty, rows: Int) throws {
        let indices = try analysis.sensitivity(
            data.matrix, denominators: data.denominators, metadata: data.metadata, rows: rows)
        let from = [
            design, declared("n", .number(Double(rows)), "uncertainty", "sensitivity"),
        ]
        for (item, input) in zip(choiceItems, indices.inputs) {
            let shares = [
                ("first-order", "formula-first-order", "V(E(y|x)) / V(y)", input.first),
                ("total-order", "formula-total-order", "E(V(y|¬x)) / V(y)", input.total),
            ]
            for (measure, formula, expression, share) in shares {
                // A bootstrap interval of quantiles need not hold the estimate itself: widened to hold it.
                let low = share.interval.map { min($0.lowerBound, share.value) }
                let high = share.interval.map { max($0.upperBound, share.value) }
                builder.add(
                    key(item, measure, whole), .number(share.value, low: low, high: high), unit: .one,
                    formula: formula, expression, from: from)
            }
        }
    }
}

extension CompositeIndexComputation {
    /// The choices declared; errors of printing take the decimals that were printed, which the ledger knows.
    fileprivate func choices(_ words: String) throws -> [IndexUncertainty.Choice] {
        try IndexWords.choices(words, groups: data.groups).map { choice in
            guard case .error(var error) = choice, error.size == .printed else { return choice }
            error.size = .halfWidths(data.halfWidths(of: definition))
            return .error(error)
        }
    }
}

extension IndexUncertainty.Choice {
    /// The name of the choice in both languages.
    var title: LocalisedText {
        switch self {
        case .weights, .weightsByLevel, .dirichlet, .experts, .expertColumns: LocalisedText(en: "Weights", zh: "权数")
        case .imputation, .imputationDraws: LocalisedText(en: "Filling in of missing figures", zh: "缺失数据插补方法")
        case .treatment: LocalisedText(en: "Treatment of outliers", zh: "异常值处理")
        case .normalisation: LocalisedText(en: "Scale of the scores", zh: "得分标准化方法")
        case .goalposts: LocalisedText(en: "Posts of the scale", zh: "得分尺度的上下限")
        case .aggregation: LocalisedText(en: "Kind of mean", zh: "合成方法")
        case .aggregationOnLevel(let level, _):
            LocalisedText(en: "Kind of mean, level \(level)", zh: "第\(level)层合成方法")
        case .exclusion: LocalisedText(en: "Leaving an element out", zh: "剔除某一要素")
        case .error: LocalisedText(en: "Error of the figures", zh: "数据误差")
        }
    }
}
