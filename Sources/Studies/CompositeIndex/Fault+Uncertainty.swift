public import CompositeIndicators
import SensitivityAnalysis
public import StatisticalData

extension Fault {
    /// What is wrong with the choices that vary.
    public static func uncertainty(_ fault: IndexUncertaintyFault, at place: Place) -> Fault {
        switch fault {
        case .repeated(let choice): Fault("index-vary-repeated", at: place, ["choice": choice])
        case .noAlternatives(let choice): Fault("index-vary-no-alternatives", at: place, ["choice": choice])
        case .invalidNumber(let choice, let number):
            Fault("index-vary-number", at: place, ["choice": choice, "found": Decimals.text(number)])
        case .unknownElement(let choice, let element, let known):
            Fault(
                "index-vary-element", at: place,
                ["choice": choice, "found": element, "nearest": Suggestion.nearest(to: element, among: known) ?? "-"])
        case .unknownColumn(let choice, let column, let known):
            Fault(
                "index-vary-column", at: place,
                ["choice": choice, "found": column, "nearest": Suggestion.nearest(to: column, among: known) ?? "-"])
        case .unknownLevel(let choice, let level, let highest):
            Fault(
                "index-vary-level", at: place,
                ["choice": choice, "found": String(level), "maximum": String(highest)])
        case .nothingLeft(let elements):
            Fault("index-vary-nothing-left", at: place, ["codes": elements.joined(separator: ", ")])
        case .noGoalposts: Fault("index-vary-no-goalposts", at: place)
        case .negativeWeight(let element): Fault("index-vary-negative-weight", at: place, ["element": element])
        case .incompatible(let normalisation, let aggregation):
            Fault(
                "index-vary-incompatible", at: place,
                ["normalisation": IndexWords.word(normalisation), "aggregation": IndexWords.word(aggregation)])
        case .noAggregationLeft(let normalisation):
            Fault(
                "index-vary-no-aggregation-left", at: place, ["normalisation": IndexWords.word(normalisation)])
        case .halfWidthsMismatch: Fault("index-vary-half-widths", at: place)
        case .unknownUnit(let unit, let known):
            Fault(
                "index-vary-unknown-unit", at: place,
                ["found": unit, "nearest": Suggestion.nearest(to: unit, among: known) ?? "-"])
        case .tooManyUnits(let found, let maximum):
            Fault(
                "index-vary-too-many-units", at: place, ["found": String(found), "maximum": String(maximum)])
        case .noSuchRun(let run): Fault("index-vary-no-run", at: place, ["found": String(run)])
        }
    }

    /// More runs without a result than allowed, and why the first of them failed.
    public static func failedRuns(_ failed: IndexUncertaintyFailures, at place: Place) -> [Fault] {
        let listed = failed.failures.runs
        let runs =
            listed.prefix(20).map(String.init).joined(separator: ", ") + (failed.failures.count > 20 ? ", …" : "")
        let fault = Fault(
            "index-vary-failures", at: place,
            ["count": String(failed.failures.count), "total": String(failed.failures.total), "runs": runs])
        return [fault] + IndexFaults.faults(failed.first.error, at: place)
    }
}
