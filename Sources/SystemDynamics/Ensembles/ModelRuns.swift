internal import SensitivityAnalysis

/// A model whose inputs are given anew for each run: any number of runs, several side by side in each instruction.
///
/// A run is the same alone, among others and on any number of threads, bit for bit.
public struct ModelRuns: Sendable {
    /// The inputs: constants, or stocks for their initial values; all elements of an array take the same value.
    public let inputs: [String]
    /// What the model has for them itself; the first element of an array.
    public let standard: [Double]
    /// The names of the columns that are kept.
    public let names: [String]
    /// The saved times.
    public let times: [Double]

    private let program: Program
    private let cells: [[Int]]
    private let columns: [Int]
    private let method: SimulationSpecifications.Method
    private let sharesClock: Bool
    private let seed: UInt64

    /// Prepares runs.
    ///
    /// - Parameters:
    ///   - inputs: the names of what is given for each run.
    ///   - options: times, method, and what is kept.
    ///   - first: the inputs of a run that tells the saved times; the model's own without it.
    /// - Throws: `ModelFaults` for names that are not there and inputs that are equations.
    public init(
        _ model: Model, inputs: [String], _ options: Simulation.Options = .init(), first: [Double]? = nil
    ) throws(ModelFaults) {
        self.inputs = inputs
        var elaborated = Self.timed(model.elaborated, options)
        var cells: [[Int]] = []
        var faults: [ModelFault] = []
        for input in inputs {
            let found = model.cells(named: input)
            if found.isEmpty { faults.append(ModelFault(.badSetting, input)) }
            cells.append(found.compactMap { Self.opened($0, input, &elaborated, &faults) })
        }
        var columns: [Int] = options.saved.isEmpty ? model.shownCells : []
        for name in options.saved {
            let found = model.cells(named: name)
            if found.isEmpty { faults.append(ModelFault(.badSetting, name)) }
            columns += found
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        program = try Program(elaborated)
        self.cells = cells
        self.columns = columns
        method = options.method ?? model.method
        seed = options.seed
        names = columns.map { elaborated.cells[$0].name }
        standard = try Self.standard(model, inputs, options)
        // The clock of the first run tells the saved times; it may not depend on what varies.
        var probe = SimulationRun<Double>(program, method: method, columns: [], seed: seed, runs: [0])
        probe.give(cells, [first ?? standard])
        try probe.execute()
        times = probe.times
        // Substeps that adapt would depend on the runs beside.
        sharesClock = program.clockIsFixed && method != .rk45
    }

    private static func timed(_ model: ElaboratedModel, _ options: Simulation.Options) -> ElaboratedModel {
        var model = model
        if let start = options.start { model.clock.start = .number(start) }
        if let stop = options.stop { model.clock.stop = .number(stop) }
        if let step = options.step { model.clock.step = .number(step) }
        if let saving = options.saving { model.clock.saving = .number(saving) }
        return model
    }

    /// The values of the inputs at the start of the model's own run.
    private static func standard(
        _ model: Model, _ inputs: [String], _ options: Simulation.Options
    ) throws(ModelFaults) -> [Double] {
        var executor = Executor<Double>(try Program(timed(model.elaborated, options)), seed: options.seed, runs: [0])
        executor.begin()
        executor.evaluate()
        return inputs.map { input in model.cells(named: input).first.map { executor[$0, 0] } ?? .nan }
    }

    /// Makes a constant, or the initial value of a stock, a value that is given from outside; its cell.
    private static func opened(
        _ cell: Int, _ name: String, _ model: inout ElaboratedModel, _ faults: inout [ModelFault]
    ) -> Int? {
        switch model.cells[cell].value {
        case .number:
            model.given.insert(cell)
            return cell
        case .state(let state):
            let opened = model.cells.count
            model.cells.append(.init(variable: nil, name: name + "#initial", value: .zero, line: 0))
            model.integrators[state].initial = .cell(opened)
            model.given.insert(opened)
            return opened
        default:
            faults.append(ModelFault(.notConstant, name, variable: name, line: model.cells[cell].line))
            return nil
        }
    }

    /// The values of runs: for each all saved rows, one after the other.
    ///
    /// - Parameters:
    ///   - points: for each run a value of each input.
    ///   - noise: for each run the number that random functions of the model depend on; the same for all without it.
    ///   - threads: at most so many threads; `nil` for all cores.
    /// - Throws: `ModelFaults` for a run whose clock makes no sense.
    public func values(
        at points: [[Double]], noise: [Int] = [], threads: Int? = nil
    ) throws(ModelFaults) -> [[Double]] {
        let width = sharesClock ? SIMD8<Double>.width : 1
        let groups = try Parallel.map(count: (points.count + width - 1) / width, chunkSize: 1, threads: threads) {
            range throws(ModelFaults) in
            var result: [[Double]] = []
            for group in range {
                let part = Array(group * width..<min(points.count, (group + 1) * width))
                result += try width == 1 ? single(points, noise, part) : lanes(points, noise, part)
            }
            return result
        }
        return groups.flatMap { $0 }
    }

    private func single(_ points: [[Double]], _ noise: [Int], _ runs: [Int]) throws(ModelFaults) -> [[Double]] {
        var run = SimulationRun<Double>(
            program, method: method, columns: columns, seed: seed, runs: runs.map { noise.isEmpty ? 0 : noise[$0] })
        run.give(cells, runs.map { points[$0] })
        try run.execute()
        guard run.times == times else { throw ModelFaults([ModelFault(.badSpecification, "run \(runs[0])")]) }
        return run.outputs
    }

    /// Eight runs side by side; where there are fewer the last is repeated and its copies thrown away.
    private func lanes(_ points: [[Double]], _ noise: [Int], _ runs: [Int]) throws(ModelFaults) -> [[Double]] {
        let filled = (0..<SIMD8<Double>.width).map { runs[min($0, runs.count - 1)] }
        var run = SimulationRun<SIMD8<Double>>(
            program, method: method, columns: columns, seed: seed, runs: filled.map { noise.isEmpty ? 0 : noise[$0] })
        run.give(cells, filled.map { points[$0] })
        try run.execute()
        return Array(run.outputs.prefix(runs.count))
    }
}
