import Glibc
import LinearAlgebra
import SensitivityAnalysis

/// One draw of what is uncertain: a function of seed and run alone.
struct ImpactDraw {
    let uncertainty: ImpactUncertainty
    let generator: CounterGenerator
    let run: Int
    /// The inputs that vary in this draw; the others have their point value.
    let varied: Set<String>

    /// The places of inputs in the addresses of random numbers; attempts at columns follow each other.
    private enum Input {
        static let account = 0
        static let spendingShare = 1
        static let parameters = 16
        static let cells = 1 << 16
        static let attempts = 100
    }

    /// exp(s z - s^2 / 2) with s^2 = ln(1 + v^2): lognormal with mean 1 and variation v; exactly 1 for v = 0.
    static func factor(_ variation: Double, _ generator: CounterGenerator, run: Int, input: Int, draw: Int) -> Double {
        guard variation > 0 else { return 1 }
        let variance = log1p(variation * variation)
        return exp(variance.squareRoot() * generator.normal(run: run, input: input, draw: draw) - variance / 2)
    }

    /// The parameters of base and scenario by name.
    var parameters: [String: Double] {
        var result: [String: Double] = [:]
        for (position, parameter) in uncertainty.parameters.enumerated() {
            result[parameter.name] =
                varied.contains(parameter.name)
                ? parameter.distribution.draw(generator, run: run, input: Input.parameters + position)
                : parameter.distribution.point
        }
        return result
    }

    /// Coefficients with what varies put in, and how often columns were drawn again.
    func applied(
        to base: ImpactBase, _ coefficients: ImpactCoefficients
    ) throws(InputOutputFaults) -> (coefficients: ImpactCoefficients, redraws: Int) {
        var result = coefficients
        var redraws = 0
        if varied.contains("account") {
            let columns = result.intensities.columns
            for row in 0..<result.intensities.rows {
                for column in 0..<columns {
                    result.intensities[row, column] *= Self.factor(
                        uncertainty.account, generator, run: run, input: Input.account, draw: row * columns + column)
                }
            }
        }
        if let share = uncertainty.spendingShare, base.households != nil {
            let drawn =
                varied.contains("spending-share")
                ? share.draw(generator, run: run, input: Input.spendingShare) : share.point
            let sums = result.spending.columnSums
            result.spending = Matrix(rows: result.spending.rows, columns: result.spending.columns) {
                sums[$1] == 0 ? 0 : drawn * coefficients.spending[$0, $1] / sums[$1]
            }
        }
        if let cells = uncertainty.cells, varied.contains("cells") {
            for column in result.inputs.rowIndices {
                redraws += try draw(column, cells, &result.inputs, base)
            }
        }
        return (result, redraws)
    }

    /// Draws a column of A until its sum is below 1; returns how often it was drawn again.
    private func draw(
        _ column: Int, _ cells: ImpactUncertainty.Cells, _ inputs: inout Matrix, _ base: ImpactBase
    ) throws(InputOutputFaults) -> Int {
        let old = inputs.rowIndices.map { inputs[$0, column] }
        let sum = old.reduce(0, +)
        for attempt in 0..<Input.attempts {
            let new = old.enumerated().map { row, value in
                value
                    * Self.factor(
                        cells.variation(of: value), generator, run: run, input: Input.cells + attempt,
                        draw: row * inputs.columns + column)
            }
            let drawn = new.reduce(0, +)
            let scale = cells.policy == .keepValueAdded && drawn != 0 ? sum / drawn : 1
            guard sum >= 1 || drawn * scale < 1 else { continue }
            for row in inputs.rowIndices { inputs[row, column] = new[row] * scale }
            return attempt
        }
        throw InputOutputFaults([.scenario(ScenarioFault(nil, .noProductiveDraw(base.table.industries[column])))])
    }
}

extension ImpactUncertainty.Cells {
    /// The coefficient of variation of a cell: between both sizes its place on the logarithm of size.
    func variation(of coefficient: Double) -> Double {
        let size = abs(coefficient)
        guard size > sizes.small else { return spreads.small }
        guard size < sizes.large else { return spreads.large }
        let place = log(size / sizes.small) / log(sizes.large / sizes.small)
        return spreads.small + place * (spreads.large - spreads.small)
    }
}

extension Matrix {
    fileprivate var rowIndices: Range<Int> { 0..<rows }
}
