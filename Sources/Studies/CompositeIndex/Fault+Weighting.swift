public import CompositeIndicators
public import StatisticalData

extension Fault {
    /// What stops a weighting.
    public static func index(_ error: WeightingError, at place: Place) -> Fault {
        switch error {
        case .unknown(let element):
            Fault("index-step-weights-unknown", at: place, ["element": element])
        case .noElements:
            Fault("index-step-weights-no-elements", at: place)
        case .missing(let unit, let element):
            Fault("index-step-weights-missing", at: place, ["unit": unit, "element": element])
        case .negative(let unit, let element):
            Fault("index-step-weights-negative-score", at: place, ["unit": unit, "element": element])
        case .constant(let element):
            Fault("index-step-weights-constant", at: place, ["element": element])
        case .zeroMean(let element):
            Fault("index-step-weights-zero-mean", at: place, ["element": element])
        case .noInformation:
            Fault("index-step-weights-no-information", at: place)
        case .tooFewUnits(let found, let needed):
            Fault(
                "index-step-weights-too-few-units", at: place,
                ["found": String(found), "expected": String(needed)])
        case .invalidWeight(let element):
            Fault("index-step-weights-weight", at: place, ["element": element])
        case .negativeWeight(let element):
            Fault("index-step-weights-negative-weight", at: place, ["element": element])
        case .weightsAllZero(let aggregate):
            Fault("index-step-weights-weightless", at: place, ["aggregate": aggregate])
        case .invalidTargets:
            Fault("index-step-weights-targets", at: place)
        case .invalidMinimumShare:
            Fault("index-step-weights-least-shares", at: place)
        case .invalidLevel(let found, let highest):
            Fault("index-step-weights-level", at: place, ["found": String(found), "expected": String(highest)])
        case .undefinedCorrelation(let element):
            Fault("index-step-weights-correlation", at: place, ["element": element])
        case .noConvergence:
            Fault("index-step-weights-not-converged", at: place)
        case .tooManyToOptimise(let found, let most):
            Fault("index-step-weights-too-many", at: place, ["found": String(found), "expected": String(most)])
        case .aggregation(let error):
            index(error, at: place)
        }
    }
}
