import CompositeIndicators
import Testing
import TestSupport

/// Invariances, groups of rows, and everything that can be wrong.
struct NormalisationLawsTests {
    static func faults(
        _ values: [Double?], _ method: Normalisation.Method, direction: Int = 1, groups: [String]? = nil
    ) -> [NormalisationFault] {
        do throws(NormalisationFaults) {
            _ = try Normalisation.apply(
                ColumnSamples.matrix(values), method: method, metadata: ColumnSamples.metadata(direction),
                groups: groups)
            return []
        } catch {
            return error.list
        }
    }

    static let methods: [Normalisation.Method] = [
        .minmax(lower: 1, upper: 100), .zscore(mean: 10, deviation: 2), .distanceToMaximum, .rank, .percentRank, .borda,
        .percentile, .efficacy(base: 60, range: 40), .mazziottaPareto(reference: nil),
        .distanceToReference(unit: "u0", capped: false), .bands(probabilities: [0.2, 0.5], scores: [1, 2, 3]),
    ]

    /// A positive change of units changes nothing; a negative one is a change of direction.
    @Test(arguments: ColumnSamples.seeds, methods)
    func changeOfUnits(seed: UInt64, method: Normalisation.Method) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let values: [Double?] = [100.5] + ColumnSamples.random(15, missing: 0.2, &generator)
            let scores = try NormalisationTests.scores(values, method)
            let scaled = values.map { value in value.map { 4 * $0 + 8 } }
            let mirrored = values.map { value in value.map { -$0 } }
            #expect(agree(try NormalisationTests.scores(scaled, method), scores, within: 1e-9))
            #expect(agree(try NormalisationTests.scores(mirrored, method, direction: -1), scores, within: 1e-9))
            let pairs = zip(values, scores)
            #expect(pairs.allSatisfy { ($0 == nil) == ($1 == nil) })
            for (left, score) in pairs {
                for (right, other) in pairs {
                    guard let left, let right, let score, let other, left < right else { continue }
                    #expect(score <= other)
                }
            }
        }
    }

    /// Each year alone equals the year taken by itself; pooled, all years share one scale.
    @Test(arguments: ColumnSamples.seeds)
    func groups(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (first, second) = (
            ColumnSamples.random(12, missing: 0.1, &generator), ColumnSamples.random(12, missing: 0.1, &generator)
        )
        let years = Array(repeating: "1", count: 12) + Array(repeating: "2", count: 12)
        let metadata = ColumnSamples.metadata(-1)
        for method in Self.methods.filter({ $0 != .distanceToReference(unit: "u0", capped: false) }) {
            let found = try Normalisation.apply(
                ColumnSamples.matrix(first + second), method: method, metadata: metadata, groups: years
            ).matrix.column(0)
            let apart =
                try NormalisationTests.scores(first, method, direction: -1)
                + NormalisationTests.scores(second, method, direction: -1)
            #expect(agree(found, apart))
        }
    }

    @Test func referenceWithinItsYear() throws {
        let matrix = IndicatorMatrix(units: ["u", "v", "u", "v"], codes: ["i0"], columns: [[0, 2, 0, 8]])
        let found = try Normalisation.apply(
            matrix, method: .distanceToReference(unit: "v", capped: true), metadata: ColumnSamples.metadata(1),
            groups: ["1", "1", "2", "2"])
        #expect(found.matrix.column(0) == [0, 1, 0, 1])
        #expect(
            throws: NormalisationFaults.self,
            performing: {
                try Normalisation.apply(
                    matrix, method: .distanceToReference(unit: "v", capped: true), metadata: ColumnSamples.metadata(1))
            })
    }

    @Test(
        arguments: [
            (.minmax(lower: 0, upper: 100), 50), (.zscore(mean: 7, deviation: 2), 7), (.distanceToMaximum, 0.5),
            (.efficacy(base: 60, range: 40), 80), (.mazziottaPareto(reference: nil), 100),
        ] as [(Normalisation.Method, Double)])
    func zeroRange(method: Normalisation.Method, middle: Double) throws {
        #expect(Self.faults([3, 3, nil], method) == [.zeroRange(indicator: "i0", group: nil)])
        let found = try Normalisation.apply(
            ColumnSamples.matrix([3, 3, nil]), method: method, metadata: ColumnSamples.metadata(-1),
            onZeroRange: .neutral)
        #expect(found.matrix.column(0) == [middle, middle, nil])
        #expect(found.neutral.map(\.indicator) == ["i0"] && found.neutral[0].group == nil)
    }

    @Test(
        arguments: [
            ([1, 2], .minmax(lower: 5, upper: 5), 1, [.invalidParameter(indicator: "i0")]),
            (
                [1, 2], .goalposts(lower: 9, upper: 5, scale: 1, truncated: true), 1,
                [.invalidParameter(indicator: "i0")]
            ),
            ([1, 2], .zscore(mean: 0, deviation: 0), 1, [.invalidParameter(indicator: "i0")]),
            ([1, 2], .bands(probabilities: [0.5], scores: [1]), 1, [.invalidParameter(indicator: "i0")]),
            ([1, 2], .bands(probabilities: [0.5, 0.2], scores: [1, 2, 3]), 1, [.invalidParameter(indicator: "i0")]),
            ([1, 2], .fractionOfMaximum, -1, [.directionUnsupported(indicator: "i0")]),
            ([1, 2], .fractionOfMinimum, 1, [.directionUnsupported(indicator: "i0")]),
            ([-1, 2], .fractionOfMaximum, 1, [.notPositive(indicator: "i0", group: nil)]),
            ([0, 2], .fractionOfMinimum, -1, [.notPositive(indicator: "i0", group: nil)]),
            ([5, nil], .percentRank, 1, [.tooFewUnits(indicator: "i0", group: nil)]),
            ([5, nil], .zscore(mean: 0, deviation: 1), 1, [.tooFewUnits(indicator: "i0", group: nil)]),
            ([5, 9], .distanceToTarget(5, capped: false), 1, [.targetNotAboveMinimum(indicator: "i0", group: nil)]),
            ([5, 9], .distanceToTarget(9, capped: false), -1, [.targetNotAboveMinimum(indicator: "i0", group: nil)]),
            (
                [5, 9], .distanceToReference(unit: "u0", capped: false), 1,
                [.referenceIsMinimum(indicator: "i0", group: nil)]
            ),
            (
                [5, nil], .distanceToReference(unit: "u1", capped: false), 1,
                [.unusableReference(indicator: "i0", group: nil, unit: "u1")]
            ),
            ([nil, nil], .rank, 1, [.noValues(indicator: "i0")]),
            ([1, 2], .rank, 0, [.invalidDirection(indicator: "i0", direction: 0)]),
            (
                [1, 2], .fromMetadata(.goalposts), 1,
                ["goalpost_lower", "goalpost_upper", "goalpost_scale", "goalpost_trunc2posts"]
                    .map { .missingParameter(indicator: "i0", name: $0) }
            ),
            (
                [1, 2], .fromMetadata(.distanceToTarget), 1,
                ["Target", "dist2targ_cap_max"].map { .missingParameter(indicator: "i0", name: $0) }
            ),
        ] as [([Double?], Normalisation.Method, Int, [NormalisationFault])])
    func faults(values: [Double?], method: Normalisation.Method, direction: Int, expected: [NormalisationFault]) {
        #expect(Self.faults(values, method, direction: direction) == expected)
    }

    @Test func faultsOfAllColumnsTogether() {
        do throws(NormalisationFaults) {
            _ = try Normalisation.apply(
                ColumnSamples.matrix([1, 1], [1, 2], [3, 3]), method: .minmax(lower: 0, upper: 1),
                individual: ["i2": .fractionOfMinimum], metadata: Array(ColumnSamples.metadata(1, 1, 1)[1...]))
            Issue.record("no fault")
        } catch {
            #expect(error.list == [.noMetadata(indicator: "i0"), .directionUnsupported(indicator: "i2")])
        }
        #expect(Self.faults([1, 2], .rank, groups: ["a"]) == [.groupsMismatch(labels: 1, rows: 2)])
    }
}
