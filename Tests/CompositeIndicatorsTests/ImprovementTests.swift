import TestSupport
import Testing

@testable import CompositeIndicators

/// What would lift a unit: by hand, and laws on random data with several recipes.
struct ImprovementTests {
    // x up: 0, 5, 10, 2 scores 0, 50, 100, 20; y down: 10, 20, 40, 50 scores 100, 75, 25, 0; z up: 1, 1, 3, 2 scores 0, 0,
    // 100, 50. P = (x + 3 y)/4; Q = z; I = (2 P + Q)/3: a 50, b 45.83, c 62.5, d 20.
    private static let units = ["a", "b", "c", "d"]
    private static let data = IndicatorMatrix(
        units: units, codes: ["x", "y", "z"], columns: [[0, 5, 10, 2], [10, 20, 40, 50], [1, 1, 3, 2]])
    private static let metadata = [
        row("x", "P"), row("y", "P", direction: -1, weight: 3), row("z", "Q"),
        row("P", "I", level: 2, weight: 2), row("Q", "I", level: 2), row("I", nil, level: 3),
    ]

    private static func row(
        _ code: String, _ parent: String?, direction: Int = 1, level: Int = 1, weight: Double = 1
    ) -> IndicatorMetadata {
        IndicatorMetadata(
            code: code, level: level, parent: parent, direction: direction, weight: weight,
            kind: level == 1 ? .indicator : .aggregate)
    }

    private static func none(_ data: IndicatorMatrix) -> IndicatorMatrix {
        IndicatorMatrix(units: data.units, codes: [])
    }

    private static func ask(_ unit: String, to rank: Int? = nil, data: IndicatorMatrix = data) throws -> Improvement {
        try Improvement(
            IndexRecipe(), indicators: data, denominators: none(data), metadata: metadata, unit: unit, to: rank)
    }

    // MARK: By hand

    /// b needs 50, the index of a: x 75 points (7.5), y 250/3 points (50 - 100/3), z 12.5 points (1.25).
    @Test func alone() throws {
        let steps = try Self.ask("b").alone()
        #expect(steps.map(\.indicator) == ["x", "y", "z"] && steps.map(\.status) == [.reached, .reached, .reached])
        let expected: [(Double, Double, Double)] = [(5, 7.5, 25), (20, 50.0 / 3, 25.0 / 3), (1, 1.25, 12.5)]
        for (step, (now, needed, score)) in zip(steps, expected) {
            #expect(step.now == now && agrees(step.needed, needed, 1e-7) && agrees(step.scoreChange, score, 1e-7))
            #expect(agrees(step.change, needed - now, 1e-7))
        }
    }

    /// a needs 62.5, the index of c. a is the smallest in x: the lower bound moves to 2 as a rises, so 75 points are at 8,
    /// not at 7.5. a is the best in y: going on lowers c to 60 at most, before y is 0.
    @Test func boundsMove() throws {
        let steps = try Self.ask("a").alone()
        #expect(steps.map(\.status) == [.reached, .unreachable, .reached])
        #expect(agrees(steps[0].needed, 8, 1e-8) && agrees(steps[0].scoreChange, 75, 1e-7))
        #expect(steps[1].needed == nil && steps[1].change == nil && steps[1].scoreChange == nil)
        #expect(agrees(steps[2].needed, 1.75, 1e-8))
    }

    /// u = (100, 40), v = (90, 60): u passes v by moving the upper bound of x from 10 to 11.25, where v has 80.
    @Test func beyondTheBest() throws {
        let data = IndicatorMatrix(
            units: ["u", "v", "w", "t"], codes: ["x", "y"], columns: [[10, 9, 0, 0], [40, 60, 0, 100]])
        let metadata = [Self.row("x", "I"), Self.row("y", "I"), Self.row("I", nil, level: 2)]
        let asked = try Improvement(
            IndexRecipe(), indicators: data, denominators: Self.none(data), metadata: metadata, unit: "u")
        let step = try asked.alone("x")
        #expect(step.status == .beyondBest && agrees(step.needed, 11.25, 1e-8) && agrees(step.scoreChange, 0, 1e-9))
        let limited = try Improvement(
            IndexRecipe(), indicators: data, denominators: Self.none(data), metadata: metadata, unit: "u",
            limits: ["x": 0...11])
        #expect(try limited.alone("x").status == .unreachable)
        var bounded = metadata
        bounded[0].parameters = ["limit_upper": 11]
        let stated = try Improvement(
            IndexRecipe(), indicators: data, denominators: Self.none(data), metadata: bounded, unit: "u")
        #expect(try stated.alone("x").status == .unreachable)
        // Together nobody goes beyond the best: y does all.
        let joint = try asked.together()
        #expect(joint.rank == 1 && joint.steps.map(\.status) == [.unchanged, .reached])
        #expect(agrees(joint.steps[1].needed, 50, 1e-8))
    }

