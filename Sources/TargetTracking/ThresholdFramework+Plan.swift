extension ThresholdFramework {
    /// How an intended value is to be reached.
    public struct Intention: Hashable, Sendable, Codable {
        /// What will be done.
        public let measure: String?
        /// Who answers for it.
        public let owner: String?
        /// By when.
        public let date: String?
        /// Why the intended value is worse than the current one.
        public let explanation: String?

        /// Makes an intention.
        public init(measure: String? = nil, owner: String? = nil, date: String? = nil, explanation: String? = nil) {
            self.measure = measure
            self.owner = owner
            self.date = date
            self.explanation = explanation
        }

        /// Whether it says what, who and when.
        public var isComplete: Bool { measure != nil && owner != nil && date != nil }
    }

    /// The current beside the intended state.
    public struct Comparison: Hashable, Sendable, Codable {
        /// The current state.
        public let current: Assessment
        /// The intended state.
        public let intended: Assessment
        /// Indicators that are to become better without measure, owner and date.
        public let withoutPlan: [String]
    }

    /// Sets the intended state beside the current one.
    ///
    /// - Parameter intentions: by indicator.
    /// - Throws: `ThresholdFaults`, also where an intended value is worse than the current one without explanation.
    public func compare(
        current: [String: Value], intended: [String: Value], intentions: [String: Intention] = [:]
    ) throws(ThresholdFaults) -> Comparison {
        let faults = self.faults(in: current) + self.faults(in: intended)
        if !faults.isEmpty { throw ThresholdFaults(list: faults) }
        var withoutPlan: [String] = []
        var worse: [ThresholdFault] = []
        for indicator in indicators {
            let intention = intentions[indicator.id]
            switch Self.change(indicator.rule, from: current[indicator.id], to: intended[indicator.id]) {
            case .better where intention?.isComplete != true: withoutPlan.append(indicator.id)
            case .worse where intention?.explanation == nil: worse.append(.intendedWorse(indicator.id))
            default: break
            }
        }
        if !worse.isEmpty { throw ThresholdFaults(list: worse) }
        return Comparison(
            current: try assess(current), intended: try assess(intended), withoutPlan: withoutPlan)
    }

    private enum Change {
        case better
        case worse
        case same
    }

    private static func change(_ rule: Rule, from current: Value?, to intended: Value?) -> Change {
        switch (rule, current, intended) {
        case (.answer(let wanted), .answer(let before)?, .answer(let after)?):
            return before == after ? .same : after == wanted ? .better : .worse
        case (.atLeast, .figure(let before)?, .figure(let after)?):
            return before == after ? .same : after > before ? .better : .worse
        case (.atMost, .figure(let before)?, .figure(let after)?):
            return before == after ? .same : after < before ? .better : .worse
        case (_, nil, .figure?), (_, nil, .answer?): return .better
        default: return .same
        }
    }
}
