import StatisticalData

extension Fault {
    /// An assumption outside its bounds, or out of order with its ends.
    static func assumptionRange(
        _ name: String, _ found: Double, _ lowest: String, _ highest: String, at place: Place
    ) -> Fault {
        Fault(
            "assumption-range", at: place,
            ["name": name, "found": Decimals.text(found), "low": lowest, "high": highest])
    }

    static func deltaSteps(_ count: Int, at place: Place) -> Fault {
        Fault("delta-steps", at: place, ["found": String(count)])
    }

    static func noCategory(_ name: String, known: [String], at place: Place) -> Fault {
        Fault(
            "table-no-category", at: place,
            [
                "found": String(name.prefix(60)), "nearest": Suggestion.nearest(to: name, among: known) ?? "-",
                "expected": known.joined(separator: ", "),
            ])
    }

    static func unknownSector(_ name: String, among known: [String], at place: Place) -> Fault {
        Fault(
            "table-unknown-sector", at: place,
            ["found": String(name.prefix(60)), "nearest": Suggestion.nearest(to: name, among: known) ?? "-"])
    }

    static func sharesNotOne(_ found: Double, at place: Place) -> Fault {
        Fault("shares-not-one", at: place, ["found": Decimals.text(found)])
    }
}
