/// What adaptive integration keeps from step to step.
struct AdaptiveStep: Sendable {
    /// The next substep as a share of the step.
    var size = 1.0
    /// The largest size of each stock so far.
    var largest: [Double] = []
    /// How many substeps were taken.
    private(set) var accepted = 0
    /// How many were tried and not taken.
    private(set) var rejected = 0
    /// Whether a substep as small as they may get was taken though its error was too large.
    private(set) var isForced = false

    /// The error of a substep that is allowed, relative to a stock.
    static let relative = 1e-6
    /// The error allowed, relative to the largest size that a stock had.
    static let absolute = 1e-9
    /// The smallest substep, as a share of the step: where a model jumps to and fro nothing smaller helps.
    static let smallest = 1e-4

    /// Judges a substep by its error over what is allowed; whether it is taken, and the size of the next.
    mutating func judge(_ norm: Double, _ share: Double) -> Bool {
        let isSmallest = share <= Self.smallest
        let isTaken = norm <= 1 || isSmallest
        if isTaken { accepted += 1 } else { rejected += 1 }
        if isSmallest, !(norm <= 1) { isForced = true }
        let wanted = norm.isNaN ? 0.2 : norm > 0 ? 0.9 * Elementary.pow(norm, -0.2) : 5
        size = max(Self.smallest, share * min(isTaken ? 5 : 1, max(0.2, wanted)))
        return isTaken
    }
}

/// Dormand and Prince's pair of orders 5 and 4.
///
/// Source: Dormand and Prince, "A family of embedded Runge-Kutta formulae", Journal of Computational and Applied Mathematics 6
/// (1980), 19-26, table 2 (RK5(4)7M).
enum DormandPrince {
    /// The time of each stage.
    static let times = [0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1]
    /// What each stage takes of those before; the last row is the solution of order 5.
    static let stages: [[Double]] = [
        [],
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ]
    /// The difference of the two solutions.
    static let error = [
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
    ]
}

extension Executor {
    /// One step in as many substeps as the error allows; all values of the step's start are computed already.
    ///
    /// - Parameter setTime: sets the clock, as a share of the step.
    mutating func adaptive(step: Double, _ control: inout AdaptiveStep, _ setTime: (inout Self, Double) -> Void) {
        let states = program.layout.states
        let count = program.rates.count
        if control.largest.isEmpty { control.largest = Array(repeating: 0, count: count) }
        let isClamped = program.model.integrators.contains(where: \.isClamped)
        var done = 0.0
        var slopes = [rates()]
        while done < 1 {
            let rest = 1 - done
            let share = control.size >= rest * 0.999 ? rest : control.size
            let start = Array(values[states..<states + count])
            slopes = [slopes[0]]
            for stage in 1..<7 {
                move(start, slopes, DormandPrince.stages[stage], by: step * share)
                setTime(&self, done + DormandPrince.times[stage] * share)
                evaluate()
                slopes.append(rates())
            }
            let norm = norm(start, slopes, step * share, &control)
            let suggested = control.size
            if control.judge(norm, share) {
                // A last piece that is short says little about the next step.
                if share < suggested * 0.5 { control.size = max(control.size, suggested) }
                done = share == rest ? 1 : done + share
                slopes = [slopes[6]]
                guard isClamped else { continue }
                clamp()
                evaluate()
                slopes = [rates()]
            } else {
                for number in 0..<count { values[states + number] = start[number] }
            }
        }
    }

    private mutating func move(_ start: [Value], _ slopes: [[Value]], _ weights: [Double], by step: Double) {
        for number in start.indices {
            var sum = Value(all: 0)
            for (slope, weight) in zip(slopes, weights) where weight != 0 {
                sum = sum + Value(all: weight) * slope[number]
            }
            values[program.layout.states + number] = start[number] + Value(all: step) * sum
        }
    }

    /// The largest error over what is allowed.
    private func norm(_ start: [Value], _ slopes: [[Value]], _ step: Double, _ control: inout AdaptiveStep) -> Double {
        var worst = 0.0
        for number in start.indices {
            for lane in 0..<Value.width {
                let (old, new) = (start[number][lane: lane], values[program.layout.states + number][lane: lane])
                var error = 0.0
                for (slope, weight) in zip(slopes, DormandPrince.error) { error += weight * slope[number][lane: lane] }
                error = abs(step * error)
                if error.isNaN { return .nan }
                let size = max(abs(old), abs(new))
                control.largest[number] = max(control.largest[number], abs(old))
                let allowed = AdaptiveStep.relative * size + AdaptiveStep.absolute * control.largest[number]
                worst = max(worst, error / max(allowed, .leastNormalMagnitude))
            }
        }
        return worst
    }
}
