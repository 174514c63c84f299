/// The outputs of all runs of a Saltelli design, in its order; one that is not finite is a failed run.
public struct SaltelliOutputs: Hashable, Sendable {
    /// The number of inputs, d.
    public let inputs: Int
    /// The number of rows, N.
    public let rows: Int
    /// A, B, AB_1 ... AB_d.
    public let values: [Double]

    /// Outputs of N (d + 2) runs.
    /// - Throws: `outputCount` if there are none or not a multiple of d + 2; `emptyOrOversizedDesign` for no input.
    public init(_ values: [Double], inputs: Int) throws(SensitivityFault) {
        guard inputs > 0 else { throw .emptyOrOversizedDesign(rows: values.count, inputs: inputs) }
        let blocks = inputs + 2
        guard !values.isEmpty, values.count.isMultiple(of: blocks) else {
            throw .outputCount(found: values.count, expected: (values.count / blocks + 1) * blocks)
        }
        self.values = values
        self.inputs = inputs
        rows = values.count / blocks
    }

    /// The runs without a result.
    public var failures: RunFailures { RunFailures(outputs: values) }

    /// Output of A, B or AB_i in a row: block 0, 1 or i + 2.
    @inline(__always)
    func value(_ block: Int, _ row: Int) -> Double {
        values[block * rows + row]
    }
}

/// Sums over rows that count a given number of times: once each, or as often as a bootstrap drew them.
struct WeightedRows {
    let outputs: SaltelliOutputs
    let times: [Double]

    /// Mean and variance (divisor: number of outputs - 1) of A and B together, over the rows where both succeeded;
    /// `nil` without variance.
    func pooled() -> (mean: Double, variance: Double)? {
        var count = 0.0
        var sum = 0.0
        forBoth { weight, a, b in
            count += 2 * weight
            sum += weight * (a + b)
        }
        let mean = sum / count
        var squares = 0.0
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        forBoth { weight, a, b in
            (lowest, highest) = (min(lowest, a, b), max(highest, a, b))
            squares += weight * ((a - mean) * (a - mean) + (b - mean) * (b - mean))
        }
        let variance = squares / (count - 1)
        // The mean of equal numbers may differ from them in the last digit.
        return count > 1 && lowest < highest && variance > 0 && variance.isFinite ? (mean, variance) : nil
    }

    /// Both indices of one input and the rows they rest on; `nil` without a complete row.
    func indices(
        _ input: Int, _ first: FirstOrderEstimator, _ total: TotalOrderEstimator, mean: Double, variance: Double
    ) -> (first: Double, total: Double, rows: Int)? {
        var count = 0.0
        var firstSum = 0.0
        var totalSum = 0.0
        for row in 0..<outputs.rows where times[row] > 0 {
            let a = outputs.value(0, row)
            let b = outputs.value(1, row)
            let ab = outputs.value(input + 2, row)
            guard a.isFinite, b.isFinite, ab.isFinite else { continue }
            count += times[row]
            firstSum += times[row] * first.term(a, b, ab, mean)
            totalSum += times[row] * total.term(a, ab, mean)
        }
        guard count > 0 else { return nil }
        return (first.index(firstSum / count, variance), total.index(totalSum / count, variance), Int(count))
    }

    private func forBoth(_ body: (_ weight: Double, _ a: Double, _ b: Double) -> Void) {
        for row in 0..<outputs.rows where times[row] > 0 {
            let a = outputs.value(0, row)
            let b = outputs.value(1, row)
            if a.isFinite, b.isFinite { body(times[row], a, b) }
        }
    }
}
