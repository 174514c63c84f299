import CompositeIndicators
import StatisticalData

/// One period of an index: its figures, and what the steps made of them.
struct IndexMoment {
    let period: Period
    let data: IndexData
    /// What the steps made of the figures of this period; `nil` under the rules of the annual evaluation.
    let outcome: Outcome?

    /// What steps made of the rows of one period.
    struct Outcome {
        let stages: [IndexRecipe.Stage: IndicatorMatrix]
        let aggregates: IndicatorMatrix
        let weights: [String: Double]
        let screening: [Screening.UnitSummary]
        let treatment: [Treatment.Record]
    }

    /// Runs the steps over the periods, each for itself or all together.
    ///
    /// - Throws: the errors of the steps.
    static func run(
        _ definition: CompositeIndexStudy, _ data: [IndexData], _ recipe: ([String: [String?]]) throws -> IndexRecipe
    ) throws -> [IndexMoment] {
        let periods = definition.periods
        guard definition.rules == nil else {
            return zip(periods, data).map { IndexMoment(period: $0, data: $1, outcome: nil) }
        }
        if definition.panel?.scale == .pooled { return try pooled(periods, data, recipe) }
        return try zip(periods, data).map { period, data in
            let outcome = try recipe(data.groups).run(
                data.matrix, denominators: data.denominators, metadata: data.metadata)
            return IndexMoment(
                period: period, data: data,
                outcome: Outcome(
                    stages: outcome.stages, aggregates: outcome.aggregates, weights: outcome.weights,
                    screening: outcome.record.screening, treatment: outcome.record.treatment))
        }
    }

    private static func pooled(
        _ periods: [Period], _ data: [IndexData], _ recipe: ([String: [String?]]) throws -> IndexRecipe
    ) throws -> [IndexMoment] {
        guard let first = data.first else { return [] }
        let groups = first.groups.mapValues { labels in data.flatMap { _ in labels } }
        let outcome = try recipe(groups).run(
            joined(data.map(\.matrix)), denominators: joined(data.map(\.denominators)), metadata: first.metadata)
        let all = data.indices.flatMap { moment in data[moment].matrix.units.map { _ in moment } }
        let screening = outcome.record.screening
        let kept = screening.isEmpty ? all : zip(all, screening).filter { $1.included }.map(\.0)
        return data.indices.map { moment in
            func part(_ matrix: IndicatorMatrix) -> IndicatorMatrix {
                let rows = matrix.units.count == all.count ? all : kept
                return taking(rows.indices.filter { rows[$0] == moment }, of: matrix)
            }
            return IndexMoment(
                period: periods[moment], data: data[moment],
                outcome: Outcome(
                    stages: outcome.stages.mapValues(part), aggregates: part(outcome.aggregates),
                    weights: outcome.weights,
                    screening: screening.isEmpty ? [] : zip(all, screening).filter { $0.0 == moment }.map(\.1),
                    treatment: outcome.record.treatment))
        }
    }

    /// The rows of several matrices of the same columns, one below the other.
    static func joined(_ matrices: [IndicatorMatrix]) -> IndicatorMatrix {
        let codes = matrices.first?.codes ?? []
        return IndicatorMatrix(
            units: matrices.flatMap(\.units), codes: codes,
            columns: codes.indices.map { column in matrices.flatMap { $0.column(column) } })
    }

    private static func taking(_ rows: [Int], of matrix: IndicatorMatrix) -> IndicatorMatrix {
        IndicatorMatrix(
            units: rows.map { matrix.units[$0] }, codes: matrix.codes,
            columns: matrix.codes.indices.map { column in rows.map { matrix[$0, column] } })
    }
}
