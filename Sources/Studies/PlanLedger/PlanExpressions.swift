import StatisticalData
import TargetTracking

/// The formulas of a target's course in symbols, so that a reader can recompute every value from its inputs.
///
/// Changes in per cent start from zero and are turned into levels by 1 + change/100 wherever a rate is taken; a mean
/// annual rate r stands for the level (1 + r/100)^years.
struct PlanExpressions {
    /// How the figures of a target relate to levels.
    private enum Kind {
        case levels
        case sinceBase
        case cumulative
        case rates
        case range
    }

    private let kind: Kind
    private let path: Target.Path

    init(_ plan: PlanTarget) {
        path = plan.target.path
        switch plan.target.form {
        case .annualRate: kind = .rates
        case .cumulativeCut, .cumulativeGrowth: kind = .cumulative
        case .range: kind = .range
        case .level, .cap, .floor: kind = plan.transformation == .level ? .levels : .sinceBase
        }
    }

    /// Whether the base in its own unit takes part.
    var usesBase: Bool { kind == .levels || kind == .range }

    /// What is on target before the target year.
    var status: String {
        if kind == .range { return "y* ≤ y ≤ y**" }
        return path == .annualPlan ? "y ↔ y(t)" : "P ≥ (t − t₀) / (T − t₀)"
    }

    /// The value due.
    var required: String {
        switch (kind, path) {
        case (.rates, _): "y*"
        case (.levels, .annualPlan), (.cumulative, .annualPlan): "y(t)"
        case (.range, .compound): "y₀ · (y* / y₀)^((t − t₀) / (T − t₀))"
        case (.range, _), (.levels, .linear): "y₀ + (y* − y₀) · (t − t₀) / (T − t₀)"
        case (.levels, .compound): "y₀ · (y* / y₀)^((t − t₀) / (T − t₀))"
        case (.sinceBase, _), (.cumulative, .linear): "y* · (t − t₀) / (T − t₀)"
        case (.cumulative, .compound): "100 · ((1 + y*/100)^((t − t₀) / (T − t₀)) − 1)"
        }
    }

    /// Progress P.
    var progress: String {
        switch kind {
        case .levels, .range: "P = (y − y₀) / (y* − y₀)"
        case .sinceBase, .cumulative: "P = y / y*"
        case .rates: "P = ((1 + y/100)^(t − t₀) − 1) / ((1 + y*/100)^(T − t₀) − 1)"
        }
    }

    /// The rate achieved a year.
    var achievedRate: String {
        switch kind {
        case .levels, .range, .sinceBase: "100 · ((y / y₀)^(1/(t − t₀)) − 1)"
        case .cumulative: "100 · ((1 + y/100)^(1/(t − t₀)) − 1)"
        case .rates: "y = 100 · ((1 + y/100) − 1)"
        }
    }

    /// The rate required a year.
    var requiredRate: String {
        switch kind {
        case .levels, .range, .sinceBase: "100 · ((y* / y₀)^(1/(T − t₀)) − 1)"
        case .cumulative: "100 · ((1 + y*/100)^(1/(T − t₀)) − 1)"
        case .rates: "y* = 100 · ((1 + y*/100) − 1)"
        }
    }

    /// The rate still needed a year.
    var stillNeeded: String {
        switch kind {
        case .levels, .range, .sinceBase: "100 · ((y* / y)^(1/(T − t)) − 1)"
        case .cumulative: "100 · (((1 + y*/100) / (1 + y/100))^(1/(T − t)) − 1)"
        case .rates: "100 · (((1 + y*/100)^(T − t₀) / (1 + y/100)^(t − t₀))^(1/(T − t)) − 1)"
        }
    }
}
