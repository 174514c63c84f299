extension TargetAssessment {
    /// Points from those that are certain to those still possible.
    public struct Points: Hashable, Sendable, Codable {
        /// What no unknown can take away; `nil` where a rule that is not known may take any number away.
        public let certain: Double?
        /// What no unknown can add to.
        public let possible: Double

        /// Makes an interval.
        public init(certain: Double?, possible: Double) {
            self.certain = certain
            self.possible = possible
        }

        static func + (left: Points, right: Points) -> Points {
            Points(
                certain: left.certain.flatMap { low in right.certain.map { low + $0 } },
                possible: left.possible + right.possible)
        }

        static let none = Points(certain: 0, possible: 0)
    }

    /// The points of a target: all of them when it is met, what `missedShare` leaves when it is missed, else all still
    /// possible and none certain. A target that does not apply is open too: where its points go is not known.
    public func points(of item: Item) -> Points {
        switch item.outcome {
        case .met: return Points(certain: item.points, possible: item.points)
        case .unknown, .notApplicable: return Points(certain: 0, possible: item.points)
        case .missed:
            guard let share = rules.missedShare else { return Points(certain: 0, possible: item.points) }
            return Points(certain: share * item.points, possible: share * item.points)
        }
    }

    /// The points of a year's rank: best - step (rank - 1); without a rank those of the last and of the first one.
    public func annualPoints(rank: Int?) -> Points {
        let share = annual.ranks.isEmpty ? 0 : annual.points / Double(annual.ranks.count)
        guard let best = rules.annualBest, let step = rules.annualStep else {
            return Points(certain: 0, possible: share)
        }
        func points(_ rank: Int) -> Double { max(0, best - step * Double(rank - 1)) }
        if let rank { return Points(certain: points(rank), possible: points(rank)) }
        return Points(certain: annual.areas.map { points($0) } ?? 0, possible: best)
    }

    /// The points of all annual evaluations.
    public var annualTotal: Points {
        annual.ranks.reduce(.none) { $0 + annualPoints(rank: $1) }
    }

    /// The points of public satisfaction.
    public var satisfaction: Points {
        guard let rate = rules.pointsPerSatisfied, let satisfied else {
            return Points(certain: 0, possible: satisfactionPoints)
        }
        return Points(certain: rate * satisfied, possible: rate * satisfied)
    }

    /// Binding targets missed: for certain, and when everything unknown was missed.
    public var bindingMissed: (certain: Int, possible: Int) {
        let binding = items.filter(\.isBinding)
        let missed = binding.count { $0.outcome == .missed }
        return (missed, missed + binding.count { $0.outcome == .unknown })
    }

    /// What missing several binding targets deducts once more: at least and at most; at most `nil` without the rule,
    /// unless no binding target can have been missed.
    public var bindingDeduction: (certain: Double, possible: Double?) {
        func deducted(_ outcomes: [Outcome], from least: Int) -> Double {
            let missed = items.filter { $0.isBinding && outcomes.contains($0.outcome) }
            return missed.count >= least ? missed.reduce(0) { $0 + $1.points } : 0
        }
        guard let least = rules.deductedOnceMoreFrom else { return (0, bindingMissed.possible == 0 ? 0 : nil) }
        return (deducted([.missed], from: least), deducted([.missed, .unknown], from: least))
    }

    /// What incidents deduct: at least and at most; at most `nil` without the rules, unless there were none.
    public var incidentDeduction: (certain: Double, possible: Double?) {
        if incidents == 0 { return (0, 0) }
        guard let limit = rules.incidentLimit else {
            return incidents.flatMap { count in rules.incidentDeduction.map { Double(count) * $0 } }.map { ($0, $0) }
                ?? (0, nil)
        }
        guard let incidents, let each = rules.incidentDeduction else { return (0, limit) }
        let deducted = min(limit, each * Double(incidents))
        return (deducted, deducted)
    }

    /// All points before deductions.
    public var earned: Points {
        items.reduce(annualTotal + satisfaction) { $0 + points(of: $1) }
    }

    /// All points after deductions. No rule is known that stops at zero, so none does.
    public var total: Points {
        let (binding, incident) = (bindingDeduction, incidentDeduction)
        var certain: Double?
        if let low = earned.certain, let first = binding.possible, let second = incident.possible {
            certain = low - first - second
        }
        return Points(certain: certain, possible: earned.possible - binding.certain - incident.certain)
    }
}
