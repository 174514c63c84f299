public import CompositeIndicators
public import StatisticalData

extension Fault {
    /// What stops an aggregation.
    public static func index(_ error: AggregationError, at place: Place) -> Fault {
        switch error {
        case .noAggregates:
            Fault("index-step-aggregate-none", at: place)
        case .duplicate(let element):
            Fault("index-step-aggregate-duplicate", at: place, ["element": element])
        case .unknownParent(let element, let parent):
            Fault("index-step-aggregate-unknown-parent", at: place, ["element": element, "parent": parent])
        case .cycle(let element):
            Fault("index-step-aggregate-cycle", at: place, ["element": element])
        case .noParts(let element):
            Fault("index-step-aggregate-no-parts", at: place, ["element": element])
        case .noColumn(let indicator):
            Fault("index-step-aggregate-no-column", at: place, ["indicator": indicator])
        case .wrongSize(let expected, let found):
            Fault(
                "index-step-aggregate-size", at: place, ["found": String(found), "expected": String(expected)])
        case .invalidWeight(let element):
            Fault("index-step-aggregate-weight", at: place, ["element": element])
        case .negativeWeight(let element):
            Fault("index-step-aggregate-negative-weight", at: place, ["element": element])
        case .weightsAllZero(let aggregate):
            Fault("index-step-aggregate-weightless", at: place, ["aggregate": aggregate])
        case .negativeWeightInMethod(let element, let aggregate):
            Fault(
                "index-step-aggregate-negative-weight-in-method", at: place,
                ["element": element, "aggregate": aggregate])
        case .invalidMinimumShare(let aggregate, let share):
            Fault(
                "index-step-aggregate-threshold", at: place,
                ["aggregate": aggregate, "found": Decimals.text(share)])
        case .invalidParameter(let aggregate):
            Fault("index-step-aggregate-parameter", at: place, ["aggregate": aggregate])
        case .invalidPlaceWeights(let aggregate, let parts):
            Fault(
                "index-step-aggregate-place-weights", at: place,
                ["aggregate": aggregate, "expected": String(parts)])
        case .notPositive(let unit, let element, let aggregate, let score):
            Fault(
                "index-step-aggregate-not-positive", at: place,
                ["unit": unit, "element": element, "aggregate": aggregate, "found": Decimals.text(score)])
        case .negativeScore(let unit, let element, let aggregate, let score):
            Fault(
                "index-step-aggregate-negative-score", at: place,
                ["unit": unit, "element": element, "aggregate": aggregate, "found": Decimals.text(score)])
        case .missingScore(let unit, let element, let aggregate):
            Fault(
                "index-step-aggregate-missing-score", at: place,
                ["unit": unit, "element": element, "aggregate": aggregate])
        case .zeroMean(let unit, let aggregate):
            Fault("index-step-aggregate-zero-mean", at: place, ["unit": unit, "aggregate": aggregate])
        case .benefitOfTheDoubt(let unit, let aggregate, let reason):
            index(reason, unit: unit, aggregate: aggregate, at: place)
        case .overflow(let unit, let aggregate):
            Fault("index-step-aggregate-overflow", at: place, ["unit": unit, "aggregate": aggregate])
        }
    }

    /// What stops benefit of the doubt, for a unit and an aggregate where they are known. Indicators are named by their
    /// position, counted from 1.
    public static func index(
        _ error: BenefitOfTheDoubtError, unit: String = "-", aggregate: String = "-", at place: Place
    ) -> Fault {
        var arguments = ["unit": unit, "aggregate": aggregate]
        switch error {
        case .invalidShares:
            return Fault("index-step-bod-shares", at: place, arguments)
        case .infeasibleShares:
            return Fault("index-step-bod-infeasible", at: place, arguments)
        case .lowerShareOfZero(let indicator):
            arguments["position"] = String(indicator + 1)
            return Fault("index-step-bod-share-of-zero", at: place, arguments)
        case .invalidScore(let indicator):
            arguments["position"] = String(indicator + 1)
            return Fault("index-step-bod-score", at: place, arguments)
        case .notSolved:
            return Fault("index-step-bod-not-solved", at: place, arguments)
        }
    }
}
