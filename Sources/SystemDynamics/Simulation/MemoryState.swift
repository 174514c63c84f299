internal import SensitivityAnalysis

/// What a memory holds in one run.
enum MemoryState: Sendable {
    case none
    case value(Double)
    /// A ring: what came in, the oldest at the place of the next.
    case ring([Double], next: Int)
    case stages(MaterialDelay)
    case conveyor(ConveyorBelt)
    case queue(WaitingLine)
    case noise(value: Double, NoiseParameters)

    struct NoiseParameters: Sendable {
        var site: UInt32
        var element: UInt32
    }

    /// A memory at the start.
    static func begin(
        _ kind: MemoryKind, _ inputs: [Double], step: Double, _ generator: CounterGenerator, run: Int
    ) -> MemoryState {
        switch kind {
        case .previous: return .value(inputs[0])
        case .pipeline:
            let count = steps(inputs[0], step)
            return .ring(Array(repeating: inputs[1], count: count), next: 0)
        case .materialDelay(_, _, _, let order):
            return .stages(MaterialDelay(time: inputs[0], initial: inputs[1], order: order, step: step))
        case .conveyor(let parts): return .conveyor(ConveyorBelt(parts, inputs, step: step))
        case .queue(let parts): return .queue(WaitingLine(initial: inputs[0], parts))
        case .pinkNoise(_, _, _, let site, let element):
            let parameters = NoiseParameters(site: site, element: element)
            return .noise(value: inputs[0] + inputs[1] * normal(parameters, generator, run, 0), parameters)
        }
    }

    /// The whole number of steps in a time, at least one, halves up.
    static func steps(_ time: Double, _ step: Double) -> Int {
        let count = (time / step + 0.5).rounded(.down)
        return count.isFinite ? max(1, min(10_000_000, Int(count))) : 1
    }

    private static func normal(
        _ parameters: NoiseParameters, _ generator: CounterGenerator, _ run: Int, _ step: Int
    ) -> Double {
        NormalDistribution.quantile(
            generator.openUniform(run: step, input: RandomValue.address(parameters.site, parameters.element), draw: run)
        )
    }

    /// What it gives out at present.
    var output: Double {
        switch self {
        case .none: 0
        case .value(let value), .noise(let value, _): value
        case .ring(let values, let next): values[next]
        case .stages(let delay): delay.output
        case .conveyor(let belt): belt.total
        case .queue(let line): line.total
        }
    }

    /// Goes on by one step.
    ///
    /// - Parameter input: what it takes in, by number.
    mutating func advance(
        step: Double, _ generator: CounterGenerator, run: Int, stepNumber: Int, _ input: (Int) -> Double
    ) {
        // What is taken out of `self` is put back: otherwise its arrays would be copied.
        let taken = self
        self = .none
        switch consume taken {
        case .none: return
        case .value: self = .value(input(0))
        case .ring(var values, let next):
            values[next] = input(0)
            self = .ring(values, next: next + 1 == values.count ? 0 : next + 1)
        case .stages(var delay):
            delay.advance(input: input(0), time: input(1), step: step)
            self = .stages(delay)
        case .conveyor(var belt):
            belt.advance(step: step)
            self = .conveyor(belt)
        case .queue(var line):
            line.advance(step: step, input)
            self = .queue(line)
        case .noise(let value, let parameters):
            let (mean, deviation, time) = (input(0), input(1), input(2))
            let ratio = step / time
            let white =
                mean + deviation * ((2 - ratio) / ratio).squareRoot()
                * Self.normal(parameters, generator, run, stepNumber)
            self = .noise(value: value + step * (white - value) / time, parameters)
        }
    }
}

/// Vensim's DELAY N: a cascade whose order falls where steps are long against the delay.
///
/// Stage k runs out by the delay time of k steps before, the output by that of the step before.
struct MaterialDelay: Sendable {
    private var contents: [Double]
    private var times: [Double]
    private let order: Int
    private(set) var output: Double

    init(time: Double, initial: Double, order: Int, step: Double) {
        let most = max(1, Int((time / step).rounded(.down).isFinite ? (time / step).rounded(.down) : 1))
        self.order = max(1, min(order, most))
        contents = Array(repeating: initial * time / Double(self.order), count: self.order)
        times = Array(repeating: time, count: self.order + 1)
        output = initial
    }

    mutating func advance(input: Double, time: Double, step: Double) {
        let count = Double(order)
        for stage in stride(from: order, to: 0, by: -1) { times[stage] = times[stage - 1] }
        times[0] = time
        var inflow = input
        for stage in 0..<order {
            let outflow = contents[stage] * count / times[stage]
            contents[stage] += step * (inflow - outflow)
            inflow = outflow
        }
        output = contents[order - 1] * count / times[0]
    }
}
