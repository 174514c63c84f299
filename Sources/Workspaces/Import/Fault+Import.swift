import Spreadsheets
import StatisticalData

extension Fault {
    private static func cut(_ text: String) -> String { String(text.prefix(60)) }

    static func importMissingColumn(_ name: String, among headers: [String], file: String, line: Int) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: headers)
        let place = Place(file: file, line: line, column: name)
        return Fault("import-missing-column", at: place, ["expected": name, "nearest": nearest.map(cut) ?? "-"])
    }

    static func importRepeatedColumn(_ name: String, at place: Place) -> Fault {
        Fault("import-repeated-column", at: place, ["found": cut(name)])
    }

    static func importUnnamedColumn(at place: Place) -> Fault {
        Fault("import-unnamed-column", at: place, severity: .warning)
    }

    static func importColumnNotTaken(_ name: String, at place: Place) -> Fault {
        Fault("import-column-not-taken", at: place, severity: .warning, ["found": cut(name)])
    }

    static func importLayoutColumn(_ name: String, among headers: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: headers)
        return Fault(
            "import-layout-column", at: place, ["found": cut(name), "nearest": nearest.map(cut) ?? "-"])
    }

    static func importWithdrawn(_ figure: Observation, at place: Place) -> Fault {
        Fault(
            "import-withdrawn", at: place, severity: .warning,
            [
                "indicator": figure.series.indicator.rawValue, "area": figure.series.area.rawValue,
                "period": figure.period.description,
                "found": figure.value.map { Decimals.text($0) } ?? "-",
                "earlier": figure.place.description,
            ])
    }

    static func importLinesBeforeHeader(_ count: Int, at place: Place) -> Fault {
        Fault("import-lines-before-header", at: place, severity: .warning, ["count": String(count)])
    }

    static func importFootnote(_ text: String, at place: Place) -> Fault {
        Fault("import-footnote", at: place, severity: .warning, ["found": cut(text)])
    }

    static func importControlCharacter(_ scalar: UnicodeScalar, at place: Place) -> Fault {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Fault("import-control-character", at: place, ["found": code])
    }

    /// A name, unit or period read in another form than it is written in.
    static func importReadAs(_ found: String, _ expected: String, at place: Place) -> Fault {
        Fault("import-read-as", at: place, severity: .info, ["found": cut(found), "expected": expected])
    }

    static func importFullWidth(_ found: String, _ expected: String, at place: Place) -> Fault {
        Fault("import-full-width", at: place, severity: .warning, ["found": cut(found), "expected": expected])
    }

    static func importUnitConverts(_ found: String, _ expected: String, at place: Place) -> Fault {
        Fault("import-unit-converts", at: place, severity: .info, ["found": found, "expected": expected])
    }

    static func importPercentSign(_ found: String, _ expected: String, at place: Place) -> Fault {
        Fault("import-percent-sign", at: place, severity: .info, ["found": cut(found), "expected": expected])
    }

    static func importNumber(_ refusal: PrintedNumber.Refusal, _ found: String, at place: Place) -> Fault {
        let arguments = ["found": cut(found)]
        switch refusal {
        case .notANumber: return Fault("csv-not-a-number", at: place, arguments)
        case .groupingNotDeclared: return Fault("import-grouping-not-declared", at: place, arguments)
        case .notFinite: return Fault("csv-not-finite", at: place, arguments)
        case .underflow: return Fault("import-underflow", at: place, arguments)
        }
    }

    static func importAmbiguousPeriod(_ found: String, at place: Place) -> Fault {
        Fault("import-ambiguous-period", at: place, ["found": cut(found)])
    }

    static func importAmbiguousArea(_ found: String, candidates: [String], at place: Place) -> Fault {
        Fault(
            "import-ambiguous-area", at: place,
            ["found": cut(found), "expected": candidates.prefix(10).joined(separator: ", ")])
    }

    static func importUnknownArea(_ found: String, among words: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: words)
        return Fault("area-unknown", at: place, ["found": cut(found), "nearest": nearest ?? "-"])
    }

    static func importUnknownIndicator(_ found: String, among words: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: words)
        return Fault("indicator-unknown", at: place, ["found": cut(found), "nearest": nearest ?? "-"])
    }

    static func importDuplicate(of line: Int, at place: Place) -> Fault {
        Fault("import-duplicate-row", at: place, severity: .warning, ["earlier": String(line)])
    }

    static func importConflict(with line: Int, at place: Place) -> Fault {
        Fault("import-duplicate-conflict", at: place, ["earlier": String(line)])
    }

    static func importLedgerConflict(with earlier: Place, at place: Place) -> Fault {
        Fault("import-ledger-conflict", at: place, ["earlier": earlier.description])
    }

    static func importNameTaken(_ file: String, at place: Place) -> Fault {
        Fault("import-name-taken", at: place, ["found": file])
    }

    static func importSourceKnown(_ id: Source.ID, at place: Place) -> Fault {
        Fault("import-source-known", at: place, ["found": id.rawValue])
    }

    static func importName(_ name: String, at place: Place) -> Fault {
        Fault("import-name", at: place, ["found": cut(name)])
    }

    static func importNoRows(_ file: String) -> Fault {
        Fault("import-no-rows", at: Place(file: file))
    }
}

extension Fault {
    static func importNumberAsText(_ found: String, at place: Place) -> Fault {
        Fault("import-number-as-text", at: place, severity: .warning, ["found": cut(found)])
    }

    static func importPercentFormat(_ found: String, _ expected: String, at place: Place) -> Fault {
        Fault("import-percent-format", at: place, severity: .warning, ["found": found, "expected": expected])
    }

    static func importCellError(_ found: String, at place: Place) -> Fault {
        Fault("import-cell-error", at: place, ["found": cut(found)])
    }

    static func importCellMissing(_ found: String, at place: Place) -> Fault {
        Fault("import-cell-missing", at: place, severity: .info, ["found": cut(found)])
    }

    static func importFormulaWithoutValue(at place: Place) -> Fault {
        Fault("import-formula-without-value", at: place, severity: .warning)
    }
}
