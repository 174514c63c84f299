public import StatisticalData

/// Faults in words: where, what was found, what was expected, how to mend it.
public enum FaultText {
    /// A fault as one or two lines: `file:line:column: error: what`, then the remedy, indented.
    public static func lines(_ fault: Fault, _ wording: Wording) -> String {
        let grade = wording("severity-" + fault.severity.rawValue)
        let arguments = fault.arguments.mapValues { printable($0) }
        var text = printable(fault.place.description) + ": \(grade): " + wording("fault-" + fault.code, arguments)
        if let nearest = arguments["nearest"], nearest != "-" {
            text += " " + wording("fault-nearest", ["nearest": nearest])
        }
        return text + "\n    " + wording("remedy-" + fault.code, arguments)
    }

    /// The text with control characters written out: a file must not be able to steer the terminal.
    private static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result += isControl ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
        }
        return result
    }
}
