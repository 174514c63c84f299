internal import SensitivityAnalysis

/// The values of the inputs in each run: a function of seed, run and input alone.
public struct EnsembleDesign: Sendable {
    private let specification: EnsembleSpecification
    private let sample: SampleMatrix?
    /// The lower factor of the correlations, row by row; empty where inputs are independent.
    private let factor: [[Double]]

    /// Makes a design.
    ///
    /// - Throws: `ModelFaults` for parameters, sizes or correlations that are none.
    public init(_ specification: EnsembleSpecification) throws(ModelFaults) {
        self.specification = specification
        var faults: [ModelFault] = []
        for input in specification.inputs {
            if let fault = input.distribution.fault {
                faults.append(ModelFault(.badSetting, "\(input.name): \(fault)"))
            }
        }
        if !(1...10_000_000).contains(specification.runs) {
            faults.append(ModelFault(.tooLarge, "\(specification.runs)"))
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        do {
            sample =
                specification.inputs.isEmpty
                ? nil
                : try specification.sampling.sample(
                    rows: specification.runs, columns: specification.inputs.count, seed: specification.seed)
        } catch {
            throw ModelFaults([ModelFault(.badSetting, "\(error)")])
        }
        factor = try Self.factor(specification)
    }

    /// The inputs' values in a run.
    public func values(run: Int) -> [Double] {
        guard let sample else { return [] }
        var shares = sample.row(run)
        if !factor.isEmpty {
            let normals = shares.map { NormalDistribution.quantile(min(max($0, 0x1p-54), 1 - 0x1p-53)) }
            shares = factor.map { row in
                NormalDistribution.cumulative(zip(row, normals).reduce(0) { $0 + $1.0 * $1.1 })
            }
        }
        return zip(specification.inputs, shares).map { $0.distribution.value(at: $1) }
    }

    /// The Cholesky factor of the correlations.
    private static func factor(_ specification: EnsembleSpecification) throws(ModelFaults) -> [[Double]] {
        guard !specification.correlations.isEmpty else { return [] }
        let count = specification.inputs.count
        var matrix = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
        for part in specification.correlations {
            guard matrix.indices.contains(part.first), matrix.indices.contains(part.second), part.first != part.second,
                abs(part.value) < 1
            else { throw ModelFaults([ModelFault(.badSetting, "correlation \(part.value)")]) }
            matrix[part.first][part.second] = part.value
            matrix[part.second][part.first] = part.value
        }
        var lower = (0..<count).map { _ in Array(repeating: 0.0, count: count) }
        for row in 0..<count {
            for column in 0...row {
                let sum = (0..<column).reduce(matrix[row][column]) { $0 - lower[row][$1] * lower[column][$1] }
                if row == column {
                    guard sum > 1e-12 else { throw ModelFaults([ModelFault(.badSetting, "correlations")]) }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        return lower
    }
}
