import SensitivityAnalysis

/// From raw data to normalised scores, run by run, with everything that does not change from run to run worked out once.
struct IndexUncertaintyData: Sendable {
    /// Normalised scores with the units that screening kept.
    struct Scores: Sendable {
        let storage: [Double]
        let units: [String]
        /// The row of each unit of the data; `nil` for one that was left out.
        let rows: [Int?]
    }

    /// How far the steps can be done beforehand.
    private enum Prepared: Sendable {
        /// All: scores by imputation, treatment and normalisation.
        case scores([Scores])
        /// Up to the treatment, by imputation and treatment; posts move.
        case treated([IndicatorMatrix])
        /// Up to the denomination; missing values are drawn.
        case denominated(IndicatorMatrix, ImputationDraws)
        /// Nothing: the raw data vary.
        case raw(MeasurementErrorDraws)
    }

    private let recipe: IndexRecipe
    private let raw: IndicatorMatrix
    private let denominators: IndicatorMatrix
    private let metadata: [IndicatorMetadata]
    private let axes: ChoiceAxes
    private let generator: CounterGenerator
    private var prepared = Prepared.scores([])

    init(
        _ analysis: IndexUncertainty, _ axes: ChoiceAxes, _ indicators: IndicatorMatrix,
        _ denominators: IndicatorMatrix, _ metadata: [IndicatorMetadata]
    ) throws {
        recipe = analysis.recipe
        raw = indicators
        self.denominators = denominators
        self.metadata = metadata
        self.axes = axes
        generator = CounterGenerator(seed: analysis.seed)
        if let error = axes.error {
            prepared = .raw(MeasurementErrorDraws(error.value, indicators))
        } else if let draws = axes.imputationDraws {
            let data = try denominated(indicators)
            prepared = .denominated(
                data,
                try ImputationDraws(data, blocks: draws.value.blocks, metadata: metadata, options: draws.value.options))
        } else {
            var treated: [IndicatorMatrix] = []
            for method in axes.imputation.values {
                let data = try screened(imputed(denominated(indicators), method))
                treated += axes.treatment.values.map { self.treated(data, $0) }
            }
            if axes.goalposts != nil {
                prepared = .treated(treated)
            } else {
                prepared = .scores(
                    try treated.flatMap { data in try axes.normalisation.values.map { try scores(data, $0, posts: nil) }
                    })
            }
        }
    }

    /// The scores of a run.
    func scores(_ draw: [Int]) throws -> Scores {
        let (imputation, treatment) = (axes.imputation.index(draw), axes.treatment.index(draw))
        let position = imputation * axes.treatment.values.count + treatment
        let normalisation = axes.normalisation.index(draw)
        let method = axes.normalisation.values[normalisation]
        let posts = axes.goalposts.map { draw[$0.position] }
        switch prepared {
        case .scores(let scores): return scores[position * axes.normalisation.values.count + normalisation]
        case .treated(let treated): return try scores(treated[position], method, posts: posts)
        case .denominated(let data, let draws):
            let set = axes.imputationDraws.map { draw[$0.position] } ?? 0
            return try finished(draws.apply(data, set: set, generator: generator), draw, posts: posts)
        case .raw(let errors):
            let set = axes.error.map { draw[$0.position] } ?? 0
            let data = try denominated(errors.apply(raw, set: set, generator: generator))
            guard let draws = axes.imputationDraws else {
                return try finished(imputed(data, axes.imputation.values[imputation]), draw, posts: posts)
            }
            let fitted = try ImputationDraws(
                data, blocks: draws.value.blocks, metadata: metadata, options: draws.value.options)
            return try finished(
                fitted.apply(data, set: draw[draws.position], generator: generator), draw, posts: posts)
        }
    }

    private func finished(_ data: IndicatorMatrix, _ draw: [Int], posts: Int?) throws -> Scores {
        let treatment = axes.treatment.values[axes.treatment.index(draw)]
        return try scores(
            treated(try screened(data), treatment), axes.normalisation.values[axes.normalisation.index(draw)],
            posts: posts)
    }

    private func denominated(_ data: IndicatorMatrix) throws -> IndicatorMatrix {
        guard recipe.denominates else { return data }
        return try Denomination.divide(data, metadata: metadata, denominators: denominators).0
    }

    private func imputed(_ data: IndicatorMatrix, _ method: Imputation.Method?) throws -> IndicatorMatrix {
        guard let method else { return data }
        return try Imputation.apply(data, method: method, metadata: metadata).0
    }

    private func screened(_ data: IndicatorMatrix) throws -> IndicatorMatrix {
        guard recipe.screens else { return data }
        return try Screening.apply(
            data, availability: recipe.availability ?? 0, nonzero: recipe.nonzero, force: recipe.force
        ).kept
    }

    private func treated(_ data: IndicatorMatrix, _ options: Treatment.Options?) -> IndicatorMatrix {
        guard let options else { return data }
        return Treatment.apply(data, options: options).0
    }

    private func scores(
        _ data: IndicatorMatrix, _ method: Normalisation.Method, posts: Int?
    ) throws -> Scores {
        let individual = try posts.map { try movedPosts(data.codes, method, set: $0) } ?? [:]
        let scores = try Normalisation.apply(data, method: method, individual: individual, metadata: metadata).matrix
        guard scores.units != raw.units else {
            return Scores(storage: scores.storage, units: scores.units, rows: Array(raw.units.indices))
        }
        let rows = Dictionary(scores.units.enumerated().map { ($1, $0) }) { first, _ in first }
        return Scores(storage: scores.storage, units: scores.units, rows: raw.units.map { rows[$0] })
    }

    /// Posts of each indicator, each moved on its own; none for a normalisation without posts.
    private func movedPosts(
        _ codes: [String], _ method: Normalisation.Method, set: Int
    ) throws -> [String: Normalisation.Method] {
        guard let share = axes.goalposts?.value, method.hasGoalposts else { return [:] }
        let rows = Dictionary(metadata.map { ($0.code, $0) }) { first, _ in first }
        var result: [String: Normalisation.Method] = [:]
        for (position, code) in codes.enumerated() {
            guard let row = rows[code],
                case .goalposts(let lower, let upper, let scale, let truncated) = try method.resolved(for: row)
            else { continue }
            let moves = (0...1).map { post in
                let u = generator.uniform(run: set, input: DrawAddress.goalposts, draw: 2 * position + post)
                return share * (upper - lower) * (2 * u - 1)
            }
            result[code] = .goalposts(
                lower: lower + moves[0], upper: upper + moves[1], scale: scale, truncated: truncated)
        }
        return result
    }
}

extension Normalisation.Method {
    /// Whether the method goes between posts.
    var hasGoalposts: Bool {
        switch self {
        case .goalposts, .fromMetadata(.goalposts): true
        default: false
        }
    }
}
