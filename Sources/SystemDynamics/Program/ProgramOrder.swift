/// The order of computation: what depends on what.
struct ProgramOrder {
    let model: ElaboratedModel
    /// Whether initial values are meant, where stocks depend on their equations.
    let isInitial: Bool
    private(set) var order: [ProgramNode] = []
    private var state: [ProgramNode: Mark] = [:]
    private var faults: [ModelFault] = []

    private enum Mark { case open, done }

    init(_ model: ElaboratedModel, isInitial: Bool) {
        self.model = model
        self.isInitial = isInitial
    }

    /// Puts some nodes and all they need in order.
    ///
    /// - Throws: `ModelFaults` with the first cycle, or cells without an equation.
    mutating func add(_ roots: [ProgramNode]) throws(ModelFaults) {
        for root in roots { visit(root) }
        guard faults.isEmpty else { throw ModelFaults(faults) }
    }

    /// Depth first, with a stack of our own, since chains may be long.
    private mutating func visit(_ root: ProgramNode) {
        guard state[root] == nil else { return }
        var stack: [(node: ProgramNode, rest: [ProgramNode])] = [(root, needs(root).reversed())]
        state[root] = .open
        while let top = stack.last {
            guard let next = top.rest.last else {
                state[top.node] = .done
                order.append(top.node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].rest.removeLast()
            switch state[next] {
            case .done: continue
            case .open:
                let cycle = stack.drop { $0.node != next }.map { name($0.node) } + [name(next)]
                let (variable, line) = place(next)
                faults.append(
                    ModelFault(
                        isInitial ? .initialCircular : .circular, cycle.joined(separator: " → "), variable: variable,
                        line: line))
                for place in stack { state[place.node] = .done }
                return
            case nil:
                state[next] = .open
                stack.append((next, needs(next).reversed()))
            }
        }
    }

    private func name(_ node: ProgramNode) -> String {
        switch node {
        case .cell(let cell): model.cells[cell].name
        case .state(let state): model.integrators[state].name
        case .block(let block): "#\(block)"
        case .held(let held): "INIT#\(held)"
        case .memory(let memory): "DELAY#\(memory)"
        case .clock(let clock): "\(clock)"
        }
    }

    private func place(_ node: ProgramNode) -> (String, Int) {
        switch node {
        case .cell(let cell): (model.cells[cell].name, model.cells[cell].line)
        case .state(let state): (model.integrators[state].name, model.integrators[state].line)
        default: ("", 0)
        }
    }

    private mutating func needs(_ node: ProgramNode) -> [ProgramNode] {
        var found: [ProgramNode] = []
        switch node {
        case .cell(let cell):
            guard let value = model.cells[cell].value else {
                let known = model.cells[cell]
                faults.append(
                    ModelFault(
                        known.variable.map { model.variables[$0].count > 1 } ?? false
                            ? .missingElement : .missingEquation,
                        known.name, variable: known.name, line: known.line))
                return []
            }
            collect(value, &found)
        case .block(let block):
            for input in model.blocks[block].inputs { collect(input, &found) }
            if isInitial {
                switch model.blocks[block].kind {
                case .conveyorExit(let memory), .conveyorAdmission(let memory), .queueExit(let memory):
                    found.append(.memory(memory))
                default: break
                }
            }
        case .held(let held): collect(model.held[held], &found)
        case .state(let state): collect(model.integrators[state].initial, &found)
        case .memory(let memory):
            for input in model.memories[memory].initialInputs { collect(input, &found) }
        case .clock(let clock):
            switch clock {
            case .time, .stepTime: if isInitial { found.append(.clock(.start)) }
            case .start: if isInitial { collect(model.clock.start, &found) }
            case .stop: collect(model.clock.stop, &found)
            case .step: collect(model.clock.step, &found)
            case .saving: if let saving = model.clock.saving { collect(saving, &found) }
            }
        }
        return found
    }

    private func collect(_ value: Scalar, _ found: inout [ProgramNode]) {
        switch value {
        case .cell(let cell): found.append(.cell(cell))
        case .block(let block, _): found.append(.block(block))
        case .gather(let first, let count, let index, _):
            for cell in first..<first + count where model.cells[cell].value != nil { found.append(.cell(cell)) }
            collect(index, &found)
        case .clock(let clock): found.append(.clock(clock))
        case .held(let held): if isInitial { found.append(.held(held)) }
        case .state(let state): if isInitial { found.append(.state(state)) }
        case .memory(let memory, _): if isInitial { found.append(.memory(memory)) }
        case .activeInitial(let run, let initial): collect(isInitial ? initial : run, &found)
        default: for part in value.parts { collect(part, &found) }
        }
    }
}

extension MemoryKind {
    /// What it needs to begin.
    var initialInputs: [Scalar] {
        switch self {
        case .previous(let initial, _): [initial]
        case .pipeline(_, let time, let initial): [time, initial]
        case .materialDelay(_, let time, let initial, _): [time, initial]
        case .conveyor(let parts): [parts.initial, parts.length] + parts.leaks.map(\.fraction)
        case .queue(let parts): [parts.initial]
        case .pinkNoise(let mean, let deviation, let time, _, _): [mean, deviation, time]
        }
    }

    /// What it takes in at the end of each step.
    var stepInputs: [Scalar] {
        switch self {
        case .previous(_, let next): [next]
        case .pipeline(let input, _, _): [input]
        case .materialDelay(let input, let time, _, _): [input, time]
        case .conveyor: []
        case .queue(let parts): parts.inflows + parts.taken
        case .pinkNoise(let mean, let deviation, let time, _, _): [mean, deviation, time]
        }
    }
}
