public import StatisticalData

/// What can be wrong with an indicator of the Green Economy Progress measure.
public struct GreenEconomyProgressFault: Error, Hashable, Sendable {
    /// The indicator; `nil` where the measure as a whole is at fault.
    public let indicator: String?
    /// What is wrong.
    public let kind: Kind

    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A figure that is not a finite number.
        case notFinite = "not-finite"
        /// The code is there already.
        case duplicate
        /// The target is the base: progress is not defined.
        case targetIsBase = "target-is-base"
        /// The target lies on the wrong side of the base.
        case againstDirection = "against-direction"
        /// The base is zero where it divides, or the weight is zero or less.
        case baseNotPositive = "base-not-positive"
        /// The threshold is zero where it divides, or the weight is zero or less.
        case thresholdNotPositive = "threshold-not-positive"
        /// The share of time is not above 0 and at most 1.
        case elapsedOutOfRange = "elapsed-out-of-range"
        /// The cap is not above zero.
        case capNotPositive = "cap-not-positive"
    }

    /// Names a fault.
    public init(indicator: String?, kind: Kind) {
        self.indicator = indicator
        self.kind = kind
    }

    /// The fault as the rest of the program reports it.
    public func fault(at place: Place) -> Fault {
        Fault(code, at: place, ["indicator": indicator ?? "-"])
    }

    /// The key of the message.
    public var code: String { "progress-" + kind.rawValue }
}

/// All faults of one measure.
public struct GreenEconomyProgressFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the indicators.
    public let list: [GreenEconomyProgressFault]
}

extension GreenEconomyProgress {
    /// Everything wrong with the measure.
    public func faults() -> [GreenEconomyProgressFault] {
        var faults: [GreenEconomyProgressFault] = []
        if let cap, !(cap > 0 && cap.isFinite) { faults.append(.init(indicator: nil, kind: .capNotPositive)) }
        var seen: Set<String> = []
        for indicator in indicators {
            var kinds = Self.kinds(of: indicator)
            if !seen.insert(indicator.id).inserted { kinds.insert(.duplicate, at: 0) }
            faults += kinds.map { GreenEconomyProgressFault(indicator: indicator.id, kind: $0) }
        }
        return faults
    }

    private static func kinds(of indicator: Indicator) -> [GreenEconomyProgressFault.Kind] {
        let figures = [indicator.base, indicator.current, indicator.target, indicator.threshold].compactMap { $0 }
        guard figures.allSatisfy(\.isFinite) else { return [.notFinite] }
        var kinds: [GreenEconomyProgressFault.Kind] = []
        if !(indicator.elapsed > 0 && indicator.elapsed <= 1) { kinds.append(.elapsedOutOfRange) }
        if let base = indicator.base, let target = indicator.target {
            if base == target {
                kinds.append(.targetIsBase)
            } else if (target > base) != indicator.isHigherBetter {
                kinds.append(.againstDirection)
            }
        }
        if !indicator.isDashboard, let base = indicator.base, let threshold = indicator.threshold {
            if base <= 0 { kinds.append(.baseNotPositive) }
            if threshold <= 0 { kinds.append(.thresholdNotPositive) }
        }
        return kinds
    }
}
