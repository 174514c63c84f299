import StatisticalData
import Studies
import TargetTracking
import Testing

/// The audit law for words: agreements and verdicts follow from the numbers their derivations name.
struct AuditWordTests {
    @Test(arguments: AuditLawTests.studies)
    func everyAgreementFollowsFromItsInputs(study: String) throws {
        let index = try ExampleFolder.result(study)
        for value in index.result.values {
            guard let expected = agreement(value, index) else { continue }
            #expect(value.word == (expected ? "yes" : "no"), "\(value.key)")
        }
    }

    private func agreement(_ value: ResultValue, _ index: ResultIndex) -> Bool? {
        let evaluator = PlainEvaluator(index: index)
        let inputs = value.derivation.inputs
        switch value.derivation.formula {
        case "formula-within-tolerance":
            guard case .compositeIndex(let detail) = index.result.detail, let tolerance = detail.tolerance else {
                return nil
            }
            return evaluator.number(inputs[0]) <= tolerance
        case "formula-ranks-equal":
            let printed = inputs.filter { $0.role.hasPrefix("r(published, ") }
            return printed.allSatisfy { input in
                let own = inputs.first { $0.role == "r(" + input.role.dropFirst("r(published, ".count) }
                return own.map { evaluator.number($0) == evaluator.number(input) } ?? false
            }
        case "formula-intervals-meet":
            let ends = inputs.map { evaluator.ends($0) }
            return ends[0].0 <= ends[1].1 && ends[1].0 <= ends[0].1
        case "formula-rounds-to-cap":
            guard let cut = evaluator.target(value.key), let cap = evaluator.cap(of: cut) else { return nil }
            let implied = evaluator.number(inputs[0], in: cap.unit)
            let factor = Decimals.power(cap.decimals)
            return (implied * factor).rounded() == (cap.printedTarget * factor).rounded()
        default:
            return nil
        }
    }

    /// Section 2 of the method sheet on targets: met or on target, below expectation, regress, by progress and time.
    @Test(arguments: AuditLawTests.studies)
    func everyStatusFollowsFromProgressAndTarget(study: String) throws {
        let index = try ExampleFolder.result(study)
        let evaluator = PlainEvaluator(index: index)
        for value in index.result.values where value.key.measure == "status" {
            guard let target = evaluator.target(value.key), value.word != Verdict.noData.rawValue,
                let achieved = number(value, "achieved", index)
            else { continue }
            let goal = target.target.value
            let isMet =
                switch target.target.comparison {
                case .atLeast: achieved >= goal
                case .atMost: achieved <= goal
                case .above: achieved > goal
                case .below: achieved < goal
                }
            let isFinal = value.key.period.ordinal == target.target.targetYear
            let allowed: [Verdict] =
                isFinal
                ? (isMet ? [.met, .metButSlipping] : [.missed, .missedAndRegressed])
                : (isMet ? [.onTarget, .metButSlipping] : [.onTarget, .belowExpectation, .regress])
            #expect(allowed.map(\.rawValue).contains(value.word ?? ""), "\(value.key)")
            guard let progress = number(value, "progress", index), !isMet else { continue }
            #expect((progress < 0) == (value.word == "regress" || value.word == "missed and regressed"), "\(value.key)")
            guard !isFinal, progress >= 0, let due = number(value, "required", index) else { continue }
            let isOnPath = target.target.comparison.wantsHigh ? achieved >= due : achieved <= due
            #expect(isOnPath == (value.word == "on target"), "\(value.key)")
        }
    }

    /// Section 5 of the same sheet: classes by their limits.
    @Test func everyClassFollowsFromItsNumber() throws {
        let index = try ExampleFolder.result("plan-13fyp")
        let evaluator = PlainEvaluator(index: index)
        var checked: [String: Int] = [:]
        for value in index.result.values {
            let found = value.derivation.inputs.first.map { evaluator.number($0) } ?? .nan
            let expected: String? =
                switch value.key.measure {
                case "eurostat-class":
                    found >= 0.95
                        ? "significant progress"
                        : found >= 0.6 ? "moderate progress" : found >= 0 ? "insufficient progress" : "movement away"
                case "sdsn-arrow":
                    found >= 1
                        ? "on track" : found >= 0.5 ? "moderately improving" : found >= 0 ? "stagnating" : "decreasing"
                case "gap-class": found <= 10 ? "maintain" : found <= 100 ? "accelerate" : "reverse"
                default: nil
                }
            guard let expected else { continue }
            checked[value.key.measure, default: 0] += 1
            #expect(value.word == expected, "\(value.key)")
        }
        #expect(checked.count == 3 && checked.values.allSatisfy { $0 > 3 }, "\(checked)")
    }

    private func number(_ value: ResultValue, _ measure: String, _ index: ResultIndex) -> Double? {
        index[value.key.item, measure, value.key.area, value.key.period]?.number
    }
}

extension PlainEvaluator {
    /// The ends of what a printed or implied figure may stand for; a whole number stands for half a unit each way.
    func ends(_ input: DerivationInput) -> (Double, Double) {
        guard case .result(let key) = input.origin, let value = index[key] else { return (.nan, .nan) }
        if let low = value.low, let high = value.high { return (low, high) }
        guard value.derivation.formula == "formula-implied-growth" else {
            return (number(input) - 0.5, number(input) + 0.5)
        }
        let parts = value.derivation.inputs.map { (number: number($0), width: halfWidth($0) ?? 0.5) }
        func quotient(_ sign: Double) -> Double {
            let top = 1 + (parts[0].number + sign * parts[0].width) / 100
            return 100 * (top / (1 + (parts[1].number - sign * parts[1].width) / 100) - 1)
        }
        return (quotient(-1), quotient(1))
    }

    /// The cap that states the same target as a cut.
    func cap(of cut: PlanTarget) -> PlanTarget? {
        guard case .planLedger(let detail) = index.result.detail else { return nil }
        return detail.targets.first { $0.target.form == .cap && $0.series == cut.series && $0.area == cut.area }
    }
}
