/// The way from base to target, as numbers.
///
/// Figures are in the unit of the target; those in per cent (`origin` 100) become levels by adding the origin.
struct Course: Sendable {
    /// y_0; `nil` when not known.
    let base: Double?
    /// y*.
    let goal: Double
    /// What turns a figure into a level: 100 for changes in per cent, else 0.
    let origin: Double
    /// T - t_0; `nil` when the base year is not known.
    let years: Double?
    /// The expectation between.
    let path: Target.Path
    /// What the plan sets by share of time elapsed, ascending from the base to the goal; empty without yearly figures.
    var planned: [(elapsed: Double, figure: Double)] = []

    /// P; `nil` without a base or a distance.
    func progress(at figure: Double) -> Double? {
        guard let base, base != goal else { return nil }
        return (figure - base) / (goal - base)
    }

    /// The figure due after the share `elapsed` of the time.
    func due(at elapsed: Double) -> Double? {
        guard let base else { return nil }
        return switch path {
        case .linear: base + (goal - base) * elapsed
        case .compound: Growth.level(from: base + origin, to: goal + origin, elapsed: elapsed).map { $0 - origin }
        case .annualPlan: planned.first { abs($0.elapsed - elapsed) < 1e-9 }?.figure
        }
    }

    /// The rate in per cent a year from the base to `figure`.
    func rate(to figure: Double, years: Double?) -> Double? {
        guard let base, let years else { return nil }
        return Growth.rate(from: base + origin, to: figure + origin, years: years)
    }

    /// The rate in per cent a year from `figure` to the target.
    func rateNeeded(from figure: Double, yearsLeft: Double) -> Double? {
        Growth.rate(from: figure + origin, to: goal + origin, years: yearsLeft)
    }

    /// Years ahead (+) or behind (-) of the path.
    func timeDistance(at figure: Double, elapsed: Double?) -> Double? {
        guard let years, let elapsed, let base, let passed = passed(figure, base: base) else { return nil }
        return years * (passed - elapsed)
    }

    /// The share of the time after which the path passes `figure`.
    private func passed(_ figure: Double, base: Double) -> Double? {
        switch path {
        case .linear: progress(at: figure)
        case .compound: Growth.elapsed(from: base + origin, to: goal + origin, at: figure + origin)
        case .annualPlan: passedOfPlan(figure)
        }
    }

    /// Along the straight lines between the figures of the plan, the first and last prolonged; `nil` unless they all rise
    /// or all fall.
    private func passedOfPlan(_ figure: Double) -> Double? {
        let steps = zip(planned, planned.dropFirst())
        guard let last = planned.last, let first = planned.first, last.figure != first.figure,
            steps.allSatisfy({ ($1.figure - $0.figure) * (last.figure - first.figure) > 0 })
        else { return nil }
        let isRising = last.figure > first.figure
        let step = steps.first { isRising ? figure <= $0.1.figure : figure >= $0.1.figure } ?? steps.suffix(1).first
        guard let step else { return nil }
        let share = (figure - step.0.figure) / (step.1.figure - step.0.figure)
        return step.0.elapsed + share * (step.1.elapsed - step.0.elapsed)
    }
}

extension Target {
    /// The course of the target from `base` (levels) or from 0 (per cent); `nil` for a mean without a base year.
    func course(from base: Double?) -> Course? {
        let years = baseYear.map { Double(targetYear) - Double($0) }
        switch form {
        case .level, .cap, .floor, .range:
            return Course(
                base: base, goal: value, origin: 0, years: years, path: path, planned: planned(from: base))
        case .cumulativeCut, .cumulativeGrowth:
            return Course(
                base: 0, goal: value, origin: 100, years: years, path: path, planned: planned(from: 0))
        case .annualRate:
            guard let years else { return nil }
            let goal = Growth.cumulative(value, years: years)
            return Course(base: 0, goal: goal, origin: 100, years: years, path: .compound)
        }
    }

    /// The figures of the plan with base and target at their ends; empty without a base, its year or yearly figures.
    private func planned(from base: Double?) -> [(elapsed: Double, figure: Double)] {
        guard let base, let baseYear, !yearlyPlan.isEmpty else { return [] }
        let span = Double(targetYear) - Double(baseYear)
        let between = yearlyPlan.filter { $0.year < targetYear }
        return [(0, base)] + between.map { ((Double($0.year) - Double(baseYear)) / span, $0.value) } + [(1, value)]
    }
}
