/// Something wrong with the parts of a cascade.
public enum CascadeFault: Error, Hashable, Sendable {
    /// There are no parts.
    case noParts
    /// Two parts of one name.
    case repeatedPart(String)
    /// A target or its rounding is not a finite number.
    case notFinite(String)
    /// A weighted mean needs a positive weight of every part.
    case weightMissing(String)
}

/// All that is wrong with a cascade.
public struct CascadeFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the parts.
    public let list: [CascadeFault]
}

extension Cascade {
    static func faults(_ parts: [Part], of whole: Part, by rule: Rule) -> [CascadeFault] {
        var faults: [CascadeFault] = parts.isEmpty ? [.noParts] : []
        var seen: Set<String> = []
        for part in [whole] + parts where !part.target.isFinite || !part.halfWidth.isFinite || part.halfWidth < 0 {
            faults.append(.notFinite(part.name))
        }
        for part in parts {
            if !seen.insert(part.name).inserted { faults.append(.repeatedPart(part.name)) }
            if rule == .weightedMean, !((part.weight ?? 0) > 0 && (part.weight ?? 0).isFinite) {
                faults.append(.weightMissing(part.name))
            }
        }
        return faults
    }
}
