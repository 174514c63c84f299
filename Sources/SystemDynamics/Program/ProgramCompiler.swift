/// Turns the values of a model into instructions.
struct ProgramCompiler {
    let model: ElaboratedModel
    var layout: SlotLayout
    var fixed: [Instruction] = []
    var initial: [Instruction] = []
    var step: [Instruction] = []
    var constants: [Double] = []
    var rates: [Int] = []
    var memoryInputs: [[Int]] = []
    var memoryStarts: [[Int]] = []
    /// The inputs of each block instruction: the programs may hold them in different slots.
    var blockSlots: [[Int]] = []
    var draws: [RandomDraw] = []
    var drawInputs: [[Int]] = []
    var gathers: [Program.Gather] = []
    var lookups = CompiledLookups()
    var clockIsFixed = false

    private var known: [UInt64: Int] = [:]
    private var pending: [Instruction] = []
    private var isInitial = false
    private var current: Int?
    private var nextTemporary = 0
    private var mostTemporaries = 0
    private let constantLimit: Int

    init(_ model: ElaboratedModel) throws(ModelFaults) {
        self.model = model
        layout = SlotLayout(model)
        constantLimit = Self.countNumbers(model) + 8
        layout.temporaries = layout.constants + constantLimit
        memoryStarts = model.memories.map { _ in [] }
        memoryInputs = model.memories.map { _ in [] }
    }

    /// An upper limit of the number of constants.
    private static func countNumbers(_ model: ElaboratedModel) -> Int {
        func count(_ value: Scalar) -> Int {
            if case .number = value { return 1 }
            return value.parts.reduce(0) { $0 + count($1) }
        }
        var total = 0
        for cell in model.cells { if let value = cell.value { total += count(value) } }
        for integrator in model.integrators { total += count(integrator.initial) + count(integrator.rate) }
        for value in model.held { total += count(value) }
        for block in model.blocks { total += block.inputs.reduce(0) { $0 + count($1) } }
        for memory in model.memories {
            total += (memory.initialInputs + memory.stepInputs).reduce(0) { $0 + count($1) }
        }
        return total
            + [model.clock.start, model.clock.stop, model.clock.step, model.clock.saving ?? .zero].reduce(0) {
                $0 + count($1)
            }
    }

    mutating func compile() throws(ModelFaults) {
        try compileInitial()
        try compileStep()
        layout.total = layout.temporaries + mostTemporaries
    }

    private mutating func compileInitial() throws(ModelFaults) {
        var order = ProgramOrder(model, isInitial: true)
        let clocks: [ProgramNode] = [.clock(.start), .clock(.time), .clock(.step), .clock(.stop)]
        try order.add(
            clocks + (model.clock.saving == nil ? [] : [.clock(.saving)])
                + model.integrators.indices.map { .state($0) } + model.held.indices.map { .held($0) }
                + model.memories.indices.map { .memory($0) })
        isInitial = true
        pending = []
        for node in order.order { begin(node) }
        initial = pending
    }

    private mutating func compileStep() throws(ModelFaults) {
        var order = ProgramOrder(model, isInitial: false)
        var roots = model.cells.indices.filter { model.cells[$0].value != nil }.map { ProgramNode.cell($0) }
        roots += [.clock(.step), .clock(.stop)] + (model.clock.saving == nil ? [] : [.clock(.saving)])
        roots += model.blocks.indices.map { .block($0) }
        try order.add(roots)
        isInitial = false
        pending = []
        let constant = constantNodes(order.order)
        for node in order.order where constant.contains(node) { run(node) }
        fixed = pending
        pending = []
        for node in order.order where !constant.contains(node) { run(node) }
        clockIsFixed = [.step, .stop, .saving].allSatisfy {
            constant.contains(.clock($0)) || !order.order.contains(.clock($0))
        }
        rates = model.integrators.map { slot($0.rate) }
        memoryInputs = model.memories.map { memory in memory.stepInputs.map { slot($0) } }
        step = pending
    }

    /// The nodes that need nothing but constants.
    private func constantNodes(_ order: [ProgramNode]) -> Set<ProgramNode> {
        var constant: Set<ProgramNode> = []
        func isConstant(_ value: Scalar) -> Bool {
            switch value {
            case .number: true
            case .cell(let cell): constant.contains(.cell(cell))
            case .clock(let clock): clock == .start || constant.contains(.clock(clock))
            case .state, .memory, .block, .held, .random: false
            case .gather(let first, let count, let index, _):
                (first..<first + count).allSatisfy { constant.contains(.cell($0)) } && isConstant(index)
            case .activeInitial(let run, _): isConstant(run)
            default: value.parts.allSatisfy(isConstant)
            }
        }
        for node in order {
            switch node {
            case .cell(let cell): if let value = model.cells[cell].value, isConstant(value) { constant.insert(node) }
            case .clock(.step): if isConstant(model.clock.step) { constant.insert(node) }
            case .clock(.stop): if isConstant(model.clock.stop) { constant.insert(node) }
            case .clock(.saving): if isConstant(model.clock.saving ?? .zero) { constant.insert(node) }
            default: continue
            }
        }
        return constant
    }

