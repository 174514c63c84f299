import SensitivityAnalysis
import Testing

@Suite struct SobolSequenceTests {
    private func points(_ count: Int, _ dimensions: Int, _ method: SamplingMethod.Scrambling) throws -> SampleMatrix {
        try SamplingMethod.sobol(method).sample(rows: count, columns: dimensions, seed: 99)
    }

    @Test func firstPoints() throws {
        let expected = [
            [0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25], [0.25, 0.75, 0.75, 0.75],
            [0.375, 0.375, 0.625, 0.875],
        ]
        let sequence = try SobolSequence(dimensions: 4, scrambling: .none)
        #expect((0..<5).map(sequence.point) == expected)
    }

    /// SciPy 1.17.1, `qmc.Sobol(256, scramble=False, bits=32)`, points 777 and 1023.
    @Test(arguments: [
        (10, 0.7451171875, 0.6787109375), (63, 0.4267578125, 0.0400390625),
        (127, 0.1181640625, 0.7001953125), (255, 0.6357421875, 0.8427734375),
    ])
    func agreesWithSciPy(_ dimension: Int, _ point777: Double, _ point1023: Double) throws {
        let sequence = try SobolSequence(dimensions: 256, scrambling: .none)
        #expect(sequence.coordinate(dimension, ofPoint: 777) == point777)
        #expect(sequence.coordinate(dimension, ofPoint: 1023) == point1023)
    }

    /// Dimensions 1 and 2 form a (0, 2)-sequence, dimensions 1-3 have t <= 1, 1-4 t <= 3 (sum of degree - 1): every
    /// elementary interval of volume 2^(t - m) holds 2^t of the first 2^m points.
    @Test(arguments: [(2, 0), (3, 1), (4, 3)], SamplingMethod.Scrambling.allCases)
    func elementaryIntervals(_ shape: (dimensions: Int, t: Int), _ scrambling: SamplingMethod.Scrambling) throws {
        for m in shape.t...7 {
            let sample = try points(1 << m, shape.dimensions, scrambling)
            for split in splits(m - shape.t, into: shape.dimensions) {
                let counts = occupation(sample, split)
                #expect(counts.count == 1 << (m - shape.t))
                #expect(counts.values.allSatisfy { $0 == 1 << shape.t })
            }
        }
    }

    @Test(arguments: SamplingMethod.Scrambling.allCases)
    func everyDimensionIsStratified(_ scrambling: SamplingMethod.Scrambling) throws {
        let sample = try points(128, 256, scrambling)
        for column in 0..<256 {
            #expect(sample.column(column).map { Int($0 * 128) }.sorted() == Array(0..<128))
        }
    }

    /// All ways to write `total` as a sum of `parts` whole numbers.
    private func splits(_ total: Int, into parts: Int) -> [[Int]] {
        guard parts > 1 else { return [[total]] }
        return (0...total).flatMap { first in splits(total - first, into: parts - 1).map { [first] + $0 } }
    }

    private func occupation(_ sample: SampleMatrix, _ split: [Int]) -> [[Int]: Int] {
        var counts: [[Int]: Int] = [:]
        for row in 0..<sample.rows {
            let cell = split.indices.map { Int(sample[row, $0] * Double(1 << split[$0])) }
            counts[cell, default: 0] += 1
        }
        return counts
    }

    /// Over seeds, a scrambled point is uniform on the square, in all its digits.
    @Test(arguments: [SamplingMethod.Scrambling.owen, .digitalShift])
    func scrambledPointsAreUniform(_ scrambling: SamplingMethod.Scrambling) throws {
        var values: [Double] = []
        for seed in 0..<4000 {
            let sequence = try SobolSequence(dimensions: 2, scrambling: scrambling, seed: UInt64(seed))
            values += [sequence.coordinate(1, ofPoint: 5)]
        }
        #expect(chiSquare(values, bins: 20) < bound19)
        for scale in [0x1p20, 0x1p33, 0x1p40] {
            #expect(chiSquare(values.map { ($0 * scale).truncatingRemainder(dividingBy: 1) }, bins: 20) < bound19)
        }
    }

    /// The sign of nested scrambling: two points that share b digits still share exactly b digits.
    @Test func owenKeepsCommonDigits() throws {
        let plain = try SobolSequence(dimensions: 3, scrambling: .none)
        let owen = try SobolSequence(dimensions: 3, scrambling: .owen, seed: 4)
        for first in 0..<40 {
            for second in 0..<first {
                let before = common(plain.coordinate(2, ofPoint: first), plain.coordinate(2, ofPoint: second))
                let after = common(owen.coordinate(2, ofPoint: first), owen.coordinate(2, ofPoint: second))
                #expect(before == after)
            }
        }
    }

    private func common(_ first: Double, _ second: Double) -> Int {
        (UInt64(first * 0x1p53) ^ UInt64(second * 0x1p53)).leadingZeroBitCount - 11
    }

    /// Scrambling that is nested, not a shift: exclusive-or with the plain digits differs from point to point.
    @Test func owenIsNotAShift() throws {
        let plain = try SobolSequence(dimensions: 1, scrambling: .none)
        let shifted = try SobolSequence(dimensions: 1, scrambling: .digitalShift, seed: 4)
        let owen = try SobolSequence(dimensions: 1, scrambling: .owen, seed: 4)
        func masks(_ sequence: SobolSequence) -> Set<UInt64> {
            Set(
                (0..<64).map {
                    UInt64(plain.coordinate(0, ofPoint: $0) * 0x1p53)
                        ^ UInt64(sequence.coordinate(0, ofPoint: $0) * 0x1p53)
                })
        }
        #expect(masks(shifted).count == 1)
        #expect(masks(owen).count == 64)
    }

    /// Points 0 and 2^-b part at digit b; over seeds the next digit is flipped in both or in one equally often: of 400
    /// pairs 200, standard deviation 10.
    @Test(arguments: 1...12)
    func owenFlipsAreIndependentOnceDigitsDiffer(_ b: Int) throws {
        let digit = UInt64(1) << UInt64(52 - b)
        var equal = 0
        for seed in 0..<400 {
            let owen = try SobolSequence(dimensions: 1, scrambling: .owen, seed: UInt64(seed))
            let zero = UInt64(owen.coordinate(0, ofPoint: 0) * 0x1p53)
            let other = UInt64(owen.coordinate(0, ofPoint: (1 << b) - 1) * 0x1p53)
            if (zero ^ other) & digit == 0 { equal += 1 }
        }
        #expect(abs(equal - 200) <= 50)
    }
}
