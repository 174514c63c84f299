/// Morris trajectories: walks through a grid of p levels in which each input moves once by p/(2 (p - 1)).
///
/// r (d + 1) runs, trajectory after trajectory. In each, inputs move in random order, each up or down at random; the
/// step is half the levels, so every level is equally likely to be visited.
/// Source: Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991),
/// 161-174.
public struct MorrisDesign: Hashable, Sendable {
    /// The number of inputs, d.
    public let inputs: Int
    /// The number of trajectories, r.
    public let trajectories: Int
    /// The number of levels, p.
    public let levels: Int
    private let walks: [Walk]

    private struct Walk: Hashable, Sendable {
        /// The lower of the two levels each input takes.
        var low: [Int]
        /// Whether the input moves upwards.
        var rises: [Bool]
        /// The inputs in the order in which they move.
        var order: [Int]
    }

    /// Trajectories by seed.
    /// - Throws: `oddLevels`, `emptyOrOversizedDesign`.
    public init(inputs: Int, trajectories: Int, levels: Int = 4, seed: UInt64) throws(SensitivityFault) {
        guard levels >= 2, levels.isMultiple(of: 2) else { throw .oddLevels(levels) }
        guard inputs > 0, trajectories > 0, trajectories <= 1 << 32 else {
            throw .emptyOrOversizedDesign(rows: trajectories, inputs: inputs)
        }
        self.inputs = inputs
        self.trajectories = trajectories
        self.levels = levels
        let generator = CounterGenerator(seed: seed, stream: .trajectories)
        walks = (0..<trajectories).map { Self.walk($0, inputs, levels, generator) }
    }

    /// The step of one input, p/(2 (p - 1)).
    public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

    /// r (d + 1).
    public var runCount: Int { trajectories * (inputs + 1) }

    /// The d coordinates of a run, each a multiple of 1/(p - 1).
    public func point(ofRun run: Int) -> [Double] {
        let walk = walks[run / (inputs + 1)]
        let moved = run % (inputs + 1)
        var isHigh = walk.rises.map { !$0 }
        for input in walk.order.prefix(moved) {
            isHigh[input].toggle()
        }
        return (0..<inputs).map { input in
            Double(walk.low[input] + (isHigh[input] ? levels / 2 : 0)) / Double(levels - 1)
        }
    }

    /// The runs before and after the move of input `position` in trajectory `trajectory`, and whether it rises.
    func move(_ trajectory: Int, _ position: Int) -> (input: Int, before: Int, rises: Bool) {
        let walk = walks[trajectory]
        let input = walk.order[position]
        return (input, trajectory * (inputs + 1) + position, walk.rises[input])
    }

    private static func walk(_ run: Int, _ inputs: Int, _ levels: Int, _ generator: CounterGenerator) -> Walk {
        var order = Array(0..<inputs)
        for last in stride(from: inputs - 1, to: 0, by: -1) {
            order.swapAt(last, generator.integer(below: last + 1, run: run, input: last, draw: 2))
        }
        return Walk(
            low: (0..<inputs).map { generator.integer(below: levels / 2, run: run, input: $0, draw: 0) },
            rises: (0..<inputs).map { generator.integer(below: 2, run: run, input: $0, draw: 1) == 1 },
            order: order)
    }
}
