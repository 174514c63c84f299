import SensitivityAnalysis
import Testing

@Suite struct EstimatorTests {
    private func outputs(
        _ inputs: Int, rows: Int = 1024, seed: UInt64 = 3, method: SamplingMethod = .sobol(.owen),
        _ model: ([Double]) -> Double
    ) throws -> SaltelliOutputs {
        let design = try SaltelliDesign(rows: rows, inputs: inputs, method: method, seed: seed)
        return try SaltelliOutputs((0..<design.runCount).map { model(design.point(ofRun: $0)) }, inputs: inputs)
    }

    /// y = 1 x_1 + 2 x_2 + 3 x_3: S = ST = c^2/sum c^2 = 1/14, 4/14, 9/14; an unused input has 0.
    @Test(arguments: FirstOrderEstimator.allCases, TotalOrderEstimator.allCases)
    func additiveModel(_ first: FirstOrderEstimator, _ total: TotalOrderEstimator) throws {
        let outputs = try outputs(4) { $0[0] + 2 * $0[1] + 3 * $0[2] }
        let result = try SobolAnalysis(firstOrder: first, totalOrder: total).indices(of: outputs)
        for (input, expected) in [1 / 14.0, 4 / 14.0, 9 / 14.0, 0].enumerated() {
            #expect(isClose(result.inputs[input].first.value, expected, 0.02))
            #expect(isClose(result.inputs[input].total.value, expected, 0.02))
        }
        #expect(isClose(result.variance, 14 / 12.0, 0.01))
        #expect(result.inputs[3].total.value == 0)
    }

    /// Ishigami (a = 7, b = 0.1): S = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437 (analytic).
    @Test func ishigamiWithScrambledSobol() throws {
        let result = try SobolAnalysis().indices(of: outputs(3, rows: 4096, ishigami))
        for (input, expected) in [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)].enumerated() {
            #expect(isClose(result.inputs[input].first.value, expected.0, 0.02))
            #expect(isClose(result.inputs[input].total.value, expected.1, 0.02))
        }
    }

    /// Two rows by hand: y_A = 1, 2; y_B = 3, 6; y_AB = 2, 5; m = 3, V = (4 + 1 + 0 + 9)/3 = 14/3. Mean terms:
    /// (0 + 9)/2, (3 + 18)/2 and (1 + 1)/2 over 2 V; total (1 + 9)/2 over 2 V, and Sobol' (2 + 3)/2.
    @Test(arguments: [
        (FirstOrderEstimator.centredPooled, 4.5, 0.0), (.uncentred, 10.5, 0), (.jansen, -0.5, 1),
    ])
    func handComputed(_ estimator: FirstOrderEstimator, _ multiple: Double, _ constant: Double) throws {
        let expected: Double = constant + multiple * 3 / 14
        let outputs = try SaltelliOutputs([1, 2, 3, 6, 2, 5], inputs: 1)
        let result = try SobolAnalysis(firstOrder: estimator).indices(of: outputs)
        let total = 5 / (28 / 3.0)
        #expect(isClose(result.inputs[0].first.value, expected, 1e-15))
        #expect(isClose(result.inputs[0].total.value, total, 1e-15))
        #expect(isClose(result.variance, 14 / 3.0, 1e-15))
    }

    @Test func handComputedTotalOfSobol() throws {
        let outputs = try SaltelliOutputs([1, 2, 3, 6, 2, 5], inputs: 1)
        let result = try SobolAnalysis(totalOrder: .sobol).indices(of: outputs)
        // Rows: (1 - 3)(1 - 2) = 2 and (2 - 3)(2 - 5) = 3.
        let expected = 2.5 / (14 / 3.0)
        #expect(isClose(result.inputs[0].total.value, expected, 1e-15))
    }

    @Test func aConstantChangesOnlyTheUncentredEstimate() throws {
        let plain = try outputs(3, rows: 64, ishigami)
        let raised = try outputs(3, rows: 64) { ishigami($0) + 1024 }
        for first in FirstOrderEstimator.allCases {
            let analysis = SobolAnalysis(firstOrder: first, totalOrder: .sobol)
            let before = try analysis.indices(of: plain).inputs[0]
            let after = try analysis.indices(of: raised).inputs[0]
            #expect(isClose(before.first.value, after.first.value, 1e-9) == (first != .uncentred))
            #expect(isClose(before.total.value, after.total.value, 1e-9))
        }
    }

    @Test func failuresAreCountedAndRefusedUnlessAllowed() throws {
        var values = try outputs(2, rows: 50) { $0[0] + $0[1] }.values
        values[3] = .nan
        values[120] = .infinity
        let outputs = try SaltelliOutputs(values, inputs: 2)
        #expect(outputs.failures.runs == [3, 120])
        #expect(throws: SensitivityFault.tooManyFailures(outputs.failures, allowedShare: 0)) {
            try SobolAnalysis().indices(of: outputs)
        }
        let result = try SobolAnalysis(allowedFailureShare: 0.01).indices(of: outputs)
        #expect(result.inputs.map(\.rows) == [48, 49])
        #expect(result.failures.count == 2 && result.failures.total == 200)
    }

    /// Leaving out failed rows is the same as never having had them.
    @Test func failedRowEqualsRemovedRow() throws {
        let full = try outputs(2, rows: 40, ishigamiOfTwo)
        var values = full.values
        values[7] = .nan
        let kept = values.enumerated().filter { $0.offset % 40 != 7 }.map(\.element)
        let analysis = SobolAnalysis(allowedFailureShare: 1)
        let holed = try analysis.indices(of: SaltelliOutputs(values, inputs: 2))
        let removed = try analysis.indices(of: SaltelliOutputs(kept, inputs: 2))
        #expect(holed.inputs == removed.inputs)
        #expect(holed.variance == removed.variance)
    }

    private func ishigamiOfTwo(_ point: [Double]) -> Double {
        ishigami(point + [0.7])
    }

    @Test func refusals() throws {
        #expect(throws: SensitivityFault.outputCount(found: 7, expected: 8)) {
            try SaltelliOutputs(Array(repeating: 0, count: 7), inputs: 2)
        }
        #expect(throws: SensitivityFault.noVariance) {
            try SobolAnalysis().indices(of: SaltelliOutputs(Array(repeating: 4, count: 40), inputs: 2))
        }
        let holed = try SaltelliOutputs([1, 2, 3, 5, .nan, .nan], inputs: 1)
        #expect(throws: SensitivityFault.noCompleteRow(input: 0)) {
            try SobolAnalysis(allowedFailureShare: 1).indices(of: holed)
        }
    }
}
