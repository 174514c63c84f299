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
    /// Jobs of sectors and programmes in a region, and environmental employment.
    case greenJobs = "green-jobs"
    /// Jobs and value added in what leaves a region.
    case embodiedTrade = "embodied-trade"
    /// Whether a pressure parts from what drives it.
    case decoupling
    /// Why a total changed, by an identity.
    case decomposition
    /// Which units are efficient, who are their benchmarks, whether productivity rises.
    case efficiency
    /// Parks against a list of benchmarks.
    case ecoParks = "eco-parks"
}
