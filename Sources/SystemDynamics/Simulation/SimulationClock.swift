/// The times of a simulation: start + i/R where a step is one over a whole number R, else start + i step; never a running
/// sum, unless the model changes its step as it runs.
struct SimulationClock {
    let start: Double
    private(set) var step: Double
    private(set) var number = 0
    private var perUnit: Double?
    private var running: Double
    private let isFixed: Bool

    init(start: Double, step: Double, isFixed: Bool) {
        self.start = start
        self.step = step
        self.isFixed = isFixed
        running = start
        let inverse = 1 / step
        perUnit = abs(inverse - inverse.rounded()) < 1e-9 && inverse.rounded() > 0 ? inverse.rounded() : nil
    }

    /// The present time.
    var time: Double { time(after: 0) }

    /// The time a share of a step later.
    func time(after share: Double) -> Double {
        guard isFixed else { return running + share * step }
        let place = Double(number) + share
        return perUnit.map { start + place / $0 } ?? start + place * step
    }

    /// Goes on by a step.
    mutating func advance(step: Double) {
        running += self.step
        self.step = step
        number += 1
    }
}
