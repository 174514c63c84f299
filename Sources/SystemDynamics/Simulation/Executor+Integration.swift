extension Executor {
    /// One step by Euler: stocks plus step times rate.
    mutating func euler(_ step: Double) {
        let states = program.layout.states
        for (number, rate) in program.rates.enumerated() {
            self.values[states + number] = self.values[states + number] + Value(all: step) * self.values[rate]
        }
        clamp()
    }

    /// Non-negative stocks whose flows could not be limited stay at zero.
    mutating func clamp() {
        for (number, integrator) in program.model.integrators.enumerated() where integrator.isClamped {
            let slot = program.layout.states + number
            values[slot] = .larger(values[slot], Value(all: 0))
        }
    }

    /// One step by Runge and Kutta with two or four stages; all values of the step's start are computed already.
    ///
    /// - Parameter setTime: sets the clock for a stage, as a share of the step.
    mutating func rungeKutta(
        _ method: SimulationSpecifications.Method, step: Double, isMidpoint: Bool,
        _ setTime: (inout Self, Double) -> Void
    ) {
        let states = program.layout.states
        let count = program.rates.count
        let start = Array(values[states..<states + count])
        let first = rates()
        guard method != .rk2 else {
            let share = isMidpoint ? 0.5 : 1
            move(start, first, by: share * step)
            setTime(&self, share)
            evaluate()
            let second = rates()
            for number in 0..<count {
                let slope = isMidpoint ? second[number] : (first[number] + second[number]) * Value(all: 0.5)
                values[states + number] = start[number] + Value(all: step) * slope
            }
            clamp()
            return
        }
        move(start, first, by: 0.5 * step)
        setTime(&self, 0.5)
        evaluate()
        let second = rates()
        move(start, second, by: 0.5 * step)
        evaluate()
        let third = rates()
        move(start, third, by: step)
        setTime(&self, 1)
        evaluate()
        let fourth = rates()
        for number in 0..<count {
            let inner = Value(all: 2) * (second[number] + third[number])
            let sum = first[number] + inner + fourth[number]
            values[states + number] = start[number] + Value(all: step / 6) * sum
        }
        clamp()
    }

    private func rates() -> [Value] { program.rates.map { values[$0] } }

    private mutating func move(_ start: [Value], _ rates: [Value], by step: Double) {
        for number in start.indices {
            values[program.layout.states + number] = start[number] + Value(all: step) * rates[number]
        }
    }
}
