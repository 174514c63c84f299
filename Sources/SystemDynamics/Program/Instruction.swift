/// One operation of a program, over slots of numbers.
struct Instruction: Sendable {
    enum Code: UInt8, Sendable {
        case copy, add, subtract, multiply, divide, less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, and, or
        case minimum, maximum, not, negate, absolute, squareRoot, floor, select
        /// Any operation on one number, by its number in `a2`.
        case unary
        /// Any operation on two numbers.
        case binary
        case lookup, gather, random, block
        /// Sets up a memory, from its initial inputs.
        case beginMemory
    }

    var code: Code
    var destination: Int32
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

/// Where the numbers of a model stand.
struct SlotLayout: Sendable {
    var cells: Int
    var states: Int
    var held: Int
    var memories: [Int]
    var blocks: [Int]
    var clock: Int
    var constants: Int
    var temporaries: Int
    var total: Int

    /// Space for everything but constants and temporaries, which follow.
    init(_ model: ElaboratedModel) {
        cells = 0
        states = model.cells.count
        held = states + model.integrators.count
        var next = held + model.held.count
        memories = []
        for memory in model.memories {
            memories.append(next)
            if case .queue(let parts) = memory { next += 1 + parts.outflows.count } else { next += 1 }
        }
        blocks = []
        for block in model.blocks {
            blocks.append(next)
            next += block.outputs
        }
        clock = next
        constants = next + 6
        temporaries = constants
        total = constants
    }
}

/// What is done in an order: the nodes of the two graphs of a model.
enum ProgramNode: Hashable, Sendable {
    case cell(Int), block(Int), held(Int), state(Int), memory(Int), clock(Scalar.Clock)
}
