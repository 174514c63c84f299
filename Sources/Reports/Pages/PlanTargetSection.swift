import Charts
import StatisticalData
import Studies
import TargetTracking

/// One target of a plan: its course, its figures with their vintages, its verdict.
struct PlanTargetSection {
    let context: PageContext
    let index: ResultIndex
    let detail: PlanLedgerDetail
    /// The position of the target in the plan.
    let position: Int

    var target: PlanTarget { detail.targets[position] }
    var wording: Wording { context.wording }

    /// The id of the section: the item, with the area where the plan sets the target for several.
    var id: String {
        let isShared = detail.targets.contains { $0.item == target.item && $0.area != target.area }
        return isShared ? target.item + "-" + target.area.rawValue : target.item
    }

    /// The name, with the area where it is not the plan's own.
    var name: String {
        let name = target.name[context.language]
        return target.area == detail.area ? name : name + wording("parenthesis", ["text": context.area(target.area)])
    }

    func values(_ measure: String) -> [ResultValue] {
        index.series(target.item, measure, in: target.area)
    }

    func value(_ measure: String, _ year: Int) -> ResultValue? {
        index[target.item, measure, target.area, .year(year)]
    }

    var verdict: ResultValue? { values("verdict").last }
    var base: ResultValue? { values("base").first }
    var latest: ResultValue? { values("achieved").last }

    var verdictRun: Run { context.run(verdict).strong }

    /// The class by which the style sheet tells verdicts apart, beside their words.
    var verdictStyle: String {
        switch verdict?.word.flatMap({ Verdict(rawValue: $0) }) {
        case .met, .onTarget: "verdict verdict-good"
        case .belowExpectation, .metButSlipping: "verdict verdict-weak"
        case .missed, .missedAndRegressed, .regress: "verdict verdict-bad"
        case .noData, nil: "verdict verdict-none"
        }
    }

    /// The target with its sign, such as "≥ 11 %".
    var targetRun: Run {
        let found = value("target", target.target.targetYear)
        let sign: String
        switch target.target.comparison {
        case .atLeast: sign = "≥ "
        case .atMost: sign = "≤ "
        case .below: sign = "< "
        case .above: sign = "> "
        }
        if let upper = value("target-high", target.target.targetYear) {
            let low = context.run(found, decimals: max(0, target.decimals), withUnit: false)
            let high = context.run(upper, decimals: max(0, target.decimals))
            let range = wording("interval", ["low": low.text, "high": high.text])
            return Run(range + inYear(target.target.targetYear), href: low.href, mark: low.mark)
        }
        let decimals = target.isRelativeToBase ? nil : max(0, target.decimals)
        let run = context.run(found, decimals: decimals)
        return Run(sign + run.text + inYear(target.target.targetYear), href: run.href, mark: run.mark)
    }

    func inYear(_ year: Int) -> String {
        wording("parenthesis", ["text": String(year)])
    }

    var latestRuns: [Run] {
        guard let latest else { return [Run(wording("not-available"))] }
        return [context.run(latest), Run(wording("parenthesis", ["text": latest.key.period.description]))]
    }

    static func trajectoryNames(_ wording: Wording) -> TrajectoryNames {
        TrajectoryNames(
            base: wording("measure-base"), value: wording("measure-achieved"), path: wording("measure-required"),
            target: wording("measure-target"), preliminary: wording("revision-preliminary"),
            time: wording("plan-indicator"), part: wording("plan-part"))
    }

    private func isPreliminary(_ value: ResultValue) -> Bool {
        value.derivation.inputs.contains { input in
            if case .observation(let observation) = input.origin { return observation.revision == .preliminary }
            return false
        }
    }

    func point(_ value: ResultValue) -> DataPoint {
        DataPoint(
            x: Double(value.key.period.ordinal), value: value.number, isPreliminary: isPreliminary(value),
            href: context.links.explanation(value.key))
    }

    /// The base in the form of the target: changes start from zero.
    var basePoint: DataPoint? {
        guard let year = target.target.baseYear else { return nil }
        if target.target.form.isPercentage || target.transformation != .level {
            return target.target.form == .annualRate ? nil : DataPoint(x: Double(year), value: 0)
        }
        guard let base, let number = base.number, let unit = base.unit,
            let converted = unit.convert(number, to: target.unit)
        else { return nil }
        return DataPoint(x: Double(year), value: converted, href: context.links.explanation(base.key))
    }

    var targetPoint: DataPoint {
        DataPoint(x: Double(target.target.targetYear), value: value("target", target.target.targetYear)?.number)
    }

    /// A small drawing of the course, for a table.
    var trajectory: String {
        TrajectoryChart(
            frame: context.frame(name, key: "t-" + id),
            base: basePoint ?? DataPoint(x: Double(target.target.targetYear - 5), value: nil),
            observations: values("achieved").map { point($0) }, target: targetPoint,
            names: Self.trajectoryNames(wording), style: context.style(decimals: 2)
        ).svg()
    }

    /// The target on a scale of its own; `nil` without base or figure.
    var bulletRow: BulletRow? {
        guard target.target.upper == nil, let base = basePoint?.value, let latest, let actual = latest.number,
            base != targetPoint.value
        else {
            return nil
        }
        let isWeak = (verdict?.trust ?? .official) >= .doubtful
        return BulletRow(
            label: [name, wording.unit(target.unit)].joined(separator: wording("comma"))
                + (isWeak ? " †" : ""), base: base, actual: actual,
            path: value("required", latest.key.period.ordinal)?.number, target: targetPoint.value,
            isPreliminary: isPreliminary(latest),
            style: context.style(decimals: NumberText.decimals(of: actual, unit: target.unit)),
            href: context.links.explanation(latest.key))
    }
}
