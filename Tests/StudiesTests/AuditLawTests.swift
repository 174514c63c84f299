import StatisticalData
import Studies
import TargetTracking
import Testing

/// The audit law: whatever a study says follows from what its derivation names, and from nothing else.
struct AuditLawTests {
    static let studies = [
        "eco-parks-illustrative",
        "efficiency-illustration", "embodied-trade", "energy-decoupling", "energy-drivers-2020", "energy-drivers",
        "energy-intensity", "energy-saving-2020", "green-development-index-2016", "green-economy-progress",
        "green-jobs",
        "plan-12fyp", "plan-13fyp", "plan-263", "plan-china-13fyp", "plan-eco-civilisation", "plan-energy",
        "plan-xiaokang", "target-assessment-2016-2020",
    ]

    @Test func everyStudyOfTheExampleIsListed() throws {
        #expect(try ExampleFolder.results().map(\.study) == Self.studies)
    }

    @Test(arguments: studies)
    func everyNumberFollowsFromItsInputs(study: String) throws {
        let index = try ExampleFolder.result(study)
        let evaluator = PlainEvaluator(index: index)
        var checked = 0
        for value in index.result.values {
            guard let number = value.number, !PlainEvaluator.simulated.contains(value.derivation.formula) else {
                continue
            }
            let plain = try evaluator.evaluate(value)
            #expect(agree(number, plain.value), "\(value.key): \(number) is not \(plain.value), \(value.derivation)")
            #expect(agree(value.low, plain.low), "\(value.key): low end")
            #expect(agree(value.high, plain.high), "\(value.key): high end")
            checked += 1
        }
        #expect(checked > 0)
    }

    /// A number without an end of its interval, or outside of it, is no interval.
    @Test(arguments: studies)
    func everyIntervalHoldsItsValue(study: String) throws {
        for value in try ExampleFolder.result(study).result.values {
            guard let number = value.number else { continue }
            #expect(number.isFinite, "\(value.key)")
            #expect((value.low == nil) == (value.high == nil), "\(value.key)")
            if let low = value.low, let high = value.high { #expect(low <= number && number <= high, "\(value.key)") }
        }
    }

    /// Every input is there, and comes before the value that uses it: no value can rest on itself.
    @Test(arguments: studies)
    func everyInputComesBeforeItsUse(study: String) throws {
        let result = try ExampleFolder.result(study).result
        var seen: Set<ResultKey> = []
        for value in result.values {
            #expect(!value.derivation.inputs.isEmpty || value.number == 0, "\(value.key) rests on nothing")
            for input in value.derivation.inputs {
                if case .result(let key) = input.origin {
                    #expect(seen.contains(key), "\(value.key) uses \(key) too early")
                }
            }
            #expect(seen.insert(value.key).inserted, "\(value.key) is there twice")
        }
    }

    private static let courseMeasures = [
        "progress", "required", "achieved-rate", "required-rate", "still-needed", "still-needed-linear", "status",
    ]

    /// The values on the course of targets that start from zero: in per cent, or a change since the base year.
    private func coursesFromZero(_ index: ResultIndex) -> [(value: ResultValue, target: PlanTarget)] {
        let evaluator = PlainEvaluator(index: index)
        return index.result.values.compactMap { value in
            guard let target = evaluator.target(value.key), Self.courseMeasures.contains(value.key.measure),
                target.target.form.isPercentage || target.transformation != .level
            else { return nil }
            return (value, target)
        }
    }

    /// A target in per cent starts from zero, and so does a change since the base year: their derivations must not
    /// name a base, in a unit of its own, that took no part.
    @Test(arguments: studies)
    func noDerivationNamesABaseThatTookNoPart(study: String) throws {
        let naming = coursesFromZero(try ExampleFolder.result(study)).filter { value, _ in
            value.derivation.inputs.contains { $0.role == "y₀" }
        }
        #expect(naming.map { "\($0.value.key.item) \($0.value.key.measure)" } == [])
    }

    /// A rate between changes in per cent is one between 1 + change/100, and its expression must say so: with
    /// y = -9.961 and y* = -17 a reader who takes 100 · ((y*/y)^(1/3) - 1) gets nonsense.
    @Test(arguments: studies)
    func expressionsOfChangesTurnThemIntoLevels(study: String) throws {
        let wrong = coursesFromZero(try ExampleFolder.result(study)).filter { value, target in
            let isRate = ["formula-achieved-rate", "formula-required-rate", "formula-still-needed"]
                .contains(value.derivation.formula)
            return target.target.form.isPercentage && isRate
        }.filter { !$0.value.derivation.expression.contains("/100") }
        #expect(Set(wrong.map(\.value.derivation.expression)) == [])
    }
}
