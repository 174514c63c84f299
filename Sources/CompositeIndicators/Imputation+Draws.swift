import SensitivityAnalysis

/// Draws of what is missing from the normal distributions fitted to the blocks of a matrix, fitted once and drawn often.
///
/// A unit's missing values are the conditional means plus L z, L L' being their conditional covariance and z standard
/// normal. The parameters stay at the greatest likelihood: their own uncertainty is not drawn.
///
/// Source: Little and Rubin, Statistical Analysis with Missing Data, 2002, sections 10.2 and 11.2.
struct ImputationDraws: Sendable {
    private let groups: [EMBlock.Conditional]

    /// Fits the blocks that lack values.
    ///
    /// - Throws: `ImputationFault` as expectation and maximisation does.
    init(
        _ matrix: IndicatorMatrix, blocks: Imputation.Blocks, metadata: [IndicatorMetadata],
        options: Imputation.EMOptions
    ) throws(ImputationFault) {
        for (column, code) in matrix.codes.enumerated() where Descriptives.count(matrix.values(of: column)) == 0 {
            throw .noValues(indicator: code)
        }
        var groups: [EMBlock.Conditional] = []
        for block in try Imputation.split(matrix.codes, by: blocks, metadata: metadata) {
            let isWhole = block.columns.allSatisfy {
                Descriptives.count(matrix.values(of: $0)) == matrix.units.count
            }
            if isWhole { continue }
            let data = EMBlock(matrix, block)
            groups += try data.conditionals(data.fit(options))
        }
        self.groups = groups
    }

    /// The matrix with a set of draws in place of what is missing.
    func apply(_ matrix: IndicatorMatrix, set: Int, generator: CounterGenerator) -> IndicatorMatrix {
        var result = matrix
        for group in groups {
            for (unit, means) in zip(group.units, group.means) {
                let normals = group.columns.map { column in
                    generator.normal(
                        run: set, input: DrawAddress.imputation, draw: column * matrix.units.count + unit)
                }
                for row in group.columns.indices {
                    var value = means[row]
                    for column in 0...row { value += group.factor[row][column] * normals[column] }
                    result[unit, group.columns[row]] = value
                }
            }
        }
        return result
    }
}

extension EMBlock {
    /// The distribution of what the units of one pattern lack, in the units of the data.
    struct Conditional: Sendable {
        let units: [Int]
        /// The columns missing.
        let columns: [Int]
        /// The conditional means, unit by unit.
        let means: [[Double]]
        /// The lower triangle L of the conditional covariance L L'.
        let factor: [[Double]]
    }

    /// The conditional distributions of everything missing.
    func conditionals(_ fit: Imputation.NormalFit) throws(ImputationFault) -> [Conditional] {
        var result: [Conditional] = []
        var deviations = Array(repeating: 0.0, count: order)
        for pattern in patterns where !pattern.missing.isEmpty {
            let slopes = try slopes(pattern, fit)
            var means: [[Double]] = []
            for unit in pattern.units {
                complete(unit, pattern, slopes, fit, into: &deviations)
                means.append(
                    pattern.missing.map { fit.location[$0] + fit.scale[$0] * (fit.means[$0] + deviations[$0]) })
            }
            let factor = Self.semidefiniteFactor(conditionalCovariance(pattern, slopes, fit))
            result.append(
                Conditional(
                    units: pattern.units, columns: pattern.missing.map { block.columns[$0] }, means: means,
                    factor: zip(pattern.missing, factor).map { row, line in line.map { fit.scale[row] * $0 } }))
        }
        return result
    }

    private func conditionalCovariance(
        _ pattern: Pattern, _ slopes: [[Double]], _ fit: Imputation.NormalFit
    ) -> [[Double]] {
        pattern.missing.indices.map { position in
            pattern.missing.map { column in
                var covariance = fit.covariance[pattern.missing[position] * order + column]
                for (slope, other) in zip(slopes[position], pattern.observed) {
                    covariance -= slope * fit.covariance[other * order + column]
                }
                return covariance
            }
        }
    }

    /// L with L L' = A; a direction without variance gets zeros.
    private static func semidefiniteFactor(_ matrix: [[Double]]) -> [[Double]] {
        var lower = matrix.indices.map { Array(repeating: 0.0, count: $0 + 1) }
        for row in matrix.indices {
            for column in 0...row {
                var sum = matrix[row][column]
                for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
                if row == column {
                    lower[row][row] = sum > 1e-12 * abs(matrix[row][row]) ? sum.squareRoot() : 0
                } else {
                    lower[row][column] = lower[column][column] > 0 ? sum / lower[column][column] : 0
                }
            }
        }
        return lower
    }
}
