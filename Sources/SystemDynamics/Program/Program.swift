/// A model as three lists of instructions over one row of numbers.
public struct Program: Sendable {
    let model: ElaboratedModel
    let layout: SlotLayout
    /// What does not change during a run, computed once before it.
    let fixed: [Instruction]
    /// Initial values.
    let initial: [Instruction]
    /// All values at a time, and what stocks and memories take in.
    let step: [Instruction]
    /// The constants, from `layout.constants`.
    let constants: [Double]
    /// Where the rate of each stock and the inputs of each memory stand.
    let rates: [Int]
    let memoryInputs: [[Int]]
    let memoryStarts: [[Int]]
    let blockSlots: [[Int]]
    let draws: [RandomDraw]
    let drawInputs: [[Int]]
    /// The value of each gather where the index is invalid.
    let gathers: [Gather]
    /// The graphical functions.
    let lookups: CompiledLookups
    /// Programs of macros that simulate by themselves.
    let nested: [Program]
    /// The clock's slots.
    let clockIsFixed: Bool

    struct Gather: Sendable {
        var first: Int
        var count: Int
        var otherwise: Double
        /// The cell whose value is chosen.
        var cell: Int?
    }

    /// Compiles a model.
    ///
    /// - Throws: `ModelFaults` for circular definitions and missing equations.
    init(_ model: ElaboratedModel) throws(ModelFaults) {
        var compiler = try ProgramCompiler(model)
        try compiler.compile()
        self.model = model
        layout = compiler.layout
        fixed = compiler.fixed
        initial = compiler.initial
        step = compiler.step
        constants = compiler.constants
        rates = compiler.rates
        memoryInputs = compiler.memoryInputs
        memoryStarts = compiler.memoryStarts
        blockSlots = compiler.blockSlots
        draws = compiler.draws
        drawInputs = compiler.drawInputs
        gathers = compiler.gathers
        lookups = compiler.lookups
        var programs: [Program] = []
        for inner in model.nested { programs.append(try Program(inner.model)) }
        nested = programs
        clockIsFixed = compiler.clockIsFixed
    }
}
