public import StatisticalData

/// Faults in words: where, what was found, what was expected, how to mend it.
public enum FaultText {
    /// A fault as one or two lines: `file:line:column: error: what`, then the remedy, indented.
    public static func lines(_ fault: Fault, _ wording: Wording) -> String {
        let grade = wording("severity-" + fault.severity.rawValue)
        var text = "\(fault.place): \(grade): " + wording("fault-" + fault.code, fault.arguments)
        if let nearest = fault.arguments["nearest"], nearest != "-" {
            text += " " + wording("fault-nearest", ["nearest": nearest])
        }
        return text + "\n    " + wording("remedy-" + fault.code, fault.arguments)
    }
}
