internal import SensitivityAnalysis

/// Runs a program over one run, or several side by side; each lane gives the same bits as a run alone.
///
/// Used by one thread. All numbers stand in one row of slots; nothing is allocated within a step, but for the belts
/// and lines of conveyors and queues.
struct Executor<Value: Lanes>: ~Copyable {
    let program: Program
    var values: [Value]
    /// What each memory holds, by memory and lane.
    private(set) var memories: [[MemoryState]]
    /// The generator and the number of each lane's run.
    let generator: CounterGenerator
    let runs: [Int]
    private(set) var stepNumber = 0
    /// The choices whose index was out of range at some time.
    private(set) var invalidGathers: Set<Int> = []
    private var blockBuffer: [Double] = []

    init(_ program: Program, seed: UInt64, runs: [Int]) {
        self.program = program
        generator = CounterGenerator(seed: seed, stream: .inputs)
        self.runs = runs
        values = Array(repeating: Value(all: 0), count: program.layout.total)
        for (place, constant) in program.constants.enumerated() {
            values[program.layout.constants + place] = Value(all: constant)
        }
        memories = program.model.memories.map { _ in Array(repeating: .none, count: Value.width) }
    }

    /// The value of a slot in a lane.
    subscript(slot: Int, lane: Int) -> Double {
        get { values[slot][lane: lane] }
        set { values[slot][lane: lane] = newValue }
    }

    /// Sets a slot in all lanes.
    mutating func set(_ slot: Int, _ value: Double) { values[slot] = Value(all: value) }

    /// Initial values, and what does not change.
    mutating func begin() {
        stepNumber = 0
        run(program.initial)
        run(program.fixed)
    }

    /// All values at the present time.
    mutating func evaluate() { run(program.step) }

    private mutating func run(_ instructions: [Instruction]) {
        var start = 0
        while start < instructions.count {
            start = fast(instructions, from: start)
            if start < instructions.count {
                slow(instructions[start])
                start += 1
            }
        }
    }

    /// Runs plain operations up to the next that is not; returns where that is.
    private mutating func fast(_ instructions: [Instruction], from start: Int) -> Int {
        let lookups = program.lookups
        return values.withUnsafeMutableBufferPointer { values in
            instructions.withUnsafeBufferPointer { instructions in
                var place = start
                while place < instructions.count {
                    let next = instructions[place]
                    let a = Int(next.a)
                    let target = Int(next.destination)
                    switch next.code {
                    case .copy: values[target] = values[a]
                    case .add: values[target] = values[a] + values[Int(next.b)]
                    case .subtract: values[target] = values[a] - values[Int(next.b)]
                    case .multiply: values[target] = values[a] * values[Int(next.b)]
                    case .divide: values[target] = values[a] / values[Int(next.b)]
                    case .less: values[target] = .less(values[a], values[Int(next.b)])
                    case .lessOrEqual: values[target] = .lessOrEqual(values[a], values[Int(next.b)])
                    case .greater: values[target] = .less(values[Int(next.b)], values[a])
                    case .greaterOrEqual: values[target] = .lessOrEqual(values[Int(next.b)], values[a])
                    case .equal: values[target] = .same(values[a], values[Int(next.b)])
                    case .notEqual: values[target] = .different(values[a], values[Int(next.b)])
                    case .and: values[target] = .both(values[a], values[Int(next.b)])
                    case .or: values[target] = .either(values[a], values[Int(next.b)])
                    case .minimum: values[target] = .smaller(values[a], values[Int(next.b)])
                    case .maximum: values[target] = .larger(values[a], values[Int(next.b)])
                    case .not: values[target] = .same(values[a], Value(all: 0))
                    case .negate: values[target] = -values[a]
                    case .absolute: values[target] = values[a].size
                    case .squareRoot: values[target] = values[a].root
                    case .floor: values[target] = values[a].floor
                    case .select: values[target] = .choose(values[a], values[Int(next.b)], values[Int(next.c)])
                    case .lookup: values[target] = lookups.value(Int(next.b), values[a])
                    case .unary:
                        guard let operation = UnaryOperation(rawValue: UInt8(next.b)) else { return place }
                        for lane in 0..<Value.width {
                            values[target][lane: lane] = Arithmetic.apply(operation, values[a][lane: lane])
                        }
                    case .binary:
                        guard let operation = BinaryOperation(rawValue: UInt8(next.c)) else { return place }
                        for lane in 0..<Value.width {
                            values[target][lane: lane] = Arithmetic.apply(
                                operation, values[a][lane: lane], values[Int(next.b)][lane: lane])
                        }
                    case .gather, .random, .block, .beginMemory: return place
                    }
                    place += 1
                }
                return place
            }
        }
    }

