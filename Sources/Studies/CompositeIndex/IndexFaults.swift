import CompositeIndicators
import SensitivityAnalysis
public import StatisticalData

/// The errors of the steps of a composite index as faults with messages.
public enum IndexFaults {
    /// The faults an error stands for; none for errors of other kinds.
    public static func faults(_ error: any Error, at place: Place) -> [Fault] {
        switch error {
        case let faults as Faults: faults.list
        case let fault as Fault: [fault]
        case let faults as DenominationFaults: Fault.index(faults, at: place)
        case let faults as ScreeningFaults: Fault.index(faults, at: place)
        case let fault as ImputationFault: [Fault.index(fault, at: place)]
        case let faults as NormalisationFaults: Fault.index(faults, at: place)
        case let fault as WeightingError: [Fault.index(fault, at: place)]
        case let fault as AggregationError: [Fault.index(fault, at: place)]
        case let fault as SensitivityFault: [Fault.sensitivity(fault, at: place)]
        case let faults as IndexUncertaintyFaults: faults.list.map { Fault.uncertainty($0, at: place) }
        case let failed as IndexUncertaintyFailures: Fault.failedRuns(failed, at: place)
        case let overflow as MeasurementOverflow:
            [Fault("index-vary-overflow", at: place, ["unit": overflow.unit, "indicator": overflow.indicator])]
        case is NoResult: [Fault("index-vary-no-result", at: place)]
        case let faults as ProvincialIndexFaults: faults.list.map { Fault.rules($0, at: place) }
        default: questionFaults(error, at: place)
        }
    }
}

extension Fault {
    /// A table that is not there.
    public static func noTable(_ path: String) -> Fault {
        Fault("index-no-table", at: Place(file: path), ["found": path])
    }

    /// More methods of aggregation than the tree has levels above the indicators.
    public static func surplusMethods(_ found: Int, levels: Int) -> Fault {
        Fault(
            "index-surplus-methods", at: Place(file: "--aggregate"),
            ["found": String(found), "expected": String(levels)])
    }

    /// A code that is also the name of a column of the result.
    public static func codeOfResult(_ code: String, at place: Place) -> Fault {
        Fault("index-code-of-result", at: place, ["found": code])
    }

    /// A table without a column of times where steps over time are asked for.
    public static func noTimes(at place: Place) -> Fault {
        Fault("index-no-times", at: place)
    }

    /// Judgments that contradict each other, a warning.
    public static func inconsistentJudgments(
        _ parent: String, ratio: String, triples: [String], at place: Place
    ) -> Fault {
        Fault(
            "index-judgment-inconsistent", at: place, severity: .warning,
            ["parent": parent, "found": ratio, "triples": triples.joined(separator: "; ")])
    }

    /// Optimised weights that do not make influence equal, a warning.
    public static func unevenInfluence(residual: String, at place: Place) -> Fault {
        Fault("index-uneven-influence", at: place, severity: .warning, ["found": residual])
    }

    /// A unit that the data do not have.
    public static func unknownUnit(_ found: String, known: [String], at place: Place) -> Fault {
        Fault(
            "index-unknown-unit", at: place,
            ["found": found, "nearest": Suggestion.nearest(to: found, among: known) ?? "-"])
    }

    /// A group column that the data do not have.
    public static func unknownGroup(_ found: String, known: [String]) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "index-unknown-group", at: Place(file: "--impute"),
            [
                "found": found, "nearest": nearest ?? "-",
                "expected": known.isEmpty ? "-" : known.joined(separator: ", "),
            ])
    }
}
