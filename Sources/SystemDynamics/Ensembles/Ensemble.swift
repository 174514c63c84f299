internal import SensitivityAnalysis

/// Many runs of a model at once, several side by side in each instruction.
///
/// Run k is the same alone, in any shard and on any number of threads, bit for bit.
public struct Ensemble: Sendable {
    /// The names of the columns that are kept.
    public let names: [String]
    /// The saved times.
    public let times: [Double]
    /// The specification.
    public let specification: EnsembleSpecification

    private let program: Program
    private let design: EnsembleDesign
    private let cells: [[Int]]
    private let columns: [Int]
    private let method: SimulationSpecifications.Method
    private let sharesClock: Bool

    /// Prepares an ensemble.
    ///
    /// - Throws: `ModelFaults` for names that are not there, inputs that are equations, and bad parameters.
    public init(
        _ model: Model, _ specification: EnsembleSpecification, _ options: Simulation.Options
    ) throws(ModelFaults) {
        self.specification = specification
        design = try EnsembleDesign(specification)
        var elaborated = Self.timed(model.elaborated, options)
        var cells: [[Int]] = []
        var faults: [ModelFault] = []
        for input in specification.inputs {
            let found = model.cells(named: input.name)
            if found.isEmpty { faults.append(ModelFault(.badSetting, input.name)) }
            cells.append(found.compactMap { Self.opened($0, input.name, &elaborated, &faults) })
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
        names = columns.map { elaborated.cells[$0].name }
        // The clock of the first run tells the saved times; it may not depend on what varies.
        var probe = SimulationRun<Double>(program, method: method, columns: [], seed: specification.seed, runs: [0])
        probe.give(cells, [design.values(run: 0)])
        try probe.execute()
        times = probe.times
        sharesClock = program.clockIsFixed
    }

    private static func timed(_ model: ElaboratedModel, _ options: Simulation.Options) -> ElaboratedModel {
        var model = model
        if let start = options.start { model.clock.start = .number(start) }
        if let stop = options.stop { model.clock.stop = .number(stop) }
        if let step = options.step { model.clock.step = .number(step) }
        if let saving = options.saving { model.clock.saving = .number(saving) }
        return model
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

    /// The values of some runs: for each run all saved rows, one after the other.
    ///
    /// - Parameters:
    ///   - runs: the numbers of the runs.
    ///   - threads: at most so many threads; `nil` for all cores.
    /// - Throws: `ModelFaults` for a run whose clock makes no sense.
    public func values(of runs: [Int], threads: Int? = nil) throws(ModelFaults) -> [[Double]] {
        let width = sharesClock ? SIMD8<Double>.width : 1
        let groups = try Parallel.map(count: (runs.count + width - 1) / width, chunkSize: 1, threads: threads) {
            range throws(ModelFaults) in
            var result: [[Double]] = []
            for group in range {
                let part = Array(runs[group * width..<min(runs.count, (group + 1) * width)])
                result += try width == 1 ? single(part) : lanes(part)
            }
            return result
        }
        return groups.flatMap { $0 }
    }

    private func seeded(_ runs: [Int]) -> [Int] { specification.variesNoise ? runs : runs.map { _ in 0 } }

    private func single(_ runs: [Int]) throws(ModelFaults) -> [[Double]] {
        var run = SimulationRun<Double>(
            program, method: method, columns: columns, seed: specification.seed, runs: seeded(runs))
        run.give(cells, runs.map { design.values(run: $0) })
        try run.execute()
        guard run.times == times else { throw ModelFaults([ModelFault(.badSpecification, "run \(runs[0])")]) }
        return run.outputs
    }

    /// Eight runs side by side; where there are fewer the last is repeated and its copies thrown away.
    private func lanes(_ runs: [Int]) throws(ModelFaults) -> [[Double]] {
        let filled = (0..<SIMD8<Double>.width).map { runs[min($0, runs.count - 1)] }
        var run = SimulationRun<SIMD8<Double>>(
            program, method: method, columns: columns, seed: specification.seed, runs: seeded(filled))
        run.give(cells, filled.map { design.values(run: $0) })
        try run.execute()
        return Array(run.outputs.prefix(runs.count))
    }
}