    private mutating func slow(_ next: Instruction) {
        let target = Int(next.destination)
        switch next.code {
        case .gather:
            let gather = program.gathers[Int(next.b)]
            for lane in 0..<Value.width {
                let index = values[Int(next.a)][lane: lane]
                let isValid = index >= 0 && index < Double(gather.count)
                if !isValid { invalidGathers.insert(Int(next.b)) }
                values[target][lane: lane] =
                    isValid ? values[gather.first + Int(index)][lane: lane] : gather.otherwise
            }
        case .random:
            let draw = program.draws[Int(next.a)]
            let inputs = program.drawInputs[Int(next.a)]
            for lane in 0..<Value.width {
                values[target][lane: lane] = RandomValue.draw(
                    draw, inputs.map { values[$0][lane: lane] }, generator, run: runs[lane], step: stepNumber)
            }
        case .block: runBlock(Int(next.a), program.blockSlots[Int(next.b)], target)
        case .beginMemory: beginMemory(Int(next.a), target)
        default: return
        }
    }

    private mutating func runBlock(_ number: Int, _ slots: [Int], _ target: Int) {
        let block = program.model.blocks[number]
        for lane in 0..<Value.width {
            let inputs = slots.map { values[$0][lane: lane] }
            let outputs = outputs(block, inputs, lane)
            for (place, output) in outputs.prefix(block.outputs).enumerated() {
                values[target + place][lane: lane] = output
            }
        }
    }

    private mutating func outputs(_ block: BlockFunction, _ inputs: [Double], _ lane: Int) -> [Double] {
        let step = values[program.layout.clock + Int(Scalar.Clock.step.rawValue)][lane: lane]
        switch block.kind {
        case .conveyorExit(let memory):
            guard case .conveyor(var belt) = memories[memory][lane] else { return [] }
            let result = belt.leave(inputs, step: step)
            memories[memory][lane] = .conveyor(belt)
            return result
        case .conveyorAdmission(let memory):
            guard case .conveyor(var belt) = memories[memory][lane] else { return [] }
            let lines = belt.parts.requests.map { request -> [Double]? in
                guard let queue = request.queue, case .queue(let line) = memories[queue][lane] else { return nil }
                return line.batches
            }
            let result = belt.admit(inputs, lines: lines, step: step)
            memories[memory][lane] = .conveyor(belt)
            return result
        case .queueExit(let memory):
            guard case .queue(let line) = memories[memory][lane] else { return [] }
            return line.leave(inputs, step: step)
        case .nested(let number):
            return [Nested.run(program.nested[number], program.model.nested[number], inputs)]
        default: return BlockFunctions.outputs(block.kind, inputs, outputs: block.outputs)
        }
    }

    private mutating func beginMemory(_ number: Int, _ target: Int) {
        let step = program.layout.clock + Int(Scalar.Clock.step.rawValue)
        for lane in 0..<Value.width {
            let inputs = program.memoryStarts[number].map { values[$0][lane: lane] }
            let state = MemoryState.begin(
                program.model.memories[number], inputs, step: values[step][lane: lane], generator, run: runs[lane])
            memories[number][lane] = state
            values[target][lane: lane] = state.output
        }
    }

    /// Moves all memories on by a step: first all inputs are read, then all outputs written.
    mutating func advanceMemories() {
        stepNumber += 1
        let step = program.layout.clock + Int(Scalar.Clock.step.rawValue)
        for lane in 0..<Value.width {
            for number in memories.indices {
                let slots = program.memoryInputs[number]
                let values = values
                memories[number][lane].advance(
                    step: values[step][lane: lane], generator, run: runs[lane], stepNumber: stepNumber
                ) { values[slots[$0]][lane: lane] }
            }
            for number in memories.indices {
                values[program.layout.memories[number]][lane: lane] = memories[number][lane].output
            }
        }
    }
}
