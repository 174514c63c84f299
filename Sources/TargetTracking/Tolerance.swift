/// Comparison of computed figures: 4 of 10 in 2 of 5 years is on target, whatever the last binary digit says.
enum Tolerance {
    /// The share of the scale within which two figures count as equal; Guides/TargetTracking.md, "Formula and source".
    static let share = 1e-9

    /// The sign of `left - right`; 0 when they differ by no more than the share of `scale`.
    static func order(_ left: Double, _ right: Double, scale: Double) -> Int {
        let difference = left - right
        if difference.magnitude <= share * scale { return 0 }
        return difference > 0 ? 1 : -1
    }
}
