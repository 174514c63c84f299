internal import StatisticalData

/// Faults of iMeta.
extension Fault {
    static func indexNoIndicators(file: String) -> Fault {
        Fault("index-no-indicators", at: Place(file: file))
    }

    static func indexDuplicateCode(_ found: String, line: Int, at place: Place) -> Fault {
        Fault("index-duplicate-code", at: place, ["found": found.clipped, "line": String(line)])
    }

    static func indexReservedCode(_ found: String, at place: Place) -> Fault {
        Fault("index-reserved-code", at: place, ["found": found])
    }

    static func indexMissingColumn(_ code: String, in file: String, nearest: String?, at place: Place) -> Fault {
        Fault("index-missing-column", at: place, ["found": code.clipped, "data": file, "nearest": nearest ?? "-"])
    }

    /// A level that rows of this kind must not have.
    static func indexLevel(_ found: String, kind: String, at place: Place) -> Fault {
        let arguments = ["found": found.clipped, "kind": kind]
        return switch kind {
        case "Indicator": Fault("index-level-of-indicator", at: place, arguments)
        case "Aggregate": Fault("index-level-of-aggregate", at: place, arguments)
        default: Fault("index-level-outside-tree", at: place, arguments)
        }
    }

    static func indexLevelGap(_ level: Int, at place: Place) -> Fault {
        Fault("index-level-gap", at: place, ["level": String(level), "expected": String(level - 1)])
    }

    static func indexDirection(_ found: String, at place: Place) -> Fault {
        Fault("index-direction", at: place, ["found": found.clipped])
    }

    static func indexNegativeWeight(_ weight: Double, at place: Place) -> Fault {
        Fault("index-negative-weight", at: place, ["found": Decimals.text(weight)])
    }

    static func indexMissingTarget(_ code: String, at place: Place) -> Fault {
        Fault("index-missing-target", at: place, ["element": code.clipped])
    }

    static func indexUnknownDenominator(
        _ found: String, of code: String, nearest: String?, at place: Place
    ) -> Fault {
        Fault(
            "index-unknown-denominator", at: place,
            ["found": found.clipped, "element": code.clipped, "nearest": nearest ?? "-"])
    }

    static func indexDenominatorKind(_ found: String, kind: String, at place: Place) -> Fault {
        Fault("index-denominator-kind", at: place, ["found": found.clipped, "kind": kind])
    }

    static func indexBounds(_ code: String, lower: Double, upper: Double, at place: Place) -> Fault {
        Fault(
            "index-bounds", at: place,
            ["element": code.clipped, "lower": Decimals.text(lower), "upper": Decimals.text(upper)])
    }
}
