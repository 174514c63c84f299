import StatisticalData

extension Fault {
    static func windowOutside(_ from: Int, _ to: Int, at place: Place) -> Fault {
        Fault("decoupling-window-outside", at: place, ["from": String(from), "to": String(to)])
    }

    static func boundsNotAscending(_ lower: Double, _ upper: Double, at place: Place) -> Fault {
        Fault(
            "decoupling-bounds-order", at: place, ["found": Decimals.text(lower), "expected": Decimals.text(upper)])
    }

    static func noYearlyFigures(_ indicator: String, at place: Place) -> Fault {
        Fault("study-no-yearly-figures", at: place, ["indicator": indicator])
    }

    static func identitySeriesMissing(_ name: String, at place: Place) -> Fault {
        Fault("study-identity-series-missing", at: place, ["found": String(name.prefix(60))])
    }

    static func identitySeriesUnused(_ name: String, among names: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: names)
        return Fault(
            "study-identity-series-unused", at: place, ["found": String(name.prefix(60)), "nearest": nearest ?? "-"])
    }

    static func identitySeriesOrCells(at place: Place) -> Fault {
        Fault("study-identity-series-or-cells", at: place)
    }

    static func identityChangesOfCells(at place: Place) -> Fault {
        Fault("study-identity-changes-of-cells", at: place)
    }
}

extension Fault {
    static func bootstrapRange(_ runs: Int, at place: Place) -> Fault {
        Fault("efficiency-bootstrap-range", at: place, ["found": String(runs)])
    }

    static func radialWithBads(at place: Place) -> Fault {
        Fault("efficiency-radial-bads", at: place)
    }
}
