import Foundation
import StatisticalData
import Studies
import TargetTracking

extension PlainEvaluator {
    /// The row of the plan a value is about.
    func target(_ key: ResultKey) -> PlanTarget? {
        switch index.result.detail {
        case .planLedger(let detail): detail.targets.first { $0.item == key.item && $0.area == key.area }
        case .greenEconomyProgress(let detail): detail.indicators.first { $0.item == key.item }?.plan
        default: nil
        }
    }

    /// The figures of a target in the letters of the method sheet, levels where the form is in per cent.
    private struct Letters {
        /// y, y* and y_0; 1 + change/100 for forms in per cent, so that y_0 is 1.
        let now: Double
        let goal: Double
        let base: Double?
        /// t, T and t_0.
        let year: Double
        let goalYear: Double
        let baseYear: Double?
    }

    private func letters(_ value: ResultValue, _ target: PlanTarget) -> Letters {
        let rule = target.target
        let (year, goalYear) = (Double(value.key.period.ordinal), Double(rule.targetYear))
        let baseYear = rule.baseYear.map { Double($0) }
        func input(_ role: String) -> Double? {
            inputs(value, startingWith: role).first { $0.role == role }.map { number($0, in: target.unit) }
        }
        let (now, goal) = (input("y") ?? .nan, input("y*") ?? .nan)
        if rule.form == .annualRate {
            let span = goalYear - (baseYear ?? .nan)
            return Letters(
                now: pow(1 + now / 100, year - (baseYear ?? .nan)), goal: pow(1 + goal / 100, span), base: 1,
                year: year, goalYear: goalYear, baseYear: baseYear)
        }
        if rule.form.isPercentage {
            return Letters(
                now: 1 + now / 100, goal: 1 + goal / 100, base: 1, year: year, goalYear: goalYear, baseYear: baseYear)
        }
        // A change or an amount since the base year starts at zero: its derivation names no base.
        let base = target.transformation == .level ? input("y₀") : 0
        return Letters(now: now, goal: goal, base: base, year: year, goalYear: goalYear, baseYear: baseYear)
    }

    func plan(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        switch value.derivation.formula {
        case "formula-declared":
            return Outcome(value: number(inputs[0], in: value.unit))
        case "formula-relative-to-base":
            return Outcome(value: inputs.reduce(0.0) { $0 + number($1, in: value.unit) })
        case "formula-mean-rate":
            let product = inputs.reduce(1.0) { $0 * (1 + number($1) / 100) }
            return Outcome(value: 100 * (pow(product, 1 / Double(inputs.count)) - 1))
        case "formula-from-levels":
            return Outcome(value: 100 * (number(inputs[0]) / number(inputs[1]) - 1))
        case "formula-implied-base":
            return Outcome(value: number(inputs[0], in: value.unit) / (1 + number(inputs[1]) / 100))
        case "formula-implied-cap":
            return Outcome(value: number(inputs[0], in: value.unit) * (1 + number(inputs[1]) / 100))
        default:
            return target(value.key).flatMap { course(value, $0) ?? methods(value, $0) }
        }
    }

    private func course(_ value: ResultValue, _ target: PlanTarget) -> Outcome? {
        let letters = letters(value, target)
        let start = letters.base ?? .nan
        let (passed, span) = (letters.year - (letters.baseYear ?? .nan), letters.goalYear - (letters.baseYear ?? .nan))
        let left = letters.goalYear - letters.year
        func rate(_ from: Double, _ to: Double, _ years: Double) -> Outcome {
            Outcome(value: 100 * (pow(to / from, 1 / years) - 1))
        }
        switch value.derivation.formula {
        case "formula-required-annual-plan": return Outcome(value: number(value.derivation.inputs[0], in: value.unit))
        case "formula-required-linear", "formula-required-compound":
            return required(letters, target, share: passed / span)
        case "formula-progress": return Outcome(value: (letters.now - start) / (letters.goal - start))
        case "formula-achieved-rate": return rate(start, letters.now, passed)
        case "formula-required-rate": return rate(start, letters.goal, span)
        case "formula-still-needed": return rate(letters.now, letters.goal, left)
        case "formula-still-needed-linear":
            let scale: Double = target.target.form.isPercentage ? 100 : 1
            return Outcome(value: scale * (letters.goal - letters.now) / left)
        default: return nil
        }
    }

    /// The value of the path; the target itself when it falls due, is a mean due every year, or is to be held.
    private func required(_ letters: Letters, _ target: PlanTarget, share: Double) -> Outcome {
        let rule = target.target
        let wantsHigh = rule.upper.map { letters.goal < $0 } ?? rule.comparison.wantsHigh
        let isHeld = letters.base.map { wantsHigh ? $0 >= letters.goal : $0 <= letters.goal } ?? false
        let printed = rule.form.isPercentage ? 100 * (letters.goal - 1) : letters.goal
        if rule.form == .annualRate { return Outcome(value: target.printedTarget) }
        if letters.year == letters.goalYear || isHeld { return Outcome(value: printed) }
        let start = letters.base ?? .nan
        let level =
            rule.path == .linear ? start + (letters.goal - start) * share : start * pow(letters.goal / start, share)
        return Outcome(value: rule.form.isPercentage ? 100 * (level - 1) : level)
    }
}
