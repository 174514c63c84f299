internal import StatisticalData
internal import TargetTracking

/// Faults of tables of targets.
extension Fault {
    static func targetsNoRows(file: String) -> Fault {
        Fault("targets-no-rows", at: Place(file: file))
    }

    static func targetsDisagree(
        _ found: String, expected: String, element: String, line: Int, at place: Place
    ) -> Fault {
        Fault(
            "targets-disagree", at: place,
            [
                "found": found.clipped, "expected": expected.clipped, "element": element.clipped, "line": String(line),
            ])
    }

    static func targetsDuplicatePeriod(_ found: String, element: String, line: Int, at place: Place) -> Fault {
        Fault(
            "targets-duplicate-period", at: place,
            ["found": found, "element": element.clipped, "line": String(line)])
    }

    static func targetsNotAYear(_ found: String, at place: Place) -> Fault {
        Fault("targets-not-a-year", at: place, ["found": found.clipped])
    }

    static func targetsHoldNeedsSide(_ found: String, at place: Place) -> Fault {
        Fault("targets-hold-needs-side", at: place, ["found": found])
    }

    static func targetsBaselineOfChange(_ found: String, at place: Place) -> Fault {
        Fault("targets-baseline-of-change", at: place, ["found": found])
    }

    static func targetsBounded(_ found: String, at place: Place) -> Fault {
        Fault("targets-bounded", at: place, ["found": found.clipped])
    }

    static func targetsOutOfBounds(_ found: String, range: ClosedRange<Double>, at place: Place) -> Fault {
        Fault(
            "targets-out-of-bounds", at: place,
            ["found": found, "low": Decimals.text(range.lowerBound), "high": Decimals.text(range.upperBound)])
    }

    static func targetsBeforeBase(_ found: String, at place: Place) -> Fault {
        Fault("targets-before-base", at: place, severity: .warning, ["found": found])
    }

    static func targetsOutOfRange(_ found: String, at place: Place) -> Fault {
        Fault("targets-out-of-range", at: place, ["found": found.clipped])
    }

    static func targetsSpan(_ found: Int, at place: Place) -> Fault {
        Fault("targets-span", at: place, ["found": String(found), "limit": String(TargetColumn.longestPlan)])
    }

    static func targetsNoBase(at place: Place) -> Fault {
        Fault("targets-no-base", at: place)
    }

    static func targetsAgainstDirection(at place: Place) -> Fault {
        Fault("targets-against-direction", at: place)
    }

    static func targetsDirectionOfForm(_ found: String, at place: Place) -> Fault {
        Fault("targets-direction-of-form", at: place, ["found": found])
    }

    static func targetsWeight(_ found: String, at place: Place) -> Fault {
        Fault("targets-weight", at: place, ["found": found])
    }
}

/// Faults of a cascade.
extension Fault {
    static func targetsCascadeNoWhole(_ area: String, known: [String], file: String) -> Fault {
        let nearest = Suggestion.nearest(to: area, among: known)
        return Fault(
            "targets-cascade-no-whole", at: Place(file: file), ["area": area.clipped, "nearest": nearest ?? "-"])
    }

    static func targetsCascadeNoParts(_ element: String, at place: Place) -> Fault {
        Fault("targets-cascade-no-parts", at: place, ["element": element.clipped])
    }

    static func targetsCascadeForm(_ found: String, at place: Place) -> Fault {
        Fault("targets-cascade-form", at: place, ["found": found])
    }

    static func targetsCascadeMixed(_ element: String, at place: Place) -> Fault {
        Fault("targets-cascade-mixed", at: place, ["element": element.clipped])
    }

    static func targetsWeightMissing(_ element: String, at place: Place) -> Fault {
        Fault("targets-weight-missing", at: place, ["element": element.clipped])
    }
}
