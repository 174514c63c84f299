internal import StatisticalData

/// Faults of the tree of indicators and aggregates.
extension Fault {
    static func indexParentOutsideTree(_ code: String, parent: String, kind: String, at place: Place) -> Fault {
        Fault(
            "index-parent-outside-tree", at: place,
            ["element": code.clipped, "parent": parent.clipped, "kind": kind])
    }

    static func indexMissingParent(_ code: String, level: Int, at place: Place) -> Fault {
        Fault("index-missing-parent", at: place, ["element": code.clipped, "level": String(level)])
    }

    static func indexUnknownParent(_ parent: String, of code: String, nearest: String?, at place: Place) -> Fault {
        Fault(
            "index-unknown-parent", at: place,
            ["element": code.clipped, "parent": parent.clipped, "nearest": nearest ?? "-"])
    }

    static func indexParentKind(_ code: String, parent: String, kind: String, at place: Place) -> Fault {
        Fault("index-parent-kind", at: place, ["element": code.clipped, "parent": parent.clipped, "kind": kind])
    }

    static func indexParentLevel(
        _ code: String, level: Int, parent: String, above: Int, at place: Place
    ) -> Fault {
        Fault(
            "index-parent-level", at: place,
            [
                "element": code.clipped, "level": String(level), "parent": parent.clipped, "found": String(above),
                "expected": String(level + 1),
            ])
    }

    static func indexCycle(_ code: String, parent: String, at place: Place) -> Fault {
        Fault("index-cycle", at: place, ["element": code.clipped, "parent": parent.clipped])
    }

    static func indexSecondRoot(_ code: String, first: String, at place: Place) -> Fault {
        Fault("index-second-root", at: place, ["element": code.clipped, "first": first.clipped])
    }

    static func indexNoRoot(file: String) -> Fault {
        Fault("index-no-root", at: Place(file: file))
    }

    static func indexNoParts(_ code: String, at place: Place) -> Fault {
        Fault("index-no-parts", at: place, ["element": code.clipped])
    }

    static func indexWeightlessParts(_ code: String, at place: Place) -> Fault {
        Fault("index-weightless-parts", at: place, ["element": code.clipped])
    }
}
