public import StatisticalData

extension Fault {
    static func studyWithoutKind(_ kinds: [String], at place: Place) -> Fault {
        Fault("study-without-kind", at: place, ["expected": kinds.joined(separator: ", ")])
    }

    static func studyUnknownKind(_ found: String, kinds: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: kinds)
        return Fault(
            "study-unknown-kind", at: place,
            ["found": String(found.prefix(60)), "nearest": nearest ?? "-", "expected": kinds.joined(separator: ", ")])
    }

    static func studyNoAreas(_ parent: Area.ID, at place: Place) -> Fault {
        Fault("study-no-areas", at: place, ["area": parent.rawValue])
    }

    /// A park of a goal that the table does not have.
    static func goalWithoutPark(_ found: String, among parks: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: parks)
        return Fault("parks-goal-unknown", at: place, ["found": String(found.prefix(60)), "nearest": nearest ?? "-"])
    }

    /// An indicator that the registry does not have.
    public static func unknownIndicator(
        _ found: String, among known: some Sequence<Indicator.ID>, at place: Place
    ) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known.map(\.rawValue).sorted())
        return Fault("indicator-unknown", at: place, ["found": String(found.prefix(60)), "nearest": nearest ?? "-"])
    }

    /// A source that no source record declares.
    public static func unknownSource(_ found: String, among known: some Sequence<Source.ID>, at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known.map(\.rawValue).sorted())
        return Fault("source-unknown", at: place, ["found": String(found.prefix(60)), "nearest": nearest ?? "-"])
    }

    /// A unit that measures something else than the indicator.
    public static func unitMismatch(_ found: UnitOfMeasure, expected: UnitOfMeasure, at place: Place) -> Fault {
        Fault("unit-mismatch", at: place, ["found": found.symbol, "expected": expected.symbol])
    }

    static func elementWithoutDirection(_ element: String, at place: Place) -> Fault {
        Fault("framework-no-direction", at: place, ["element": element])
    }

    static func unknownElement(_ found: String, among known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault("framework-unknown-element", at: place, ["found": found, "nearest": nearest ?? "-"])
    }

    static func indicatorUsedTwice(_ id: Indicator.ID, at place: Place) -> Fault {
        Fault("framework-indicator-twice", at: place, ["found": id.rawValue])
    }

    static func elementNotObserved(_ id: String, at place: Place) -> Fault {
        Fault("framework-not-observed", at: place, ["found": id])
    }

    static func elementObservedTwice(_ id: String, at place: Place) -> Fault {
        Fault("framework-observed-twice", at: place, ["found": id])
    }

    static func unknownWeightClass(_ found: String, known: [String], at place: Place) -> Fault {
        Fault(
            "framework-unknown-class", at: place,
            ["found": found, "expected": known.isEmpty ? "-" : known.joined(separator: ", ")])
    }

    static func totalWeight(found: Double, expected: Double, at place: Place) -> Fault {
        Fault(
            "framework-total-weight", at: place, ["found": Decimals.text(found), "expected": Decimals.text(expected)])
    }

    static func noObservations(_ indicator: Indicator.ID, period: Period, at place: Place) -> Fault {
        Fault("study-no-observations", at: place, ["indicator": indicator.rawValue, "period": period.description])
    }

    static func yearlyPlanMalformed(_ found: String, at place: Place) -> Fault {
        Fault("plan-yearly-malformed", at: place, ["found": found])
    }

    static func unknownPlan(_ found: String, known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "plan-unknown", at: place,
            ["found": found, "nearest": nearest ?? "-", "expected": known.joined(separator: ", ")])
    }

    static func unknownTarget(_ found: String, among known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "plan-unknown-target", at: place, ["found": String(found.prefix(60)), "nearest": nearest ?? "-"])
    }

    static func duplicateTarget(_ item: String, at place: Place) -> Fault {
        Fault("plan-duplicate-target", at: place, ["found": item])
    }

    static func yearsReversed(_ from: Int, _ to: Int, at place: Place) -> Fault {
        Fault("study-years-reversed", at: place, ["from": String(from), "to": String(to)])
    }
}
