import EfficiencyAnalysis
import TestSupport
import Testing

/// Laws on random data.
struct EfficiencyLawTests {
    static func data(_ seed: UInt64, units: Int = 30, bads: Int = 0) throws -> ProductionData {
        var random = SeededGenerator(seed: seed)
        func variable(_ name: String) -> ProductionData.Variable {
            .init(name: name, values: (0..<units).map { _ in Double.random(in: 1...9, using: &random) })
        }
        return try ProductionData(
            units: (0..<units).map { "U\($0)" }, inputs: ["x1", "x2"].map(variable),
            outputs: ["y1", "y2"].map(variable),
            bads: (0..<bads).map { variable("b\($0)") })
    }

    static func scores(_ list: [EfficiencyScore]) -> [Double] { list.map { $0.score ?? .nan } }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func technologiesAreNested(seed: UInt64) throws {
        let data = try Self.data(seed)
        let radial = { (returns: ReturnsToScale) in
            Self.scores(EfficiencyAnalysis(data, returns: returns).radial(.input))
        }
        let (crs, vrs) = (radial(.constant), radial(.variable))
        for other in [radial(.nonIncreasing), radial(.nonDecreasing)] {
            for unit in crs.indices {
                #expect(crs[unit] <= other[unit] + 1e-9 && other[unit] <= vrs[unit] + 1e-9)
            }
        }
        #expect(vrs.allSatisfy { $0 > 0 && $0 <= 1 + 1e-9 } && vrs.contains { $0 > 1 - 1e-9 })
    }

    /// Under constant returns phi = 1 / theta.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func orientationsAgree(seed: UInt64) throws {
        let analysis = EfficiencyAnalysis(try Self.data(seed))
        for (input, output) in zip(Self.scores(analysis.radial(.input)), Self.scores(analysis.radial(.output))) {
            #expect(abs(input * output - 1) < 1e-9)
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func slacksBasedMeasureIsBelowRadial(seed: UInt64) throws {
        for returns in [ReturnsToScale.constant, .variable] {
            let analysis = EfficiencyAnalysis(try Self.data(seed), returns: returns)
            let both = Self.scores(analysis.slacksBased())
            let inputs = Self.scores(analysis.slacksBased(.input))
            let outputs = Self.scores(analysis.slacksBased(.output))
            for (unit, radial) in Self.scores(analysis.radial(.input)).enumerated() {
                #expect(both[unit] <= inputs[unit] + 1e-9 && inputs[unit] <= radial + 1e-9)
                #expect(both[unit] <= outputs[unit] + 1e-9)
            }
        }
    }

    /// Scores do not depend on units of measurement, nor slacks in their own units.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func unitsOfMeasurementDoNotMatter(seed: UInt64) throws {
        let data = try Self.data(seed, bads: 1)
        let factors = [1e9, 1e-6, 1e3, 1e-4, 1e7]
        func scaled(_ variables: [ProductionData.Variable], _ first: Int) -> [ProductionData.Variable] {
            variables.enumerated().map { place, variable in
                .init(name: variable.name, values: variable.values.map { $0 * factors[first + place] })
            }
        }
        let other = try ProductionData(
            units: data.units, inputs: scaled(data.inputs, 0), outputs: scaled(data.outputs, 2),
            bads: scaled(data.bads, 4))
        for (one, two) in try [(data, other)].flatMap({ pair in
            let (first, second) = (
                EfficiencyAnalysis(pair.0, returns: .variable), EfficiencyAnalysis(pair.1, returns: .variable)
            )
            return [
                (first.radial(.input), second.radial(.input)), (first.slacksBased(), second.slacksBased()),
                (try first.directional(), try second.directional()),
            ]
        }) {
            for (left, right) in zip(Self.scores(one), Self.scores(two)) { #expect(abs(left - right) < 1e-9) }
        }
    }

    /// Every target can be made from the peers, and is efficient itself.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func targetsAreFeasibleAndEfficient(seed: UInt64) throws {
        let data = try Self.data(seed)
        let scores = EfficiencyAnalysis(data, returns: .variable).radial(.input)
        for score in scores {
            for (place, variable) in data.variables.enumerated() {
                let reached = score.peers.reduce(0) { $0 + $1.value * variable.values[$1.unit] }
                #expect(abs(reached - score.targets[place]) < 1e-8)
            }
            #expect(abs(score.peers.reduce(0) { $0 + $1.value } - 1) < 1e-9)
        }
        let moved = try ProductionData(
            units: data.units + ["T"],
            inputs: data.inputs.enumerated().map { place, variable in
                .init(name: variable.name, values: variable.values + [scores[0].targets[place]])
            },
            outputs: data.outputs.enumerated().map { place, variable in
                .init(name: variable.name, values: variable.values + [scores[0].targets[2 + place]])
            })
        let last = EfficiencyAnalysis(moved, returns: .variable).radial(.input).last
        #expect(abs((last?.score ?? 0) - 1) < 1e-8)
        #expect(last?.slacks.allSatisfy { $0 < 1e-7 } == true)
    }

    @Test func threadsDoNotMatter() throws {
        let data = try Self.data(3, bads: 1)
        let one = EfficiencyAnalysis(data, threads: 1)
        let four = EfficiencyAnalysis(data, threads: 4)
        #expect(one.radial(.input) == four.radial(.input))
        #expect(one.bootstrap(.input, runs: 20, seed: 5) == four.bootstrap(.input, runs: 20, seed: 5))
        #expect(one.bootstrap(.input, runs: 20, seed: 5) != one.bootstrap(.input, runs: 20, seed: 6))
        #expect(try one.directional() == four.directional())
    }

    /// Inequality allows what equality does, so a unit is never nearer its frontier.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func weakDisposabilityIsWithinInequality(seed: UInt64) throws {
        let analysis = EfficiencyAnalysis(try Self.data(seed, bads: 2))
        let weak = Self.scores(try analysis.directional(.weak))
        let inequality = Self.scores(try analysis.directional(.inequality))
        for (one, two) in zip(weak, inequality) { #expect(one <= two + 1e-9 && one >= -1e-9) }
    }

    /// The correction goes down, the interval holds the corrected score, and leaving out a unit never lowers a score.
    @Test func bootstrapAndLeaveOneOut() throws {
        let analysis = EfficiencyAnalysis(try Self.data(4), returns: .variable)
        for case let score? in analysis.bootstrap(.input, runs: 200, seed: 1) {
            #expect(score.corrected < score.score && score.low < score.corrected && score.corrected < score.high)
            #expect(score.low > 0 && score.high <= score.score + 1e-9)
        }
        for case let range? in analysis.leaveOneOut(.input) { #expect(range.extreme >= range.score - 1e-9) }
    }
}
