internal import StatisticalData

/// Faults of tables of weights, points and judgments.
extension Fault {
    static func weightsColumn(_ found: String, expected: String, at place: Place) -> Fault {
        Fault("index-weights-column", at: place, ["found": found.clipped, "expected": expected])
    }

    static func weightsCode(_ found: String, nearest: String?, at place: Place) -> Fault {
        Fault("index-weights-code", at: place, ["found": found.clipped, "nearest": nearest ?? "-"])
    }

    static func weightsOfIndex(_ found: String, at place: Place) -> Fault {
        Fault("index-weights-of-index", at: place, ["found": found.clipped])
    }

    static func weightsSiblings(_ parent: String, absent: [String], at place: Place) -> Fault {
        let listed = absent.prefix(10).joined(separator: ", ") + (absent.count > 10 ? ", …" : "")
        return Fault("index-weights-siblings", at: place, ["parent": parent.clipped, "expected": listed])
    }

    static func weightsNone(file: String) -> Fault {
        Fault("index-weights-none", at: Place(file: file))
    }

    static func weightsRepeated(_ found: String, line: Int, at place: Place) -> Fault {
        Fault("index-weights-repeated", at: place, ["found": found.clipped, "line": String(line)])
    }

    static func pointsNegative(_ found: Double, at place: Place) -> Fault {
        Fault("index-points-negative", at: place, ["found": Decimals.text(found)])
    }

    static func pointsSum(_ parent: String, found: Double, at place: Place) -> Fault {
        Fault("index-points-sum", at: place, ["parent": parent.clipped, "found": Decimals.text(found)])
    }

    static func pointsMedians(_ parent: String, file: String) -> Fault {
        Fault("index-points-medians", at: Place(file: file), ["parent": parent.clipped])
    }

    static func judgmentNumber(_ found: String, at place: Place) -> Fault {
        Fault("index-judgment-number", at: place, ["found": found.clipped])
    }

    static func judgmentDiagonal(_ found: String, at place: Place) -> Fault {
        Fault("index-judgment-diagonal", at: place, ["found": found.clipped])
    }

    static func judgmentParents(_ first: String, _ second: String, at place: Place) -> Fault {
        Fault("index-judgment-parents", at: place, ["first": first.clipped, "second": second.clipped])
    }

    static func judgmentReciprocal(_ first: String, _ second: String, found: [String], at place: Place) -> Fault {
        Fault(
            "index-judgment-reciprocal", at: place,
            [
                "first": first.clipped, "second": second.clipped, "found": found.map(\.clipped).joined(separator: ", "),
            ])
    }

    static func judgmentMissing(_ first: String, _ second: String, respondent: String?, at place: Place) -> Fault {
        let arguments = ["first": first.clipped, "second": second.clipped]
        guard let respondent else { return Fault("index-judgment-missing", at: place, arguments) }
        return Fault(
            "index-judgment-missing-of", at: place,
            arguments.merging(["respondent": respondent.clipped]) { first, _ in first })
    }

    static func judgmentUnsettled(_ parent: String, file: String) -> Fault {
        Fault("index-judgment-unsettled", at: Place(file: file), ["parent": parent.clipped])
    }
}
