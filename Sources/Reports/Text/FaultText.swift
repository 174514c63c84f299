public import StatisticalData

/// Faults in words: where, what was found, what was expected, how to mend it.
public enum FaultText {
    /// A fault as one or two lines: `file:line:column: error: what`, then the remedy, indented.
    public static func lines(_ fault: Fault, _ wording: Wording) -> String {
        printable(fault.place.description) + ": \(grade(fault, wording)): " + message(fault, wording)
            + "\n    " + remedy(fault, wording)
    }

    /// A fault in one line: where and what.
    public static func summary(_ fault: Fault, _ wording: Wording) -> String {
        printable(fault.place.description) + wording("colon") + message(fault, wording)
    }

    /// How grave a fault is, in a word.
    public static func grade(_ fault: Fault, _ wording: Wording) -> String {
        wording("severity-" + fault.severity.rawValue)
    }

    /// What is wrong, with the nearest right word where there is one.
    public static func message(_ fault: Fault, _ wording: Wording) -> String {
        let arguments = fault.arguments.mapValues { printable($0) }
        let text = wording("fault-" + fault.code, arguments)
        guard let nearest = arguments["nearest"], nearest != "-" else { return text }
        return text + " " + wording("fault-nearest", ["nearest": nearest])
    }

    /// How to mend it.
    public static func remedy(_ fault: Fault, _ wording: Wording) -> String {
        wording("remedy-" + fault.code, fault.arguments.mapValues { printable($0) })
    }

    /// The text with control characters written out: a file must not be able to steer the terminal.
    static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result += isControl ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
        }
        return result
    }
}
