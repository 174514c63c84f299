import Foundation
import StatisticalData
import Studies
import TargetTracking

/// The published methods of progress once more: sheet of targets, sections 4 and 5; Student's t in closed form by
/// Abramowitz and Stegun 26.7.3 and 26.7.4.
extension PlainEvaluator {
    func methods(_ value: ResultValue, _ target: PlanTarget) -> Outcome? {
        let inputs = value.derivation.inputs
        let first = inputs.first.map { number($0) } ?? .nan
        let rule = target.target
        let (year, goalYear) = (Double(value.key.period.ordinal), Double(rule.targetYear))
        let baseYear = rule.baseYear.map { Double($0) } ?? .nan
        let (passed, span) = (year - baseYear, goalYear - baseYear)
        switch value.derivation.formula {
        case "formula-eurostat-ratio": return Outcome(value: first / number(inputs[1]))
        case "formula-open-sdg-score":
            let (now, goal) = (level(inputs[1], at: passed, target), level(inputs[2], at: span, target))
            let wantsHigh = rule.upper.map { goal < $0 } ?? rule.comparison.wantsHigh
            if wantsHigh ? now >= goal : now <= goal { return Outcome(value: 5) }
            return Outcome(
                value: first >= 0.6 ? min(7.1429 * first - 4.2857, 5) : max(4.1667 * first - 2.5, -5))
        case "formula-current-status-index": return Outcome(value: 10 * first)
        case "formula-linear-ratio": return Outcome(value: first / (passed / span))
        case "formula-time-distance":
            if inputs.count == 1 { return Outcome(value: first * span - passed) }
            let ends = ["y", "y*"].map { role in
                level(inputs.first { $0.role == role }, at: role == "y" ? passed : span, target)
            }
            let start = start(value, target)
            return Outcome(value: span * log(ends[0] / start) / log(ends[1] / start) - passed)
        case "formula-anticipated": return anticipated(value, target, span)
        case "formula-projected": return anticipated(value, target, passed)
        case "formula-staying-probability":
            let line = line(value, target, span)
            let ends = ["y*", "y**"].map { role in
                level(inputs.first { $0.role == role }, at: span, target)
            }
            func below(_ end: Double) -> Double {
                let inside = Self.inside(abs(end - line.value) / line.error, line.degrees)
                return end > line.value ? 0.5 + inside / 2 : (1 - inside) / 2
            }
            return Outcome(value: below(ends[1]) - below(ends[0]))
        case "formula-planned-distance":
            var corners = self.inputs(value, startingWith: "y(").map { input in
                (Double(input.role.dropFirst(2).dropLast()) ?? .nan, level(input, at: 0, target))
            }
            corners = [(baseYear, start(value, target))] + corners + [(goalYear, level(inputs[1], at: span, target))]
            let now = level(inputs[0], at: passed, target)
            let step = zip(corners, corners.dropFirst()).first { ($0.1 - now) * ($1.1 - now) <= 0 }
            guard let (from, to) = step else { return nil }
            return Outcome(value: from.0 + (now - from.1) / (to.1 - from.1) * (to.0 - from.0) - year)
        case "formula-meeting-probability":
            let line = line(value, target, span)
            let goal = level(inputs.first { $0.role == "y*" }, at: span, target)
            let lead = rule.comparison.wantsHigh ? line.value - goal : goal - line.value
            let inside = Self.inside(abs(lead / line.error), line.degrees)
            return Outcome(value: lead > 0 ? 0.5 + inside / 2 : (1 - inside) / 2)
        case "formula-anticipated-gap":
            let (ahead, goal) = (level(inputs[0], at: span, target), level(inputs[1], at: span, target))
            return Outcome(value: 100 * (goal - ahead) / (goal - start(value, target)))
        default: return nil
        }
    }

    /// A figure as a level: 1 + change/100 for forms in per cent, to the power of the years for a mean rate.
    private func level(_ input: DerivationInput?, at years: Double, _ target: PlanTarget) -> Double {
        guard let input else { return .nan }
        let figure = number(input, in: target.unit)
        if target.target.form == .annualRate { return pow(1 + figure / 100, years) }
        return target.target.form.isPercentage ? 1 + figure / 100 : figure
    }

    private func start(_ value: ResultValue, _ target: PlanTarget) -> Double {
        if target.target.form.isPercentage { return 1 }
        guard target.transformation == .level else { return 0 }
        return value.derivation.inputs.first { $0.role == "y₀" }.map { number($0, in: target.unit) } ?? .nan
    }

    private func anticipated(_ value: ResultValue, _ target: PlanTarget, _ span: Double) -> Outcome {
        let line = line(value, target, span)
        var (near, far) = (0.0, 1e6)
        for _ in 0..<200 {
            let middle = (near + far) / 2
            if Self.inside(middle, line.degrees) < 0.9 { near = middle } else { far = middle }
        }
        func inForm(_ level: Double) -> Double {
            if target.target.form == .annualRate { return 100 * (pow(level, 1 / span) - 1) }
            return target.target.form.isPercentage ? 100 * (level - 1) : level
        }
        return Outcome(
            value: inForm(line.value), low: inForm(line.value - near * line.error),
            high: inForm(line.value + near * line.error))
    }

    /// The line of the normal equations at the target year, the error of its prediction and its degrees of freedom.
    private func line(
        _ value: ResultValue, _ target: PlanTarget, _ span: Double
    ) -> (value: Double, error: Double, degrees: Int) {
        var points = [(x: 0.0, y: start(value, target))]
        for input in inputs(value, startingWith: "y(") {
            let x = (Double(input.role.dropFirst(2).dropLast()) ?? .nan) - Double(target.target.baseYear ?? 0)
            points.append((x, level(input, at: x, target)))
        }
        let last = points.map(\.x).max() ?? 0
        func sum(_ term: (Double, Double) -> Double) -> Double {
            points.reduce(0) { $0 + ($1.x + 1) / (last + 1) * term($1.x, $1.y) }
        }
        let (w, x, xx) = (sum { _, _ in 1 }, sum { x, _ in x }, sum { x, _ in x * x })
        let (y, xy) = (sum { _, y in y }, sum { x, y in x * y })
        let determinant = w * xx - x * x
        let (slope, cut) = ((w * xy - x * y) / determinant, (xx * y - x * xy) / determinant)
        let squares = sum { x, y in (y - cut - slope * x) * (y - cut - slope * x) }
        let leverage = (xx - 2 * span * x + span * span * w) / determinant
        let degrees = points.count - 2
        return (cut + slope * span, (squares / Double(degrees) * (1 + leverage)).squareRoot(), degrees)
    }

    /// P(|T| <= t) for whole degrees of freedom.
    private static func inside(_ t: Double, _ degrees: Int) -> Double {
        let angle = atan(t / Double(degrees).squareRoot())
        let square = cos(angle) * cos(angle)
        var (term, sum) = (1.0, 0.0)
        for step in stride(from: degrees % 2 == 0 ? 2 : 3, through: degrees, by: 2) {
            sum += term
            term *= square * Double(step - 1) / Double(step)
        }
        if degrees % 2 == 0 { return sin(angle) * sum }
        return 2 / Double.pi * (angle + sin(angle) * cos(angle) * sum)
    }
}
