public import StatisticalData

extension Fault {
    static func csvEmpty(_ file: String) -> Fault {
        Fault("csv-empty", at: Place(file: file))
    }

    static func csvNotUTF8(_ file: String, at byte: Int) -> Fault {
        Fault("csv-not-utf8", at: Place(file: file), ["byte": String(byte + 1)])
    }

    static func csvUnnamedColumn(at place: Place) -> Fault {
        Fault("csv-unnamed-column", at: place)
    }

    static func csvRepeatedColumn(_ name: String, at place: Place) -> Fault {
        Fault("csv-repeated-column", at: place, ["found": name])
    }

    /// A row with too few or too many fields.
    public static func csvFieldCount(_ found: Int, expected: Int, at place: Place) -> Fault {
        Fault("csv-field-count", at: place, ["found": String(found), "expected": String(expected)])
    }

    static func csvTooManyColumns(limit: Int, at place: Place) -> Fault {
        Fault("csv-too-many-columns", at: place, ["limit": String(limit)])
    }

    static func csvStrayQuote(at place: Place) -> Fault {
        Fault("csv-stray-quote", at: place)
    }

    static func csvUnclosedQuote(at place: Place) -> Fault {
        Fault("csv-unclosed-quote", at: place)
    }

    static func csvCutOff(at place: Place) -> Fault {
        Fault("csv-cut-off", at: place)
    }

    static func csvFieldTooLong(limit: Int, at place: Place) -> Fault {
        Fault("csv-field-too-long", at: place, ["limit": String(limit)])
    }

    /// A column that must be there is not.
    public static func csvMissingColumn(_ name: String, among header: [String], file: String) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: header)
        return Fault(
            "csv-missing-column", at: Place(file: file, line: 1), ["expected": name, "nearest": nearest ?? "-"])
    }

    /// A column nobody knows.
    public static func csvUnknownColumn(_ name: String, known: [String], file: String) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: known)
        return Fault(
            "csv-unknown-column", at: Place(file: file, line: 1, column: name),
            ["found": name, "nearest": nearest ?? "-", "expected": known.joined(separator: ", ")])
    }

    /// A field that must not be empty is.
    public static func csvEmptyField(at place: Place) -> Fault {
        Fault("csv-empty-field", at: place)
    }

    /// Text where a number must be; the message tells thousands separators, decimal commas and non-numbers apart.
    public static func csvNotANumber(_ found: String, at place: Place) -> Fault {
        Fault(numberCode(found), at: place, ["found": String(found.prefix(60))])
    }

    /// A word outside the allowed ones.
    public static func csvUnknownWord(_ found: String, allowed: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: allowed)
        return Fault(
            "csv-unknown-word", at: place,
            [
                "found": String(found.prefix(60)), "nearest": nearest ?? "-",
                "expected": allowed.joined(separator: ", "),
            ])
    }

    /// A text that should follow a pattern, such as a period or a date, and does not.
    public static func csvMalformed(_ kind: MalformedKind, _ found: String, at place: Place) -> Fault {
        Fault("csv-malformed-" + kind.rawValue, at: place, ["found": String(found.prefix(60))])
    }

    /// What a malformed text should have been.
    public enum MalformedKind: String, CaseIterable, Sendable {
        /// A period.
        case period
        /// A date.
        case date
        /// A unit.
        case unit
        /// A whole number.
        case integer
        /// An identifier: lower-case letters, digits and hyphens.
        case identifier
    }

    private static func numberCode(_ found: String) -> String {
        let lowered = found.lowercased()
        if ["nan", "inf", "-inf", "infinity", "-infinity", "+inf", "+infinity"].contains(lowered) {
            return "csv-not-finite"
        }
        let digitsAndMarks = found.allSatisfy { $0.isNumber || ",.-+".contains($0) }
        return digitsAndMarks && found.contains(",") ? "csv-comma-in-number" : "csv-not-a-number"
    }
}
