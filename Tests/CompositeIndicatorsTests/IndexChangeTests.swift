import CompositeIndicators
import TestSupport
import Testing

/// The change of an index split into values, weights, framework and units.
struct IndexChangeTests {
    private static func row(
        _ code: String, _ parent: String?, level: Int = 1, weight: Double = 1
    ) -> IndicatorMetadata {
        IndicatorMetadata(
            code: code, level: level, parent: parent, weight: weight, kind: level == 1 ? .indicator : .aggregate,
            parameters: [
                "goalpost_lower": 0, "goalpost_upper": 100, "goalpost_scale": 100, "goalpost_trunc2posts": 0,
            ])
    }

    private static let goalposts: IndexRecipe = {
        var recipe = IndexRecipe()
        recipe.normalisation = .fromMetadata(.goalposts)
        return recipe
    }()

    private static func moment(
        _ units: [String], _ columns: [(String, [Double?])], weights: [Double]
    ) -> IndexChange.Moment {
        IndexChange.Moment(
            indicators: IndicatorMatrix(units: units, codes: columns.map(\.0), columns: columns.map(\.1)),
            denominators: IndicatorMatrix(units: units, codes: []),
            metadata: zip(columns, weights).map { row($0.0, "I", weight: $1) } + [row("I", nil, level: 2)])
    }

    /// Between goalposts scores are values. x 20 to 40, y 60 to 50, weights (1, 1) to (3, 1): from 40 to 42.5. Values alone:
    /// 45 at the old weights, 42.5 at the new; weights alone: 30 at the old values, 42.5 at the new. Value effect
    /// (5 + 12.5)/2, weight effect (-10 - 2.5)/2.
    @Test func valuesAndWeightsByHand() throws {
        let change = try IndexChange(
            Self.goalposts, from: Self.moment(["a"], [("x", [20]), ("y", [60])], weights: [1, 1]),
            to: Self.moment(["a"], [("x", [40]), ("y", [50])], weights: [3, 1]))
        let found = try #require(change.effects().first)
        #expect(agrees(found.from, 40) && agrees(found.to, 42.5) && agrees(found.change, 2.5))
        #expect(agrees(found.value, 8.75) && agrees(found.weight, -6.25))
        #expect(agrees(found.framework, 0) && agrees(found.units, 0))
        // x: mean weight 5/8 times 20, mean score 30 times 1/4; y: 3/8 times -10, 55 times -1/4.
        let parts = try change.byIndicator()
        #expect(agrees(parts[0].value, 12.5) && agrees(parts[0].weight, 7.5))
        #expect(agrees(parts[1].value, -3.75) && agrees(parts[1].weight, -13.75))
    }

    /// z comes in with 90: from (20 + 60)/2 to (20 + 60 + 90)/3; nothing else changes.
    @Test func frameworkByHand() throws {
        let change = try IndexChange(
            Self.goalposts, from: Self.moment(["a"], [("x", [20]), ("y", [60])], weights: [1, 1]),
            to: Self.moment(["a"], [("x", [20]), ("y", [60]), ("z", [90])], weights: [1, 1, 1]))
        let found = try #require(change.effects().first)
        #expect(agrees(found.framework, 170.0 / 3 - 40) && agrees(found.value, 0) && agrees(found.weight, 0))
        #expect(try agrees(change.byIndicator().last?.presence, 30))
    }

    /// A column without a value at a time is no element of its framework, and an aggregate left empty none either.
    @Test func emptyColumnIsNoElement() throws {
        let before = Self.moment(["a"], [("x", [20]), ("y", [60]), ("z", [nil])], weights: [1, 1, 1])
        let after = Self.moment(["a"], [("x", [20]), ("y", [60]), ("z", [90])], weights: [1, 1, 1])
        let found = try #require(try IndexChange(Self.goalposts, from: before, to: after).effects().first)
        #expect(agrees(found.from, 40) && agrees(found.framework, 170.0 / 3 - 40))
    }

    /// Min-max over the units: c, the largest, leaves, so that b becomes the upper bound. b: 50 of 0 to 100, then 100.
    @Test(arguments: IndexChange.Scale.allCases) func unitsByHand(_ scale: IndexChange.Scale) throws {
        let change = try IndexChange(
            IndexRecipe(), from: Self.moment(["a", "b", "c"], [("x", [0, 5, 10])], weights: [1]),
            to: Self.moment(["a", "b"], [("x", [0, 5])], weights: [1]), scale: scale)
        let found = try change.effects()
        #expect(found.map(\.unit) == ["a", "b"])
        #expect(agrees(found[1].from, 50) && agrees(found[1].to, 100) && agrees(found[1].units, 50))
        #expect(agrees(found[0].change, 0) && agrees(found[1].value, 0))
    }

