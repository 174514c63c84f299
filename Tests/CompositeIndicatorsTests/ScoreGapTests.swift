import CompositeIndicators
import Foundation
import TestSupport
import Testing

/// The gap between two units by element: arithmetic by formula, other means by hand, laws on random trees.
struct ScoreGapTests {
    private static func scores(_ seed: UInt64, missing: Double = 0) -> IndicatorMatrix {
        var random = WeightsRandom(seed)
        return random.matrix(units: 6, codes: SmallTree.codes, missing: missing)
    }

    private static let means: [Aggregation.Method] = [
        .arithmetic, .geometric, .harmonic, .generalised(power: 2), .median, .minimum, .mazziottaParetoDownward,
    ]

    @Test(arguments: 1...4) func arithmeticIsWeightTimesDifference(_ seed: UInt64) throws {
        let scores = Self.scores(seed)
        let gap = try ScoreGap(
            scores, metadata: SmallTree.metadata, methods: .init(.arithmetic), weights: SmallTree.weights, from: "u1",
            to: "u4")
        let weights = try Weighting.effective(SmallTree.metadata, weights: SmallTree.weights)
        #expect(gap.index == "i" && gap.parts.map(\.code) == SmallTree.codes + ["p", "q"])
        for (column, code) in SmallTree.codes.enumerated() {
            let expected = (weights[code] ?? 0) * ((scores[1, column] ?? 0) - (scores[4, column] ?? 0))
            let found = gap.parts.first { $0.code == code }
            #expect(agrees(found?.contribution, expected) && found?.standardError == nil)
        }
    }

    /// Geometric mean of two equal parts, (64, 4) and (16, 9): gap 16 - 12. Part 1: half of (sqrt(64·9) - sqrt(16·9)) and of
    /// (sqrt(64·4) - sqrt(16·4)): (12 + 8)/2 = 10; part 2: half of (8 - 12) and of (16 - 24): -6.
    @Test func geometricByHand() throws {
        let scores = IndicatorMatrix(units: ["a", "b"], codes: ["x", "y"], columns: [[64, 16], [4, 9]])
        let gap = try ScoreGap(scores, metadata: flat(["x", "y"]), methods: .init(.geometric), from: "a", to: "b")
        #expect(agrees(gap.gap, 4) && agrees(gap.parts[0].contribution, 10) && agrees(gap.parts[1].contribution, -6))
    }

    /// Parts sum to their aggregate and the level to the gap; the other way round the signs turn; equal scores give nothing.
    @Test(arguments: 1...5, means) func sums(_ seed: UInt64, _ mean: Aggregation.Method) throws {
        let scores = Self.scores(seed, missing: seed > 3 ? 0.15 : 0)
        func split(_ first: String, _ second: String) throws -> ScoreGap {
            try ScoreGap(
                scores, metadata: SmallTree.metadata,
                methods: .init(mean, byLevel: [3: mean == .mazziottaParetoDownward ? .median : .geometric]),
                weights: SmallTree.weights, missing: .onePart, from: first, to: second)
        }
        let gap = try split("u0", "u3")
        let back = try split("u3", "u0")
        func sum(_ parent: String) -> Double {
            gap.parts.filter { part in SmallTree.metadata.contains { $0.code == part.code && $0.parent == parent } }
                .reduce(0) { $0 + $1.contribution }
        }
        #expect(agrees(sum("i"), gap.gap, 1e-9))
        for pillar in ["p", "q"] {
            #expect(agrees(sum(pillar), gap.parts.first { $0.code == pillar }?.contribution, 1e-9))
        }
        for (one, other) in zip(gap.parts, back.parts) { #expect(agrees(one.contribution, -other.contribution, 1e-9)) }
        #expect(try split("u2", "u2").parts.allSatisfy { $0.contribution == 0 })
    }

    /// Symmetry: exchanging the scores of two parts of equal weight exchanges their contributions.
    @Test(arguments: 1...4) func symmetry(_ seed: UInt64) throws {
        let codes = ["x", "y", "z"]
        var random = WeightsRandom(seed)
        let scores = random.matrix(units: 2, codes: codes)
        let turned = IndicatorMatrix(
            units: scores.units, codes: codes, columns: [scores.column(1), scores.column(0), scores.column(2)])
        let methods = Aggregation.Methods(.harmonic)
        let gap = try ScoreGap(scores, metadata: flat(codes), methods: methods, from: "u0", to: "u1")
        let other = try ScoreGap(turned, metadata: flat(codes), methods: methods, from: "u0", to: "u1")
        #expect(agrees(gap.parts[0].contribution, other.parts[1].contribution))
        #expect(agrees(gap.parts[2].contribution, other.parts[2].contribution))
    }

    /// Fourteen parts are sampled: they sum to the gap, repeat with the seed, and lie within the error of the exact values,
    /// which for 14 parts of a geometric mean come in the limit of many orders.
    @Test func sampled() throws {
        let codes = (0..<14).map { "x\($0)" }
        var random = WeightsRandom(9)
        let scores = random.matrix(units: 2, codes: codes)
        func split(_ orders: Int, _ seed: UInt64) throws -> ScoreGap {
            try ScoreGap(
                scores, metadata: flat(codes), methods: .init(.geometric), from: "u0", to: "u1", orders: orders,
                seed: seed)
        }
        let rough = try split(50, 1)
        #expect(agrees(rough.parts.reduce(0) { $0 + $1.contribution }, rough.gap, 1e-9))
        #expect(try split(50, 1) == rough)
        let other = try split(50, 2)
        #expect(other != rough)
        for (one, two) in zip(rough.parts, other.parts) {
            let error = try #require(one.standardError)
            #expect(error > 0 && abs(one.contribution - two.contribution) < 8 * error + 0.01)
        }
    }

    @Test func refusals() throws {
        let scores = Self.scores(1)
        func split(_ methods: Aggregation.Methods, _ first: String, _ data: IndicatorMatrix) throws -> ScoreGap {
            try ScoreGap(data, metadata: SmallTree.metadata, methods: methods, from: first, to: "u1")
        }
        #expect(throws: ScoreGapError.unknownUnit("v")) { try split(.init(.arithmetic), "v", scores) }
        #expect(throws: ScoreGapError.comparesUnits(aggregate: "i")) {
            try split(.init(.arithmetic, byLevel: [3: .copeland]), "u0", scores)
        }
        var gaps = scores
        for column in 0..<6 { gaps[0, column] = nil }
        #expect(throws: ScoreGapError.noIndex("u0")) { try split(.init(.arithmetic), "u0", gaps) }
        #expect(throws: ScoreGapError.unknownIndex("j")) {
            try ScoreGap(
                scores, metadata: SmallTree.metadata, methods: .init(.arithmetic), index: "j", from: "u0", to: "u1")
        }
        // One part each: a mixture has either both or none.
        let halves = IndicatorMatrix(units: ["a", "b"], codes: ["x", "y"], columns: [[1, nil], [nil, 2]])
        #expect(throws: ScoreGapError.missingMixture(aggregate: "i")) {
            try ScoreGap(
                halves, metadata: flat(["x", "y"]), methods: .init(.geometric), missing: .onePart, from: "a", to: "b")
        }
    }
}
