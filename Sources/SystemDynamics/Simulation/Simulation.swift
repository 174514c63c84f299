/// One run of a model.
public struct Simulation: Sendable {
    /// How to run; `nil` as the file says.
    public struct Options: Hashable, Sendable {
        /// The times and the step.
        public var start, stop, step: Double?
        /// How often values are saved.
        public var saving: Double?
        /// The method.
        public var method: SimulationSpecifications.Method?
        /// The names of what is saved; all variables without any.
        public var saved: [String]
        /// The seed of random numbers.
        public var seed: UInt64

        /// Everything as the file says.
        public init() {
            saved = []
            seed = 0
        }
    }

    /// The saved times.
    public let times: [Double]
    /// The names of the columns.
    public let names: [String]
    /// The saved values, row by row.
    public let rows: [[Double]]
    /// What happened on the way: values that were not finite, steps that did not fit.
    public let warnings: [ModelWarning]

    /// The most steps of a run.
    public static let mostSteps = 10_000_000

    /// Runs a model.
    ///
    /// - Throws: `ModelFaults` for times and steps that make no sense, names that are not there, circular definitions.
    public init(_ model: Model, _ options: Options = Options()) throws(ModelFaults) {
        var elaborated = model.elaborated
        if let start = options.start { elaborated.clock.start = .number(start) }
        if let stop = options.stop { elaborated.clock.stop = .number(stop) }
        if let step = options.step { elaborated.clock.step = .number(step) }
        if let saving = options.saving { elaborated.clock.saving = .number(saving) }
        let program = try Program(elaborated)
        var columns: [Int] = []
        var faults: [ModelFault] = []
        if options.saved.isEmpty { columns = model.shownCells }
        for name in options.saved {
            let cells = model.cells(named: name)
            if cells.isEmpty { faults.append(ModelFault(.badSetting, name)) }
            columns += cells
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        var run = SimulationRun<Double>(
            program, method: options.method ?? model.method, columns: columns, seed: options.seed, runs: [0])
        try run.execute()
        self.names = columns.map { elaborated.cells[$0].name }
        times = run.times
        let width = columns.count
        let values = run.outputs[0]
        rows = times.indices.map { Array(values[$0 * width..<($0 + 1) * width]) }
        warnings = run.warnings
    }
}

/// The loop over time of one run, or of several side by side with the same clock.
struct SimulationRun<Value: Lanes>: ~Copyable {
    private var executor: Executor<Value>
    private let method: SimulationSpecifications.Method
    private let columns: [Int]
    private let isVensim: Bool
    private(set) var times: [Double] = []
    /// The saved values of each lane, row after row.
    private(set) var outputs: [[Double]]
    private(set) var warnings: [ModelWarning] = []
    private var notFinite: Set<Int> = []
    private let program: Program

    init(
        _ program: Program, method: SimulationSpecifications.Method, columns: [Int], seed: UInt64, runs: [Int]
    ) {
        self.program = program
        self.method = method
        self.columns = columns
        isVensim = program.model.dialect == .vensim
        executor = Executor(program, seed: seed, runs: runs)
        outputs = Array(repeating: [], count: Value.width)
    }

    /// Sets cells that are given from outside: for each input its cells, for each lane the inputs' values.
    mutating func give(_ cells: [[Int]], _ values: [[Double]]) {
        for (lane, inputs) in values.enumerated() {
            for (group, value) in zip(cells, inputs) {
                for cell in group { executor[cell, lane] = value }
            }
        }
    }

    private func slot(_ clock: Scalar.Clock) -> Int { program.layout.clock + Int(clock.rawValue) }

    private func clock(_ clock: Scalar.Clock) -> Double { executor[slot(clock), 0] }

    mutating func execute() throws(ModelFaults) {
        executor.begin()
        let (start, step, stop) = (clock(.start), clock(.step), clock(.stop))
        try check(start, step, stop)
        let count = (stop - start) / step
        if program.clockIsFixed, abs(count - count.rounded()) > 1e-6 {
            warnings.append(ModelWarning(.steps, "(\(stop) - \(start)) / \(step)"))
        }
        if method == .rk45 { warnings.append(ModelWarning(.methodFixed, method.rawValue)) }
        if method != .euler {
            for case .conveyor in program.model.memories { warnings.append(ModelWarning(.conveyorMethod)) }
        }
        var clock = SimulationClock(start: start, step: step, isFixed: program.clockIsFixed)
        var nextSave = start
        while true {
            setTime(clock.time)
            executor.evaluate()
            let step = self.clock(.step)
            let tolerance = 1e-6 * step
            if clock.time >= nextSave - tolerance {
                save(clock.time)
                nextSave = try next(nextSave, step)
            }
            guard clock.time + (program.clockIsFixed ? step : 0) <= self.clock(.stop) + tolerance,
                clock.time < self.clock(.stop) - tolerance
            else { break }
            guard step > 0, step.isFinite, clock.number < Simulation.mostSteps else {
                throw ModelFaults([ModelFault(.badSpecification, "dt = \(step)")])
            }
            advance(clock, step)
            clock.advance(step: step)
        }
        for cell in Set(executor.invalidGathers.compactMap { program.gathers[$0].cell }).sorted() {
            let found = program.model.cells[cell]
            warnings.append(ModelWarning(.invalidIndex, "", variable: found.name, line: found.line))
        }
    }

    private func check(_ start: Double, _ step: Double, _ stop: Double) throws(ModelFaults) {
        guard start.isFinite, stop.isFinite, step.isFinite, step > 0, stop >= start else {
            throw ModelFaults([ModelFault(.badSpecification, "start \(start), stop \(stop), dt \(step)")])
        }
        guard (stop - start) / step <= Double(Simulation.mostSteps) else {
            throw ModelFaults([ModelFault(.tooLarge, "(\(stop) - \(start)) / \(step)")])
        }
    }

    /// The next time to save.
    private func next(_ last: Double, _ step: Double) throws(ModelFaults) -> Double {
        guard program.model.clock.saving != nil else { return last }
        let saving = clock(.saving)
        guard saving > 0, saving.isFinite else {
            throw ModelFaults([ModelFault(.badSpecification, "saving \(saving)")])
        }
        return last + max(saving, step)
    }

    private mutating func setTime(_ time: Double) {
        executor.set(slot(.time), time)
        executor.set(slot(.stepTime), time)
    }

    private mutating func advance(_ clock: SimulationClock, _ step: Double) {
        switch method {
        case .euler:
            executor.euler(step)
            executor.advanceMemories()
        case .rk2, .rk4, .rk45:
            // What memories take in is that of the step's start; stages change stocks only.
            let before = executor.values
            let slot = slot(.time)
            let holdsTime = program.model.holdsTime
            executor.rungeKutta(method, step: step, isMidpoint: isVensim) { executor, share in
                if !holdsTime { executor.set(slot, clock.time(after: share)) }
            }
            let states = Array(executor.values[program.layout.states..<program.layout.held])
            executor.values = before
            executor.values.replaceSubrange(program.layout.states..<program.layout.held, with: states)
            executor.advanceMemories()
        }
    }

    private mutating func save(_ time: Double) {
        times.append(time)
        for lane in 0..<Value.width {
            for column in columns {
                let value = executor[column, lane]
                if !value.isFinite, notFinite.insert(column).inserted {
                    let cell = program.model.cells[column]
                    warnings.append(ModelWarning(.notFinite, "\(time)", variable: cell.name, line: cell.line))
                }
                outputs[lane].append(value)
            }
        }
    }
}