    /// b lacks 25/6 points of the index; effects are 1/6, 1/2, 1/3. Least squares: 75/7 times the effects. Fewest points:
    /// all from y.
    @Test func together() throws {
        let joint = try Self.ask("b").together()
        #expect(joint.rank == 2 && joint.steps.map(\.status) == [.reached, .reached, .reached])
        for (step, effect) in zip(joint.steps, [1.0 / 6, 0.5, 1.0 / 3]) {
            #expect(agrees(step.scoreChange, 75.0 / 7 * effect, 1e-7))
        }
        let cheapest = try Self.ask("b").together(.fewestPoints)
        #expect(cheapest.steps.map(\.status) == [.unchanged, .reached, .unchanged] && cheapest.rank == 2)
        #expect(agrees(cheapest.steps[1].needed, 50.0 / 3, 1e-8))
        #expect(cheapest.steps[0].needed == 5 && cheapest.steps[0].scoreChange == 0)
    }

    /// Under the minimum one part alone has an effect; u = (10, 20) needs 40 in both. A third of the way to 100 and 100.
    @Test(arguments: Improvement.Effort.allCases) func minimum(_ effort: Improvement.Effort) throws {
        var recipe = IndexRecipe()
        recipe.normalisation = .scaled(lower: 0, upper: 100, factor: 100)
        recipe.methods = Aggregation.Methods(.minimum)
        let data = IndicatorMatrix(
            units: ["u", "v", "w"], codes: ["x", "y"], columns: [[10, 40, 100], [20, 50, 100]])
        let asked = try Improvement(
            recipe, indicators: data, denominators: Self.none(data),
            metadata: [Self.row("x", "I"), Self.row("y", "I"), Self.row("I", nil, level: 2)], unit: "u")
        let joint = try asked.together(effort)
        #expect(joint.rank == 2 && joint.steps.allSatisfy { $0.status == .reached })
        #expect(agrees(joint.steps[0].needed, 40, 1e-7) && agrees(joint.steps[1].needed, 20 + 80.0 / 3, 1e-7))
    }

    /// x is per head of p: raw values change, the scale is that of the quotient. b has 5/2; 7.5 on the scale is 15.
    @Test func denominated() throws {
        var recipe = IndexRecipe()
        recipe.denominates = true
        var metadata = Self.metadata
        metadata[0].denominator = "p"
        var data = Self.data
        data[1, 0] = 10
        let denominators = IndicatorMatrix(units: Self.units, codes: ["p"], columns: [[1, 2, 1, 1]])
        let asked = try Improvement(
            recipe, indicators: data, denominators: denominators, metadata: metadata, unit: "b")
        let step = try asked.alone("x")
        #expect(step.now == 10 && agrees(step.needed, 15, 1e-8))
        #expect(try agrees(asked.together().steps[0].change, 2 * 75.0 / 70 / 6, 1e-7))
    }

    @Test func missing() throws {
        var data = Self.data
        data[3, 2] = nil
        let gap = try Self.ask("d", data: data)
        #expect(gap.rank == 4 && gap.target == 3)
        let steps = try gap.alone()
        #expect(steps[2].status == .missing && steps[2].needed == nil && steps[2].now == nil)
        #expect(try gap.together().steps[2].status == .missing)
    }

    // MARK: Laws

    static let recipes: [IndexRecipe] = {
        var geometric = IndexRecipe()
        geometric.normalisation = .minmax(lower: 1, upper: 100)
        geometric.methods = Aggregation.Methods(.geometric)
        var standard = IndexRecipe()
        standard.normalisation = .zscore(mean: 0, deviation: 1)
        var ranked = IndexRecipe()
        ranked.normalisation = .rank
        ranked.methods = Aggregation.Methods(.median, byLevel: [3: .arithmetic])
        var treated = IndexRecipe()
        treated.treatment = Treatment.Options(winsorised: 2)
        treated.weights = .critic
        var fixed = IndexRecipe()
        fixed.normalisation = .scaled(lower: 0, upper: 100, factor: 100)
        fixed.methods = Aggregation.Methods(.arithmetic, byLevel: [3: .harmonic])
        return [IndexRecipe(), geometric, standard, ranked, treated, fixed]
    }()

    private static func sample(_ seed: UInt64) -> (data: IndicatorMatrix, metadata: [IndicatorMetadata]) {
        var random = SeededGenerator(seed: seed)
        let codes = ["v", "w", "x", "y", "z"]
        let data = IndicatorMatrix(
            units: (1...8).map { "u\($0)" }, codes: codes,
            columns: codes.map { _ in (0..<8).map { _ in 10 + 80 * random.uniform() } })
        let metadata = codes.enumerated().map { position, code in
            row(code, position < 3 ? "P" : "Q", weight: 0.5 + random.uniform())
        }
        return (
            data, metadata + [row("P", "I", level: 2), row("Q", "I", level: 2, weight: 1.5), row("I", nil, level: 3)]
        )
    }

    private static func rank(
        _ recipe: IndexRecipe, _ unit: Int, _ changes: [(Int, Double)], _ data: IndicatorMatrix,
        _ metadata: [IndicatorMetadata]
    ) throws -> Int {
        var changed = data
        for (column, value) in changes { changed[unit, column] = value }
        let outcome = try recipe.run(changed, denominators: none(data), metadata: metadata)
        return try #require(outcome.ranks[unit])
    }

