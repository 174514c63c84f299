/// The kinds of study the program knows.
public enum StudyKind: String, Codable, CaseIterable, Sendable {
    /// A composite index of areas, with ranks.
    case compositeIndex = "composite-index"
    /// The targets of a plan against what was measured.
    case planLedger = "plan-ledger"
    /// Growth implied by a ratio and its numerator, such as GDP growth by energy use and energy intensity.
    case growthIdentity = "growth-identity"
    /// The five-year assessment of targets by points.
    case targetAssessment = "target-assessment"
    /// Progress towards targets within thresholds.
    case greenEconomyProgress = "green-economy-progress"
    /// Parks against a list of benchmarks.
    case ecoParks = "eco-parks"
}
