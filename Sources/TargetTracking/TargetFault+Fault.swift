public import StatisticalData

extension TargetFault {
    /// The fault as the rest of the program reports it; `noBase` is a warning, all others are errors unless the
    /// caller says otherwise.
    public func fault(at place: Place, severity: Fault.Severity? = nil) -> Fault {
        Fault(code, at: place, severity: severity ?? (self == .noBase ? .warning : .error), arguments)
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .againstDirection: "target-against-direction"
        case .comparisonAgainstDirection: "target-comparison-against-direction"
        case .comparisonAgainstForm: "target-comparison-against-form"
        case .signAgainstForm: "target-sign-against-form"
        case .changeAtMostMinusHundred: "target-change-below-minus-hundred"
        case .baseYearNotBeforeTarget: "target-base-year-not-before"
        case .baseYearMissing: "target-base-year-missing"
        case .valueNotFinite: "target-value-not-finite"
        case .baseNotFinite: "target-base-not-finite"
        case .compoundNeedsPositive: "target-compound-needs-positive"
        case .rangeWithoutUpper: "target-range-without-upper"
        case .rangeWithDirection: "target-range-with-direction"
        case .upperWithoutRange: "target-upper-without-range"
        case .yearlyPlanMissing: "target-yearly-plan-missing"
        case .yearlyPlanOfForm: "target-yearly-plan-of-form"
        case .yearlyPlanYear: "target-yearly-plan-year"
        case .yearlyPlanValue: "target-yearly-plan-value"
        case .noBase: "target-no-base"
        case .severalValues: "target-several-values"
        case .trackedValueNotFinite: "target-tracked-value-not-finite"
        case .trackedChangeAtMostMinusHundred: "target-tracked-change-below-minus-hundred"
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .severalValues(let year), .trackedValueNotFinite(let year), .trackedChangeAtMostMinusHundred(let year),
            .yearlyPlanYear(let year), .yearlyPlanValue(let year):
            ["year": String(year)]
        default: [:]
        }
    }
}
