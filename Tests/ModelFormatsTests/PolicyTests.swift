import ModelFormats
import SensitivityAnalysis
import StatisticalData
import SystemDynamics
import TestSupport
import Testing

/// Lever settings that reach targets, and the futures that miss them.
struct PolicyTests {
    /// emissions = 100 - 2 a - 3 b at the end; a costs 1 a unit, b 2: to fall to 40 only a is used until its bound of 20, then b.
    static func model() throws -> Model {
        try ModelSensitivityTests.model(
            """
            left = INTEG(-(2 * a + 3 * b) / 2, 100) ~~|
            a = 0 ~~|
            b = 0 ~~|
            bill = INTEG(squared * squared, 0) ~~|
            squared = a - 3 ~~|

            """)
    }

    private func question(_ limit: Double) -> PolicyQuestion {
        var question = PolicyQuestion(
            levers: [.init("a", in: 0...20, cost: 1), .init("b", in: 0...20, cost: 2)],
            targets: [.init(ModelOutcome("left"), limit, isUpper: true)])
        question.generations = 100
        question.population = 32
        return question
    }

    /// A linear programme, whose least cost is known: a = 20 and b = (60 - 40) / 3.
    @Test func linearProgramme() throws {
        let answer = try PolicySearch(question(40), Self.model(), threads: 2).run()
        #expect(answer.isReached && answer.present.levers == [0, 0] && answer.present.outcomes == [100])
        #expect(abs(answer.best.levers[0] - 20) < 1e-4 && abs(answer.best.levers[1] - 20.0 / 3) < 1e-4)
        #expect(abs(answer.best.cost - (20 + 40.0 / 3)) < 1e-4)
        let again = try PolicySearch(question(40), Self.model(), threads: 1).run()
        #expect(again.best == answer.best && again.tradeOff == answer.tradeOff)
        // The trade-off falls, and no setting in it can be had cheaper: a gives 2 a unit of cost, b 1.5.
        for (first, second) in zip(answer.tradeOff, answer.tradeOff.dropFirst()) {
            #expect(first.miss > second.miss && first.cost < second.cost)
        }
        for setting in answer.tradeOff {
            let fall = 100 - setting.outcomes[0]
            #expect(setting.cost >= min(fall, 40) / 2 + max(0, fall - 40) / 1.5 - 1e-9)
        }
    }

    /// A target out of reach: the setting that misses by the least.
    @Test func outOfReach() throws {
        let answer = try PolicySearch(question(-20), Self.model()).run()
        #expect(!answer.isReached && answer.best.levers == [20, 20])
        #expect(answer.best.outcomes == [0] && answer.best.miss == 1)
    }

    /// An outcome of the model as cost: (a - 3)^2 twice is least at 3, where emissions are 94.
    @Test func costOfTheModel() throws {
        var question = PolicyQuestion(
            levers: [.init("a", in: 0...20)], targets: [.init(ModelOutcome("left"), 96, isUpper: true)],
            cost: ModelOutcome("bill"))
        question.generations = 60
        let answer = try PolicySearch(question, Self.model()).run()
        #expect(answer.isReached && abs(answer.best.levers[0] - 3) < 1e-3 && answer.best.cost < 1e-5)
    }

    @Test func refusals() throws {
        var wrong = question(1)
        wrong.levers[0].name = "left2"
        #expect(throws: ModelFaults.self) { try PolicySearch(wrong, Self.model()) }
        wrong.levers = []
        #expect(throws: ModelFaults.self) { try PolicySearch(wrong, Self.model()) }
        do {
            let text = "levers: [{variable: a, from: 2, to: 1}]\ntargets: [{variable: x, at-most: 1, at-least: 0}]\n"
            _ = try PolicyReader.question(text, file: "p")
            Issue.record("read")
        } catch {
            #expect(error.list.map(\.code) == ["policy-lever", "policy-target"])
        }
    }

    /// Points of a box in the unit cube are found again, with inputs that mean nothing left free.
    @Test func boxComesBack() throws {
        var generator = SeededGenerator(seed: 8)
        let points = (0..<4000).map { _ in (0..<4).map { _ in Double.random(in: 0..<1, using: &generator) } }
        let hits = points.map { $0[0] > 0.6 && $0[2] < 0.3 }
        let found = try #require(ScenarioDiscovery(points, hits))
        let box = found.boxes[found.chosen]
        #expect(box.coverage > 0.9 && box.density > 0.9)
        let sure = box.limits.filter { $0.chance < 1e-6 }
        #expect(sure.map(\.input) == [0, 2])
        #expect(abs((sure[0].low ?? 0) - 0.6) < 0.03 && sure[0].high == nil)
        #expect(abs((sure[1].high ?? 0) - 0.3) < 0.03 && sure[1].low == nil)
        for (outer, inner) in zip(found.boxes, found.boxes.dropFirst()) {
            #expect(inner.density > outer.density && inner.mass < outer.mass && inner.coverage <= outer.coverage)
        }
        for box in found.boxes {
            let inside = points.indices.filter { run in
                box.limits.allSatisfy { points[run][$0.input] >= $0.low ?? -1 && points[run][$0.input] <= $0.high ?? 2 }
            }
            #expect(inside.count == box.runs && inside.count { hits[$0] } == box.hits)
        }
        #expect(ScenarioDiscovery(points, points.map { _ in true }) == nil)
        #expect(ScenarioDiscovery(points, points.map { _ in false }) == nil)
    }

    /// The probability by hand: 5 of 10 runs are hits, one peel leaves 8 runs with 5 hits: P(X >= 5), X binomial (8, 1/2),
    /// is 93/256.
    @Test func chanceByHand() throws {
        let points = (0..<10).map { [Double($0)] }
        let found = try #require(ScenarioDiscovery(points, (0..<10).map { $0 >= 5 }, peel: 0.2, least: 0.1))
        let first = found.boxes[1]
        #expect(first.runs == 8 && first.hits == 5 && first.limits[0].low == 2)
        #expect(abs(first.limits[0].chance - 93.0 / 256) < 1e-12)
        #expect(found.boxes[found.chosen].density == 1 && found.boxes[found.chosen].coverage == 1)
    }

    /// Futures of a model: those with little of lever a miss.
    @Test func futuresOfAModel() throws {
        let specification = EnsembleSpecification(
            runs: 1000, seed: 3, sampling: .latinHypercube(centred: false),
            inputs: [
                .init(name: "a", distribution: .uniform(low: 0, high: 20)),
                .init(name: "b", distribution: .uniform(low: 0, high: 0.1)),
            ])
        let target = PolicyQuestion.Target(ModelOutcome("left"), 80, isUpper: true)
        let futures = try TargetFutures(Self.model(), specification, target)
        #expect(futures.points.count == 1000 && futures.failures == 0)
        for (point, missed) in zip(futures.points, futures.missed) {
            #expect(missed == (100 - 2 * point[0] - 3 * point[1] > 80 + 1e-9) || abs(point[0] - 10) < 0.2)
        }
        let found = try #require(ScenarioDiscovery(futures.points, futures.missed))
        let box = found.boxes[found.chosen]
        #expect(box.limits.first?.input == 0 && abs((box.limits.first?.high ?? 0) - 10) < 0.6 && box.density > 0.95)
    }
}
