public import SensitivityAnalysis
public import StatisticalData

extension Fault {
    /// What stops an analysis of how sure ranks are.
    public static func sensitivity(_ fault: SensitivityFault, at place: Place) -> Fault {
        switch fault {
        case .tooManyDimensions(let wanted, let maximum):
            Fault("index-vary-dimensions", at: place, ["found": String(wanted), "maximum": String(maximum)])
        case .emptyOrOversizedDesign(let rows, let inputs):
            Fault("index-vary-size", at: place, ["rows": String(rows), "choices": String(inputs)])
        case .tooManyFailures(let failures, _):
            Fault(
                "index-vary-failures", at: place,
                [
                    "count": String(failures.count), "total": String(failures.total),
                    "runs": failures.runs.prefix(20).map(String.init).joined(separator: ", "),
                ])
        case .noVariance: Fault("index-vary-no-variance", at: place)
        case .noCompleteRow: Fault("index-vary-no-row", at: place)
        case .sampleShape, .oddLevels, .outputCount, .undefinedQuantile, .rankCount, .irregularRanks,
            .unlikeDistributions:
            Fault("index-vary-inner", at: place, ["found": String(describing: fault)])
        }
    }

    /// A panel from which no time was chosen.
    public static func panel(_ times: [Int], at place: Place) -> Fault {
        Fault("index-panel", at: place, ["times": times.map(String.init).joined(separator: ", ")])
    }

    /// A time that no row has.
    public static func unknownTime(_ time: Int, known: [Int], at place: Place) -> Fault {
        Fault(
            "index-unknown-time", at: place,
            [
                "found": String(time),
                "times": known.isEmpty ? "-" : known.map(String.init).joined(separator: ", "),
            ])
    }
}