    /// a 0 to 5, b 10 to 10. Pooled, a rises from 0 to 50; each time for itself it stays the worst.
    @Test func pooledOrByTime() throws {
        let (before, after) = (
            Self.moment(["a", "b"], [("x", [0, 10])], weights: [1]),
            Self.moment(["a", "b"], [("x", [5, 10])], weights: [1])
        )
        let pooled = try IndexChange(IndexRecipe(), from: before, to: after).effects()
        #expect(agrees(pooled[0].value, 50) && agrees(pooled[1].value, 0))
        let apart = try IndexChange(IndexRecipe(), from: before, to: after, scale: .byTime).effects()
        #expect(agrees(apart[0].change, 0) && agrees(apart[0].value, 0))
    }

    /// The effects sum to the change; turned round in time they turn their signs; by indicator they sum to the same change.
    @Test(arguments: 1...4, IndexChange.Scale.allCases) func laws(_ seed: UInt64, _ scale: IndexChange.Scale) throws {
        var random = SeededGenerator(seed: seed)
        func moment(_ units: [String], _ codes: [String]) -> IndexChange.Moment {
            let columns: [(String, [Double?])] = codes.map { code in
                (code, units.map { _ in 5 + 90 * random.uniform() })
            }
            return Self.moment(units, columns, weights: codes.map { _ in 0.5 + random.uniform() })
        }
        let before = moment(["a", "b", "c", "d", "e"], ["v", "w", "x"])
        let after = moment(["f", "b", "c", "d", "e", "g"], ["w", "x", "y"])
        let change = try IndexChange(IndexRecipe(), from: before, to: after, scale: scale)
        let back = try IndexChange(IndexRecipe(), from: after, to: before, scale: scale).effects()
        let parts = try change.byIndicator()
        #expect(change.units == ["b", "c", "d", "e"])
        for effects in try change.effects() {
            let list = [effects.value, effects.weight, effects.framework, effects.units].compactMap { $0 }
            #expect(list.count == 4 && agrees(list.reduce(0, +), effects.change, 1e-9))
            let turned = try #require(back.first { $0.unit == effects.unit })
            #expect(agrees(turned.value, effects.value.map { -$0 }, 1e-9))
            #expect(agrees(turned.units, effects.units.map { -$0 }, 1e-9))
            let own = parts.filter { $0.unit == effects.unit }
            #expect(own.map(\.indicator) == ["v", "w", "x", "y"])
            #expect(agrees(own.reduce(0) { $0 + $1.value + $1.weight + $1.presence }, effects.change, 1e-9))
        }
        let same = try IndexChange(IndexRecipe(), from: before, to: before, scale: scale).effects()
        #expect(
            same.count == 5 && same.allSatisfy { agrees($0.change, 0) && agrees($0.value, 0) && agrees($0.units, 0) })
    }

    @Test func missingAndRefusals() throws {
        let before = Self.moment(["a", "b"], [("x", [nil, 10]), ("y", [nil, 10])], weights: [1, 1])
        let after = Self.moment(["a", "b"], [("x", [5, 10]), ("y", [5, 20])], weights: [1, 1])
        let found = try IndexChange(Self.goalposts, from: before, to: after).effects()
        #expect(found[0].from == nil && found[0].to == 5 && found[0].value == nil && found[0].change == nil)
        #expect(agrees(found[1].value, 5))
        #expect(throws: IndexChangeError.noCommonUnits) {
            try IndexChange(Self.goalposts, from: before, to: Self.moment(["c"], [("x", [1])], weights: [1]))
        }
        var recipe = Self.goalposts
        recipe.imputation = .groupMean(groups: ["N", "S"])
        #expect(throws: IndexChangeError.groupedImputation) { try IndexChange(recipe, from: before, to: after) }
        recipe.imputation = nil
        recipe.methods = Aggregation.Methods(.geometric)
        #expect(throws: IndexChangeError.notArithmetic(aggregate: "I")) {
            try IndexChange(recipe, from: before, to: after).byIndicator()
        }
    }
}
