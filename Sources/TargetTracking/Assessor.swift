/// Sets the readings of one target against its course.
struct Assessor: Sendable {
    let target: Target
    let course: Course
    let judge: Judge

    /// `nil` for a target that cannot be computed with.
    init?(_ target: Target, base: Double?) {
        guard target.isComputable, let course = target.course(from: base) else { return nil }
        self.target = target
        self.course = course
        judge = Judge(
            comparison: target.comparison, base: course.base, goal: target.value,
            isPercentage: target.form.isPercentage)
    }

    /// The assessments of readings in ascending order.
    func assessments(of readings: [Reading]) -> [Assessment] {
        readings.indices.map { assessment(of: readings[$0], after: $0 > 0 ? readings[$0 - 1] : nil) }
    }

    private func assessment(of reading: Reading, after previous: Reading?) -> Assessment {
        let isFinal = reading.year == target.targetYear
        let elapsed = elapsed(at: reading.year)
        let due = due(in: reading.year, elapsed: elapsed)
        let result =
            isFinal
            ? judge.finalStatus(of: reading) : judge.interimStatus(of: reading, due: due, elapsed: elapsed)
        let isMet = judge.meets(reading) == true && (isFinal || target.form != .annualRate)
        let figure = reading.bound == .exact ? reading.figure : nil
        let onCourse = judge.isHeld ? nil : figure
        let left = Double(target.targetYear) - Double(reading.year)
        return Assessment(
            year: reading.year, achieved: reading.achieved, required: due,
            progress: onCourse.flatMap { course.progress(at: $0) }, elapsed: elapsed,
            achievedRate: figure.flatMap { course.rate(to: $0, years: yearsPassed(at: reading.year)) },
            requiredRate: course.rate(to: course.goal, years: course.years),
            stillNeeded: figure.flatMap { course.rateNeeded(from: $0, yearsLeft: left) },
            stillNeededLinear: figure.flatMap { linearNeed(from: $0, yearsLeft: left) },
            isTargetMet: isMet, isSlipping: isMet && (previous.map { judge.isWorse(reading, than: $0) } ?? false),
            status: result.status, reason: result.reason,
            timeDistance: onCourse.flatMap { course.timeDistance(at: $0, elapsed: elapsed) })
    }

    /// The value of the path; the target itself when it falls due, is a mean due every year, or is to be held.
    private func due(in year: Int, elapsed: Double?) -> Double? {
        if year == target.targetYear || target.form == .annualRate || judge.isHeld { return target.value }
        if target.path == .annualPlan { return target.yearlyPlan.first { $0.year == year }?.value }
        return elapsed.flatMap { course.due(at: $0) }
    }

    private func yearsPassed(at year: Int) -> Double? {
        target.baseYear.map { Double(year) - Double($0) }
    }

    private func elapsed(at year: Int) -> Double? {
        if year == target.targetYear { return 1 }
        guard let years = course.years, let passed = yearsPassed(at: year) else { return nil }
        return passed / years
    }

    private func linearNeed(from figure: Double, yearsLeft: Double) -> Double? {
        guard yearsLeft > 0, target.form != .annualRate else { return nil }
        return (course.goal - figure) / yearsLeft
    }
}

extension Target {
    /// Whether numbers and years allow any computation.
    var isComputable: Bool {
        value.isFinite && (base ?? 0).isFinite && baseYear.map { $0 < targetYear } ?? true
            && (form != .range || upper.map { $0.isFinite && $0 > value } ?? false)
    }
}
