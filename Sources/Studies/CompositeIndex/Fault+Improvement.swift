import CompositeIndicators
public import StatisticalData

extension IndexFaults {
    /// The faults of questions asked of a finished index; none for errors of other kinds.
    static func questionFaults(_ error: any Error, at place: Place) -> [Fault] {
        switch error {
        case let error as ImprovementError: [fault(error, place)]
        case let error as WeightRegionError: [fault(error, place)]
        case let error as IndexCutError: [fault(error, place)]
        case let error as ScoreGapError: [fault(error, place)]
        case let error as IndexChangeError: [fault(error, place)]
        default: []
        }
    }

    private static func fault(_ error: ImprovementError, _ place: Place) -> Fault {
        switch error {
        case .unknownUnit(let unit): Fault("index-ask-unit", at: place, ["found": unit])
        case .noRank(let unit): Fault("index-ask-no-rank", at: place, ["unit": unit])
        case .alreadyReached(let unit, let rank):
            Fault("index-ask-reached", at: place, ["unit": unit, "rank": String(rank)])
        case .invalidRank: Fault("index-ask-first", at: place)
        case .unknownIndicator(let code): Fault("index-ask-indicator", at: place, ["element": code])
        case .comparesUnits(let aggregate): Fault("index-ask-compares", at: place, ["aggregate": aggregate])
        }
    }

    private static func fault(_ error: WeightRegionError, _ place: Place) -> Fault {
        switch error {
        case .empty: Fault("index-ask-region-empty", at: place)
        case .noWeights, .invalidWeight, .weightsAllZero, .invalidShare, .wrongCount, .invalidBounds, .invalidScore,
            .notTwoChildren:
            Fault("index-ask-region", at: place, ["found": String(describing: error)])
        }
    }

    private static func fault(_ error: IndexCutError, _ place: Place) -> Fault {
        switch error {
        case .noLevel(let level, let highest):
            Fault("index-ask-level", at: place, ["found": String(level), "highest": String(highest)])
        case .notArithmetic(let aggregate): Fault("index-ask-linear", at: place, ["aggregate": aggregate])
        case .notAFullCut(let level): Fault("index-ask-cut", at: place, ["found": String(level)])
        }
    }

    private static func fault(_ error: ScoreGapError, _ place: Place) -> Fault {
        switch error {
        case .unknownUnit(let unit): Fault("index-ask-unit", at: place, ["found": unit])
        case .unknownIndex(let code): Fault("index-ask-indicator", at: place, ["element": code])
        case .noIndex(let unit): Fault("index-ask-no-rank", at: place, ["unit": unit])
        case .comparesUnits(let aggregate): Fault("index-ask-compares", at: place, ["aggregate": aggregate])
        case .missingMixture(let aggregate): Fault("index-ask-mixture", at: place, ["aggregate": aggregate])
        }
    }

    private static func fault(_ error: IndexChangeError, _ place: Place) -> Fault {
        switch error {
        case .noCommonUnits: Fault("index-ask-common-units", at: place)
        case .groupedImputation: Fault("index-ask-groups", at: place)
        case .notArithmetic(let aggregate): Fault("index-ask-linear", at: place, ["aggregate": aggregate])
        }
    }
}

extension Fault {
    /// Two units that were asked for by one text, and are not both there.
    public static func unknownPair(_ found: String, known: [String], at place: Place) -> Fault {
        let parts = found.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let missing = parts.first { !known.contains($0) } ?? found
        return Fault(
            "index-ask-pair", at: place,
            ["found": missing, "nearest": Suggestion.nearest(to: missing, among: known) ?? known.first ?? "-"])
    }

    /// A unit that lacks a score.
    public static func incompleteUnit(_ unit: String, at place: Place) -> Fault {
        Fault("index-ask-incomplete", at: place, ["unit": unit])
    }
}