    /// The value reaches the rank; a little less does not. Both ways and every recipe.
    @Test(arguments: 1...2, recipes.indices) func reachesAndNoLess(_ seed: UInt64, _ number: Int) throws {
        let recipe = Self.recipes[number]
        let (data, metadata) = Self.sample(seed)
        let unit = Int(seed)
        let now = try Self.rank(recipe, unit, [], data, metadata)
        guard now > 1 else { return }
        let target = max(1, now - Int(seed))
        let asked = try Improvement(
            recipe, indicators: data, denominators: Self.none(data), metadata: metadata, unit: data.units[unit],
            to: target)
        for (column, step) in try asked.alone().enumerated() {
            guard let needed = step.needed else {
                #expect(step.status == .unreachable)
                let far = try Self.rank(recipe, unit, [(column, 5000)], data, metadata)
                #expect(far > target, "\(step.indicator)")
                continue
            }
            #expect(try Self.rank(recipe, unit, [(column, needed)], data, metadata) <= target)
            let less = needed - 1e-6 * (needed - (step.now ?? 0))
            #expect(try Self.rank(recipe, unit, [(column, less)], data, metadata) > target, "\(step.indicator)")
        }
        for effort in Improvement.Effort.allCases {
            let joint = try asked.together(effort)
            guard let rank = joint.rank else { continue }
            let changes = joint.steps.enumerated().compactMap { column, step in step.needed.map { (column, $0) } }
            #expect(rank <= target)
            #expect(try Self.rank(recipe, unit, changes, data, metadata) == rank)
            let less = zip(joint.steps, changes).map { step, change in
                (change.0, change.1 - 1e-6 * (change.1 - (step.now ?? 0)))
            }
            if number != 3 { #expect(try Self.rank(recipe, unit, less, data, metadata) > target) }
        }
    }

    /// With fixed bounds, and nobody beyond the best unit, no single step and no random mixture that reaches the rank is smaller than the joint ones.
    @Test(arguments: 1...2, [0, 1]) func jointIsSmallest(_ seed: UInt64, _ curved: Int) throws {
        var recipe = IndexRecipe()
        recipe.normalisation = .scaled(lower: 0, upper: 100, factor: 100)
        if curved == 1 { recipe.methods = Aggregation.Methods(.geometric) }
        let (data, metadata) = Self.sample(seed)
        let unit = try #require((0..<8).first { try Self.rank(recipe, $0, [], data, metadata) == 6 })
        let asked = try Improvement(
            recipe, indicators: data, denominators: Self.none(data), metadata: metadata, unit: data.units[unit], to: 3)
        let squares = try asked.together(.leastSquares)
        let points = try asked.together(.fewestPoints)
        let size = squares.steps.reduce(0) { $0 + ($1.scoreChange ?? 0) * ($1.scoreChange ?? 0) }
        let sum = points.steps.reduce(0) { $0 + ($1.scoreChange ?? 0) }
        #expect(squares.rank == 3 && size > 0)
        for step in try asked.alone() where step.status == .reached {
            let change = try #require(step.scoreChange)
            #expect(change * change >= size * (1 - 1e-7))
            if curved == 0 { #expect(change >= sum - 1e-7) }
        }
        var random = SeededGenerator(seed: 40 + seed)
        for _ in 0..<100 {
            let tried = squares.steps.map {
                max(0, ($0.scoreChange ?? 0) + 0.4 * size.squareRoot() * (random.uniform() - 0.5))
            }
            let isWithinCaps = tried.indices.allSatisfy { column in
                let best = (0..<8).compactMap { data[$0, column] }.max() ?? 0
                return tried[column] <= best - (data[unit, column] ?? 0)
            }
            let changes = tried.enumerated().map { ($0.offset, (data[unit, $0.offset] ?? 0) + $0.element) }
            guard isWithinCaps, try Self.rank(recipe, unit, changes, data, metadata) <= 3 else { continue }
            #expect(tried.reduce(0) { $0 + $1 * $1 } >= size * (1 - 1e-6))
        }
    }

    // MARK: What is refused

    @Test func refusals() throws {
        #expect(throws: ImprovementError.unknownUnit("e")) { try Self.ask("e") }
        #expect(throws: ImprovementError.alreadyReached("b", rank: 3)) { try Self.ask("b", to: 3) }
        #expect(throws: ImprovementError.invalidRank(0)) { try Self.ask("c") }
        #expect(throws: ImprovementError.unknownIndicator("P")) { try Self.ask("b").alone("P") }
        var gaps = Self.data
        for column in 0..<3 { gaps[1, column] = nil }
        #expect(throws: ImprovementError.noRank("b")) { try Self.ask("b", data: gaps) }
        var recipe = IndexRecipe()
        recipe.methods = Aggregation.Methods(.copeland)
        let asked = try Improvement(
            recipe, indicators: Self.data, denominators: Self.none(Self.data), metadata: Self.metadata, unit: "d")
        #expect(throws: ImprovementError.comparesUnits(aggregate: "P")) { try asked.together() }
        #expect(try asked.alone().contains { $0.status == .reached })
    }
}