    private mutating func begin(_ node: ProgramNode) {
        switch node {
        case .cell(let cell):
            guard !model.given.contains(cell), let value = model.cells[cell].value else { return }
            current = cell
            emit(value, into: cell)
        case .block(let block): emit(block: block)
        case .held(let held): emit(model.held[held], into: layout.held + held)
        case .state(let state): emit(model.integrators[state].initial, into: layout.states + state)
        case .memory(let memory):
            memoryStarts[memory] = model.memories[memory].initialInputs.map { slot($0) }
            pending.append(
                Instruction(code: .beginMemory, destination: Int32(layout.memories[memory]), a: Int32(memory)))
        case .clock(let clock): emit(clock: clock)
        }
    }

    private mutating func run(_ node: ProgramNode) {
        switch node {
        case .cell(let cell):
            guard !model.given.contains(cell), let value = model.cells[cell].value else { return }
            current = cell
            emit(value, into: cell)
        case .block(let block): emit(block: block)
        case .clock(let clock) where clock != .start && clock != .time && clock != .stepTime: emit(clock: clock)
        default: return
        }
    }

    private mutating func emit(clock: Scalar.Clock) {
        let slot = layout.clock + Int(clock.rawValue)
        switch clock {
        case .time, .stepTime: emit(.clock(.start), into: slot)
        case .start: emit(model.clock.start, into: slot)
        case .stop: emit(model.clock.stop, into: slot)
        case .step: emit(model.clock.step, into: slot)
        case .saving: if let saving = model.clock.saving { emit(saving, into: slot) }
        }
    }

    private mutating func emit(block: Int) {
        let inputs = model.blocks[block].inputs.map { slot($0) }
        blockSlots.append(inputs)
        pending.append(
            Instruction(
                code: .block, destination: Int32(layout.blocks[block]), a: Int32(block), b: Int32(blockSlots.count - 1))
        )
    }

    /// The slot where a value stands, computed before if need be.
    private mutating func slot(_ value: Scalar) -> Int {
        switch value {
        case .number(let number): return constant(number)
        case .cell(let cell): return cell
        case .state(let state): return layout.states + state
        case .held(let held): return layout.held + held
        case .memory(let memory, let output): return layout.memories[memory] + output
        case .block(let block, let output): return layout.blocks[block] + output
        case .clock(let clock): return layout.clock + Int(clock.rawValue)
        case .activeInitial(let run, let initial): return slot(isInitial ? initial : run)
        default:
            let temporary = takeTemporary()
            emit(value, into: temporary)
            return temporary
        }
    }

    private mutating func takeTemporary() -> Int {
        nextTemporary += 1
        mostTemporaries = max(mostTemporaries, nextTemporary)
        return layout.temporaries + nextTemporary - 1
    }

    private mutating func constant(_ number: Double) -> Int {
        if let place = known[number.bitPattern] { return layout.constants + place }
        known[number.bitPattern] = constants.count
        constants.append(number)
        return layout.constants + constants.count - 1
    }

    private mutating func emit(_ value: Scalar, into destination: Int) {
        let target = Int32(destination)
        let mark = nextTemporary
        switch value {
        case .unary(let operation, let inner):
            let a = Int32(slot(inner))
            if let code = Self.codes[operation] {
                pending.append(Instruction(code: code, destination: target, a: a))
            } else {
                pending.append(Instruction(code: .unary, destination: target, a: a, b: Int32(operation.rawValue)))
            }
        case .binary(let operation, let left, let right):
            let (a, b) = (Int32(slot(left)), Int32(slot(right)))
            if let code = Self.binaryCodes[operation] {
                pending.append(Instruction(code: code, destination: target, a: a, b: b))
            } else {
                pending.append(
                    Instruction(code: .binary, destination: target, a: a, b: b, c: Int32(operation.rawValue)))
            }
        case .select(let condition, let yes, let no):
            let (a, b, c) = (Int32(slot(condition)), Int32(slot(yes)), Int32(slot(no)))
            pending.append(Instruction(code: .select, destination: target, a: a, b: b, c: c))
        case .lookup(let table, let inner, let kind):
            let a = Int32(slot(inner))
            let number = lookups.add(model.tables[table], as: kind)
            pending.append(Instruction(code: .lookup, destination: target, a: a, b: Int32(number)))
        case .gather(let first, let count, let index, let otherwise):
            let a = Int32(slot(index))
            gathers.append(.init(first: first, count: count, otherwise: otherwise, cell: current))
            pending.append(Instruction(code: .gather, destination: target, a: a, b: Int32(gathers.count - 1)))
        case .random(let draw):
            drawInputs.append(draw.parameters.map { slot($0) })
            draws.append(draw)
            pending.append(Instruction(code: .random, destination: target, a: Int32(draws.count - 1)))
        default:
            pending.append(Instruction(code: .copy, destination: target, a: Int32(slot(value))))
        }
        nextTemporary = mark
    }

    private static let codes: [UnaryOperation: Instruction.Code] = [
        .negate: .negate, .not: .not, .absolute: .absolute, .squareRoot: .squareRoot, .floor: .floor,
    ]

    private static let binaryCodes: [BinaryOperation: Instruction.Code] = [
        .add: .add, .subtract: .subtract, .multiply: .multiply, .divide: .divide, .less: .less,
        .lessOrEqual: .lessOrEqual, .greater: .greater, .greaterOrEqual: .greaterOrEqual, .equal: .equal,
        .notEqual: .notEqual, .and: .and, .or: .or, .minimum: .minimum, .maximum: .maximum,
    ]
}
