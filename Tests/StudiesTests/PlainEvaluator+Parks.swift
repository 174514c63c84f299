import StatisticalData
import Studies

/// Parks against benchmarks: statuses are read, numbers recomputed.
extension PlainEvaluator {
    func parks(_ value: ResultValue) -> Outcome? {
        let inputs = value.derivation.inputs
        let numbers = inputs.map { number($0) }
        let words = inputs.map { word($0) }
        switch value.derivation.formula {
        case "formula-park-gap":
            let difference =
                value.derivation.expression.contains("(x − b)") ? numbers[0] - numbers[1] : numbers[1] - numbers[0]
            return Outcome(value: 100 * difference / numbers[1].magnitude)
        case "formula-park-applicable": return Outcome(value: Double(words.count { $0 != "not applicable" }))
        case "formula-park-benchmarks-met": return Outcome(value: Double(words.count { $0 == "met" }))
        case "formula-park-without-data": return Outcome(value: Double(words.count { $0 == "no data" }))
        case "formula-parks-met": return Outcome(value: Double(words.count { $0 == "met" }))
        case "formula-parks-not-met": return Outcome(value: Double(words.count { $0 == "not met" }))
        case "formula-parks-without-data": return Outcome(value: Double(words.count { $0 == "no data" }))
        case "formula-parks-not-applicable": return Outcome(value: Double(words.count { $0 == "not applicable" }))
        case "formula-goal-parks": return Outcome(value: Double(words.count))
        case "formula-parks-reached": return Outcome(value: Double(words.count { $0 == "benchmark reached" }))
        case "formula-parks-in-time": return Outcome(value: Double(words.count { $0 == "yes" }))
        case "formula-park-share-of-parks": return Outcome(value: 100 * numbers[0] / numbers[1])
        case "formula-park-share": return Outcome(value: 100 * numbers[0] / numbers[1])
        case "formula-park-share-known": return Outcome(value: 100 * numbers[0] / (numbers[1] - numbers[2]))
        case "formula-declared" where value.number != nil && inputs.count == 1: return Outcome(value: numbers[0])
        default: return nil
        }
    }
}
