public import CompositeIndicators
public import StatisticalData

extension Fault {
    /// What is wrong with a normalisation.
    public static func index(_ error: NormalisationFault, at place: Place) -> Fault {
        switch error {
        case .groupsMismatch(let labels, let rows):
            Fault("index-step-normalise-labels", at: place, ["found": String(labels), "expected": String(rows)])
        case .noMetadata(let indicator):
            Fault("index-step-normalise-no-metadata", at: place, ["indicator": indicator])
        case .invalidDirection(let indicator, let direction):
            Fault(
                "index-step-normalise-direction", at: place, ["indicator": indicator, "found": String(direction)])
        case .noValues(let indicator):
            Fault("index-step-normalise-no-values", at: place, ["indicator": indicator])
        case .missingParameter(let indicator, let name):
            Fault(
                "index-step-normalise-missing-parameter", at: place, ["indicator": indicator, "expected": name])
        case .invalidParameter(let indicator):
            Fault("index-step-normalise-parameter", at: place, ["indicator": indicator])
        case .directionUnsupported(let indicator):
            Fault("index-step-normalise-direction-unsupported", at: place, ["indicator": indicator])
        case .zeroRange(let indicator, nil):
            Fault("index-step-normalise-zero-range", at: place, ["indicator": indicator])
        case .zeroRange(let indicator, let group?):
            Fault(
                "index-step-normalise-zero-range-in-group", at: place, ["indicator": indicator, "group": group])
        case .overflow(let indicator, _):
            Fault("index-step-normalise-overflow", at: place, ["indicator": indicator])
        case .tooFewUnits(let indicator, nil):
            Fault("index-step-normalise-too-few-units", at: place, ["indicator": indicator])
        case .tooFewUnits(let indicator, let group?):
            Fault(
                "index-step-normalise-too-few-units-in-group", at: place, ["indicator": indicator, "group": group])
        case .unusableReference(let indicator, nil, let unit):
            Fault("index-step-normalise-reference", at: place, ["indicator": indicator, "unit": unit])
        case .unusableReference(let indicator, let group?, let unit):
            Fault(
                "index-step-normalise-reference-in-group", at: place,
                ["indicator": indicator, "group": group, "unit": unit])
        case .referenceIsMinimum(let indicator, nil):
            Fault("index-step-normalise-reference-worst", at: place, ["indicator": indicator])
        case .referenceIsMinimum(let indicator, let group?):
            Fault(
                "index-step-normalise-reference-worst-in-group", at: place, ["indicator": indicator, "group": group])
        case .targetNotAboveMinimum(let indicator, nil):
            Fault("index-step-normalise-target", at: place, ["indicator": indicator])
        case .targetNotAboveMinimum(let indicator, let group?):
            Fault("index-step-normalise-target-in-group", at: place, ["indicator": indicator, "group": group])
        case .notPositive(let indicator, nil):
            Fault("index-step-normalise-not-positive", at: place, ["indicator": indicator])
        case .notPositive(let indicator, let group?):
            Fault(
                "index-step-normalise-not-positive-in-group", at: place, ["indicator": indicator, "group": group])
        }
    }

    /// Everything wrong with a normalisation.
    public static func index(_ error: NormalisationFaults, at place: Place) -> [Fault] {
        error.list.map { index($0, at: place) }
    }
}
