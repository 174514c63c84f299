/// Whether the targets of parts, such as the cities of a province, can add up to the target of the whole.
///
/// Printed figures are intervals, so a difference within their rounding is no contradiction.
/// Source: Guides/TargetMethods.md, "Formula and source".
public struct Cascade: Hashable, Sendable {
    /// How parts make the whole.
    public enum Rule: String, Codable, CaseIterable, Sendable {
        /// Amounts add up: emissions, areas, capacities.
        case sum
        /// Ratios are weighted by their denominator: energy per GDP by GDP, a share by its whole.
        case weightedMean = "weighted-mean"
        /// Every part counts the same: PM2.5 as the mean of stations.
        case mean
    }

    /// Whether the parts reach the whole.
    public enum Verdict: String, Codable, CaseIterable, Sendable {
        /// Parts that meet their targets make the whole meet its own.
        case reaches
        /// They fall short, but by no more than the rounding of the printed figures.
        case withinRounding = "within rounding"
        /// They fall short even in the best case of the rounding.
        case fallsShort = "falls short"
    }

    /// A target of a part or of the whole.
    public struct Part: Hashable, Sendable {
        /// The area.
        public let name: String
        /// The target: a level, in one unit for all.
        public let target: Double
        /// Half a unit of its last printed place; 0 for an exact figure.
        public let halfWidth: Double
        /// The denominator, in one unit for all; of no effect for other rules than the weighted mean.
        public let weight: Double?

        /// Makes a part.
        public init(name: String, target: Double, halfWidth: Double = 0, weight: Double? = nil) {
            self.name = name
            self.target = target
            self.halfWidth = halfWidth
            self.weight = weight
        }
    }

    /// The share of a part in the weights (for sums in the total), and what it adds to the total.
    public struct Contribution: Hashable, Sendable {
        /// The part.
        public let part: Part
        /// Its share: of the weights for means, of the total for sums; `nil` for a total of zero.
        public let share: Double?
        /// What it adds to the total.
        public let amount: Double
    }

    /// The rule.
    public let rule: Rule
    /// The target of the whole.
    public let whole: Part
    /// The parts, in the order given.
    public let contributions: [Contribution]
    /// The value of the whole when every part just meets its target, with the bounds of rounding.
    public let total: RoundedValue
    /// total - target of the whole.
    public let difference: Double
    /// Whether the parts reach the whole.
    public let verdict: Verdict

    /// Checks parts against the whole.
    ///
    /// - Parameter comparison: how a value must stand to the target, for parts and whole alike.
    /// - Throws: `CascadeFaults` with all that is wrong.
    public init(_ parts: [Part], of whole: Part, by rule: Rule, comparison: Target.Comparison) throws(CascadeFaults) {
        let faults = Self.faults(parts, of: whole, by: rule)
        guard faults.isEmpty else { throw CascadeFaults(list: faults) }
        let weights = parts.map { rule == .weightedMean ? $0.weight ?? 0 : 1 }
        let divisor = rule == .sum ? 1 : weights.reduce(0, +)
        func total(_ sign: Double) -> Double {
            zip(parts, weights).reduce(0) { $0 + ($1.0.target + sign * $1.0.halfWidth) * $1.1 } / divisor
        }
        let sum = RoundedValue(value: total(0), low: total(-1), high: total(1))
        self.rule = rule
        self.whole = whole
        self.total = sum
        difference = sum.value - whole.target
        contributions = zip(parts, weights).map { part, weight in
            let amount = part.target * weight / divisor
            let share: Double? = rule == .sum ? (sum.value == 0 ? nil : amount / sum.value) : weight / divisor
            return Contribution(part: part, share: share, amount: amount)
        }
        verdict = Self.verdict(sum, of: whole, comparison)
    }

    /// The targets of parts that share out the target of the whole: for sums in proportion to `shares`, for means the
    /// target of the whole itself, since equal targets make every mean.
    ///
    /// - Returns: `nil` for shares that are negative, not finite, or add up to zero.
    public static func shareOut(_ whole: Double, by shares: [Double], rule: Rule) -> [Double]? {
        let total = shares.reduce(0, +)
        guard whole.isFinite, total.isFinite, total > 0, shares.allSatisfy({ $0 >= 0 }) else { return nil }
        return shares.map { rule == .sum ? whole * ($0 / total) : whole }
    }

    private static func verdict(_ sum: RoundedValue, of whole: Part, _ comparison: Target.Comparison) -> Verdict {
        let scale = max(sum.value.magnitude, whole.target.magnitude)
        func order(_ left: Double, _ right: Double) -> Int {
            let order = Tolerance.order(left, right, scale: scale)
            return comparison.wantsHigh ? order : -order
        }
        if order(sum.value, whole.target) >= 0 { return .reaches }
        let (best, easiest) =
            comparison.wantsHigh
            ? (sum.high, whole.target - whole.halfWidth) : (sum.low, whole.target + whole.halfWidth)
        return order(best, easiest) >= 0 ? .withinRounding : .fallsShort
    }
}
