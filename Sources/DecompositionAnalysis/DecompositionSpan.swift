/// Which moments of a series are compared.
public enum DecompositionSpan: Hashable, Sendable {
    /// The first with the last.
    case fixed
    /// Each with the next.
    case steps
    /// Each with the next, the effects joined from the first to the last.
    case chained
    /// Each with the one so many moments later.
    case window(Int)

    /// The pairs of moments compared; empty where there are too few.
    public func pairs(_ moments: [String]) -> [(from: String, to: String)] {
        guard let first = moments.first, let last = moments.last else { return [] }
        switch self {
        case .fixed: return [(first, last)]
        case .steps, .chained: return zip(moments, moments.dropFirst()).map { ($0, $1) }
        case .window(let length): return length < 1 ? [] : zip(moments, moments.dropFirst(length)).map { ($0, $1) }
        }
    }
}

/// A decomposition between two named moments.
public struct DatedDecomposition: Hashable, Sendable {
    /// The first moment.
    public let from: String
    /// The last moment.
    public let to: String
    /// The effects between them.
    public let decomposition: Decomposition
}

extension IdentityValues {
    /// The decompositions of a span; chained ones are one.
    ///
    /// - Throws: `DecompositionFaults` of the first comparison that cannot be made.
    public func decompositions(
        over moments: [String], span: DecompositionSpan, method: DecompositionMethod, fallsBack: Bool = false
    ) throws(DecompositionFaults) -> [DatedDecomposition] {
        var parts: [DatedDecomposition] = []
        for (from, to) in span.pairs(moments) {
            guard let cells = cells(from: from, to: to) else {
                throw DecompositionFaults(list: [.unknownMoment(from, known: data.moments)])
            }
            let part = try Decomposition(cells, method: method, fallsBack: fallsBack)
            parts.append(DatedDecomposition(from: from, to: to, decomposition: part))
        }
        guard span == .chained, let first = parts.first, let last = parts.last,
            let whole = Decomposition.chained(parts.map(\.decomposition))
        else { return parts }
        return [DatedDecomposition(from: first.from, to: last.to, decomposition: whole)]
    }
}
