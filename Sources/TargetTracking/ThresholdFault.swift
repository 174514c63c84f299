/// What can be wrong with a framework of thresholds or the values of a park.
public enum ThresholdFault: Error, Hashable, Sendable {
    /// There is no indicator.
    case noIndicators
    /// Two indicators with one code.
    case duplicateIndicator(String)
    /// A benchmark that is not a finite number.
    case invalidBenchmark(String)
    /// A value of an indicator that is not in the list.
    case unknownIndicator(String)
    /// A value that is not a finite number.
    case notFinite(String)
    /// An answer where a figure is asked for, or the reverse.
    case wrongKind(String)
    /// An indicator said not to apply, without a reason.
    case reasonMissing(String)
    /// The intended value is worse than the current one, and nothing explains it.
    case intendedWorse(String)
}

/// All faults of one park.
public struct ThresholdFaults: Error, Hashable, Sendable {
    /// The faults: of the list, then of the values, in the order of the list.
    public let list: [ThresholdFault]
}

extension ThresholdFramework {
    func faults(in values: [String: Value]) -> [ThresholdFault] {
        var faults: [ThresholdFault] = indicators.isEmpty ? [.noIndicators] : []
        var seen: Set<String> = []
        for indicator in indicators {
            if !seen.insert(indicator.id).inserted { faults.append(.duplicateIndicator(indicator.id)) }
            switch indicator.rule {
            case .atLeast(let benchmark) where !benchmark.isFinite, .atMost(let benchmark) where !benchmark.isFinite:
                faults.append(.invalidBenchmark(indicator.id))
            default: break
            }
        }
        faults += values.keys.filter { !seen.contains($0) }.sorted().map { .unknownIndicator($0) }
        return faults
            + indicators.compactMap { indicator in
                values[indicator.id].flatMap { Self.fault(of: $0, in: indicator) }
            }
    }

    private static func fault(of value: Value, in indicator: Indicator) -> ThresholdFault? {
        switch value {
        case .notApplicable(let reason):
            return reason.allSatisfy(\.isWhitespace) ? .reasonMissing(indicator.id) : nil
        case .figure(let figure) where !figure.isFinite:
            return .notFinite(indicator.id)
        case .figure, .answer:
            return indicator.rule.isMet(by: value) == nil ? .wrongKind(indicator.id) : nil
        }
    }
}
