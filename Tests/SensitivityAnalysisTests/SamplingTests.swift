import SensitivityAnalysis
import Testing

@Suite struct SamplingTests {
    @Test func plainIsTheGeneratorItself() throws {
        let sample = try SamplingMethod.plain.sample(rows: 4, columns: 3, seed: 11)
        #expect(sample[2, 1] == CounterGenerator(seed: 11).uniform(run: 2, input: 1))
        #expect(sample.row(2) == (0..<3).map { CounterGenerator(seed: 11).uniform(run: 2, input: $0) })
    }

    @Test(arguments: [1, 2, 7, 100, 1000], [true, false])
    func latinHypercubeHasOnePointPerStratum(_ rows: Int, _ isCentred: Bool) throws {
        let method = SamplingMethod.latinHypercube(centred: isCentred)
        let sample = try method.sample(rows: rows, columns: 3, seed: 5)
        for column in 0..<3 {
            let strata = sample.column(column).map { Int($0 * Double(rows)) }
            #expect(strata.sorted() == Array(0..<rows))
        }
    }

    @Test func latinHypercubePermutesEveryColumnOtherwise() throws {
        let sample = try SamplingMethod.latinHypercube(centred: true).sample(rows: 50, columns: 2, seed: 5)
        #expect(sample.column(0) != sample.column(1))
        #expect(sample.column(0) != sample.column(0).sorted())
    }

    /// With three rows all six permutations are equally likely: chi-square with 5 degrees of freedom, 99.9 % at 20.5.
    @Test func permutationsAreUniform() throws {
        let sample = try SamplingMethod.latinHypercube(centred: true).sample(rows: 3, columns: 6000, seed: 17)
        var counts: [[Double]: Int] = [:]
        for column in 0..<6000 {
            counts[sample.column(column), default: 0] += 1
        }
        let distance = counts.values.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
        #expect(counts.count == 6)
        #expect(distance < 20.5)
    }

    @Test func refusals() {
        #expect(throws: SensitivityFault.emptyOrOversizedDesign(rows: 0, inputs: 2)) {
            try SamplingMethod.plain.sample(rows: 0, columns: 2, seed: 1)
        }
        #expect(throws: SensitivityFault.tooManyDimensions(wanted: 257, maximum: 256)) {
            try SamplingMethod.sobol(.owen).sample(rows: 2, columns: 257, seed: 1)
        }
        #expect(throws: SensitivityFault.sampleShape(values: 5, columns: 2)) {
            try SampleMatrix(values: [1, 2, 3, 4, 5], columns: 2)
        }
        #expect(throws: SensitivityFault.oddLevels(3)) {
            try MorrisDesign(inputs: 2, trajectories: 2, levels: 3, seed: 1)
        }
    }

    @Test func powersOfTwoSuitSobol() {
        #expect(SamplingMethod.sobol(.owen).suits(rows: 256))
        #expect(!SamplingMethod.sobol(.owen).suits(rows: 200))
        #expect(SamplingMethod.plain.suits(rows: 200))
    }

    @Test func saltelliOrder() throws {
        let base = try SampleMatrix(values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], columns: 4)
        let design = try SaltelliDesign(base: base)
        let expected = [
            [0.1, 0.2], [0.5, 0.6], [0.3, 0.4], [0.7, 0.8], [0.3, 0.2], [0.7, 0.6], [0.1, 0.4], [0.5, 0.8],
        ]
        #expect((0..<design.runCount).map(design.point) == expected)
        #expect(design.placement(ofRun: 5).block == .mixed(input: 0))
    }
}
