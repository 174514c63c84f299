public import ArgumentParser
public import CompositeIndicators
import Reports
import StatisticalData

/// How much of the data stands behind each score.
struct IndexCoverage: ParsableArguments {
    @Option(
        help: """
            Print the share of indicators behind each score, and the lowest and highest score that missing ones allow: \
            observed (worst and best score of the others) or LOW:HIGH, such as 0:100. 输出各得分的数据覆盖率及缺失值允许的上下限。
            """)
    var coverage: Coverage.Extremes?

    /// A row a unit and aggregate, in the order of the tree.
    func table(
        _ outcome: IndexRecipe.Outcome, recipe: IndexRecipe, metadata: [IndicatorMetadata], _ messages: Messages
    ) throws -> OutputTable? {
        guard let coverage else { return nil }
        let scores = outcome.stages[.normalised] ?? IndicatorMatrix(units: [], codes: [])
        let shares = try Coverage.shares(scores, metadata: metadata)
        let bounds = try Coverage.bounds(
            scores, metadata: metadata, methods: recipe.methods, weights: outcome.weights, extremes: coverage)
        if metadata.contains(where: { $0.kind == .aggregate && !Self.isBounded(recipe, $0) }) {
            messages.tell("index-coverage-examples")
        }
        let matrix = outcome.aggregates
        return OutputTable(
            header: ["unit", "code", "coverage", "score", "lowest", "highest"],
            rows: matrix.units.indices.flatMap { unit in
                matrix.codes.indices.map { column in
                    let code = matrix.codes[column]
                    func cell(_ matrix: IndicatorMatrix) -> OutputTable.Cell {
                        .number(matrix.position(of: code).flatMap { matrix[unit, $0] })
                    }
                    return [
                        .word(matrix.units[unit]), .word(code), cell(shares), .number(matrix[unit, column]),
                        cell(bounds.lowest), cell(bounds.highest),
                    ]
                }
            })
    }

    /// Whether a higher part never lowers the score of the unit itself, so that bounds hold.
    private static func isBounded(_ recipe: IndexRecipe, _ aggregate: IndicatorMetadata) -> Bool {
        switch recipe.methods.method(of: aggregate.code, level: aggregate.level ?? 2) {
        case .arithmetic, .geometric, .shiftedGeometric, .harmonic, .generalised, .median, .minimum, .sum,
            .orderedWeighted:
            true
        case .mazziottaParetoDownward, .mazziottaParetoUpward, .copeland, .borda, .benefitOfTheDoubt: false
        }
    }
}

extension Coverage.Extremes: ExpressibleByArgument {
    /// `observed`, or the two ends of the scale with a colon between.
    public init?(argument: String) {
        if argument == "observed" {
            self = .observed
            return
        }
        let ends = argument.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite, low < high else {
            return nil
        }
        self = .range(lowest: low, highest: high)
    }
}
