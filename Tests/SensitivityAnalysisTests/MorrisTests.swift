import SensitivityAnalysis
import Testing

@Suite struct MorrisTests {
    @Test(arguments: [2, 4, 8])
    func trajectoriesMoveEachInputOnceOnTheGrid(_ levels: Int) throws {
        let design = try MorrisDesign(inputs: 5, trajectories: 30, levels: levels, seed: 12)
        for trajectory in 0..<30 {
            var moved: Set<Int> = []
            for position in 0..<5 {
                let before = design.point(ofRun: trajectory * 6 + position)
                let after = design.point(ofRun: trajectory * 6 + position + 1)
                let changed = (0..<5).filter { before[$0] != after[$0] }
                #expect(changed.count == 1)
                #expect(changed.allSatisfy { isClose(abs(before[$0] - after[$0]), design.step, 1e-15) })
                moved.formUnion(changed)
                #expect(
                    after.allSatisfy { isClose(($0 * Double(levels - 1)).rounded(), $0 * Double(levels - 1), 1e-12) })
            }
            #expect(moved.count == 5)
        }
    }

    /// Each of 4 levels equally often at the first point: chi-square with 3 degrees of freedom, 99.9 % at 16.27.
    @Test func levelsAreEquallyLikely() throws {
        let design = try MorrisDesign(inputs: 1, trajectories: 4000, seed: 6)
        let firsts = (0..<4000).map { design.point(ofRun: 2 * $0)[0] * 0.99 }
        #expect(chiSquare(firsts, bins: 4) < 16.27)
    }

    @Test func linearModelHasItsCoefficients() throws {
        let design = try MorrisDesign(inputs: 3, trajectories: 10, seed: 2)
        let outputs = (0..<design.runCount).map { run in
            let x = design.point(ofRun: run)
            return 2 * x[0] - 5 * x[1]
        }
        let effects = try design.effects(of: outputs)
        for (effect, coefficient) in zip(effects, [2.0, -5, 0]) {
            #expect(isClose(effect.mean, coefficient, 1e-13))
            #expect(isClose(effect.meanAbsolute, abs(coefficient), 1e-13))
            #expect(isClose(effect.standardDeviation ?? .nan, 0, 1e-13))
            #expect(effect.count == 10)
        }
    }

    @Test func interactionShowsInTheSpread() throws {
        let design = try MorrisDesign(inputs: 2, trajectories: 50, seed: 2)
        let outputs = (0..<design.runCount).map { run in
            let x = design.point(ofRun: run)
            return (x[0] - 0.5) * (x[1] - 0.5)
        }
        for effect in try design.effects(of: outputs) {
            #expect((effect.standardDeviation ?? 0) > 0.2)
            #expect(effect.meanAbsolute > abs(effect.mean))
        }
    }

    @Test func aFailedRunTakesBothItsEffects() throws {
        let design = try MorrisDesign(inputs: 2, trajectories: 3, seed: 1)
        var outputs = (0..<design.runCount).map { design.point(ofRun: $0)[0] }
        outputs[1] = .nan
        let failures = RunFailures(outputs: outputs)
        #expect(throws: SensitivityFault.tooManyFailures(failures, allowedShare: 0.1)) {
            try design.effects(of: outputs, allowedFailureShare: 0.1)
        }
        let effects = try design.effects(of: outputs, allowedFailureShare: 0.2)
        #expect(effects.map(\.count) == [2, 2])
        #expect(throws: SensitivityFault.outputCount(found: 1, expected: 9)) { try design.effects(of: [1]) }
    }
}
