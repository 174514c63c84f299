public import CompositeIndicators
public import StatisticalData

extension Fault {
    /// What is wrong with a denomination.
    public static func index(_ error: DenominationFault, at place: Place) -> Fault {
        switch error {
        case .unknownDenominator(let indicator, let denominator):
            Fault(
                "index-step-denominate-unknown", at: place, ["indicator": indicator, "denominator": denominator])
        }
    }

    /// Everything wrong with a denomination.
    public static func index(_ error: DenominationFaults, at place: Place) -> [Fault] {
        error.list.map { index($0, at: place) }
    }

    /// What is wrong with a screening.
    public static func index(_ error: ScreeningFault, at place: Place) -> Fault {
        switch error {
        case .invalidAvailability(let share):
            Fault("index-step-screen-availability", at: place, ["found": Decimals.text(share)])
        case .invalidNonzero(let share):
            Fault("index-step-screen-nonzero", at: place, ["found": Decimals.text(share)])
        case .unknownUnit(let unit):
            Fault("index-step-screen-unknown-unit", at: place, ["unit": unit])
        }
    }

    /// Everything wrong with a screening.
    public static func index(_ error: ScreeningFaults, at place: Place) -> [Fault] {
        error.list.map { index($0, at: place) }
    }

    /// What is wrong with an imputation.
    public static func index(_ error: ImputationFault, at place: Place) -> Fault {
        switch error {
        case .noValues(let indicator):
            Fault("index-step-impute-no-values", at: place, ["indicator": indicator])
        case .noParent(let indicator):
            Fault("index-step-impute-no-parent", at: place, ["indicator": indicator])
        case .labelsMismatch(let labels, let units):
            Fault("index-step-impute-labels", at: place, ["found": String(labels), "expected": String(units)])
        case .tooFewUnits(nil, let units, let indicators):
            Fault(
                "index-step-impute-too-few-units", at: place,
                ["units": String(units), "indicators": String(indicators)])
        case .tooFewUnits(let block?, let units, let indicators):
            Fault(
                "index-step-impute-too-few-units-in-block", at: place,
                ["aggregate": block, "units": String(units), "indicators": String(indicators)])
        case .singular(nil):
            Fault("index-step-impute-singular", at: place)
        case .singular(let block?):
            Fault("index-step-impute-singular-in-block", at: place, ["aggregate": block])
        case .notConverged(nil, let iterations):
            Fault("index-step-impute-not-converged", at: place, ["iterations": String(iterations)])
        case .notConverged(let block?, let iterations):
            Fault(
                "index-step-impute-not-converged-in-block", at: place,
                ["aggregate": block, "iterations": String(iterations)])
        }
    }
}
