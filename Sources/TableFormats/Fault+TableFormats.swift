internal import Spreadsheets
internal import StatisticalData

/// Faults of a whole file, of names and of the rows of iData.
extension Fault {
    static func indexSeparator(_ found: String, file: String) -> Fault {
        Fault("index-separator", at: Place(file: file, line: 1), ["found": found])
    }

    static func indexRowNames(at place: Place) -> Fault {
        Fault("index-row-names", at: place)
    }

    static func indexNoUnits(file: String) -> Fault {
        Fault("index-no-units", at: Place(file: file))
    }

    static func indexOneUnit(_ unit: String, file: String) -> Fault {
        Fault("index-one-unit", at: Place(file: file), severity: .warning, ["unit": unit.clipped])
    }

    static func indexEmptyField(at place: Place) -> Fault {
        Fault("index-empty-field", at: place)
    }

    /// What is wrong with the name of a column; `nil` when it is fine.
    static func indexName(_ found: String, at place: Place) -> Fault? {
        if found.hasBlanks { return Fault("index-blank-in-code", at: place, ["found": found.clipped]) }
        guard let first = found.unicodeScalars.first, ("0"..."9").contains(first) else { return nil }
        return Fault("index-leading-digit", at: place, ["found": found.clipped])
    }

    static func indexBlankInUnit(_ found: String, at place: Place) -> Fault {
        Fault("index-blank-in-unit", at: place, ["found": found.clipped])
    }

    static func indexUnitIsColumn(_ found: String, at place: Place) -> Fault {
        Fault("index-unit-is-column", at: place, ["found": found.clipped])
    }

    static func indexDuplicateUnit(_ unit: String, time: String?, line: Int, at place: Place) -> Fault {
        let arguments = ["found": unit.clipped, "line": String(line)]
        guard let time else { return Fault("index-duplicate-unit", at: place, arguments) }
        return Fault(
            "index-duplicate-unit-time", at: place, arguments.merging(["time": time.clipped]) { first, _ in first })
    }

    static func indexTime(_ found: String, at place: Place) -> Fault {
        Fault("index-time", at: place, ["found": found.clipped])
    }

    static func indexUnknownColumn(_ found: String, in file: String, nearest: String?, at place: Place) -> Fault {
        Fault(
            "index-unknown-column", at: place,
            ["found": found.clipped, "metadata": file, "nearest": nearest ?? "-"])
    }

    static func indexAggregateInData(_ found: String, at place: Place) -> Fault {
        Fault("index-aggregate-in-data", at: place, ["found": found.clipped])
    }

    /// A column in which no cell is a number: decimal commas and plain text are told apart by the first cell.
    static func indexColumnWithoutNumbers(_ found: String, count: Int, at place: Place) -> Fault {
        let isComma = Fault.csvNotANumber(found, at: place).code == "csv-comma-in-number"
        return Fault(
            isComma ? "index-comma-column" : "index-text-column", at: place,
            ["found": found.clipped, "count": String(count)])
    }

    static func indexLogical(_ found: String, at place: Place) -> Fault {
        Fault("index-logical", at: place, ["found": found])
    }

    static func indexAllMissing(_ code: String, at place: Place) -> Fault {
        Fault("index-all-missing", at: place, ["element": code.clipped])
    }

    static func indexConstant(_ code: String, value: Double, at place: Place) -> Fault {
        Fault(
            "index-constant", at: place, severity: .warning,
            ["element": code.clipped, "found": Decimals.text(value)])
    }

    static func indexGroupOfNumbers(_ code: String, found: String, at place: Place) -> Fault {
        Fault("index-group-of-numbers", at: place, ["element": code.clipped, "found": found.clipped])
    }
}

extension String {
    /// As much as a message can show.
    var clipped: String { String(prefix(60)) }

    /// Whether white space stands anywhere in it.
    var hasBlanks: Bool { unicodeScalars.contains { $0.properties.isWhitespace } }
}
