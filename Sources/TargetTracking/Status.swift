/// Where an indicator stands to its target in one year, in the words of the Green Economy Progress reports.
///
/// With P the progress and tau the share of time elapsed; Guides/TargetTracking.md, "Formula and source".
public enum Status: String, Codable, CaseIterable, Sendable {
    /// Before the target year: the target is met, or the value is at or better than the path (linear: P >= tau).
    case onTarget = "on target"
    /// Before the target year: some progress, but short of the path (linear: 0 <= P < tau).
    case belowExpectation = "below expectation"
    /// Before the target year: worse than the base (P < 0), or worse than a level that was to be held.
    case regress
    /// In the target year: the target is met.
    case met
    /// In the target year: the target is not met.
    case missed
    /// In the target year: the target is not met, and the value is worse than the base.
    case missedAndRegressed = "missed and regressed"
    /// Cannot be decided; the reason says why.
    case noData = "no data"
}
