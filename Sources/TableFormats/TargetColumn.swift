/// The columns of a table of targets.
enum TargetColumn {
    static let required = [
        "indicator", "baseline_period", "baseline", "target_period", "target", "form", "direction", "period", "value",
    ]
    static let optional = [
        "area", "unit", "threshold", "bounded", "path", "planned", "target_high", "weight", "exclude",
    ]
    /// Columns in which the rows of one target must agree.
    static let shared = [
        "baseline_period", "baseline", "target_period", "target", "form", "direction", "unit", "threshold", "bounded",
        "path", "target_high", "weight",
    ]
    /// Numbers beyond cannot be squared and compounded without leaving the range of the computer.
    static let magnitudes = 1e-100...1e100
    /// The greatest change in per cent, and the longest plan in years.
    static let greatestChange = 10_000.0
    static let longestPlan = 100
}

/// The words of the column `bounded`.
enum BoundedWord: String, CaseIterable {
    case clip
    case logit
}
