/// Macros that simulate by themselves.
enum Nested {
    /// Runs a macro's model from its start to its end, the update at the end included, and gives its result.
    static func run(_ program: Program, _ nested: NestedModel, _ arguments: [Double]) -> Double {
        var executor = Executor<Double>(program, seed: 0, runs: [0])
        for (cell, argument) in zip(nested.parameters, arguments) { executor.set(cell, argument) }
        executor.begin()
        let layout = program.layout
        func clock(_ value: Scalar.Clock) -> Int { layout.clock + Int(value.rawValue) }
        let (start, stop) = (executor[clock(.start), 0], executor[clock(.stop), 0])
        let step = executor[clock(.step), 0]
        guard step > 0, stop.isFinite, start.isFinite, (stop - start) / step < 1e7 else { return .nan }
        let count = max(0, Int(((stop - start) / step + 1e-6).rounded(.down)))
        for number in 0...count {
            let time = start + Double(number) * step
            executor.set(clock(.time), time)
            executor.set(clock(.stepTime), time)
            executor.evaluate()
            executor.euler(step)
            executor.advanceMemories()
        }
        executor.set(clock(.time), start + Double(count + 1) * step)
        executor.evaluate()
        return executor[nested.result, 0]
    }
}
