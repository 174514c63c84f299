import SensitivityAnalysis

/// Which aggregations may be drawn beside each normalisation.
struct CompatibleMethods: Sendable {
    /// The coordinates restricted; for each the alternatives left, by normalisation.
    private let restricted: [(position: Int, allowed: [[Int]])]
    private let normalisation: ChoiceAxes.Axis<Normalisation.Method>

    init(_ pairs: [IndexUncertainty.ExcludedPair], _ axes: ChoiceAxes) {
        normalisation = axes.normalisation
        guard !pairs.isEmpty else {
            restricted = []
            return
        }
        let excluded = Set(pairs)
        func allowed(_ methods: [Aggregation.Method]) -> [[Int]] {
            axes.normalisation.values.map { scale in
                methods.indices.filter { !excluded.contains(.init(scale, methods[$0])) }
            }
        }
        var restricted: [(position: Int, allowed: [[Int]])] = []
        if let position = axes.methods.position {
            restricted.append((position, allowed(axes.methods.values.map(\.general))))
        }
        for (level, axis) in axes.levels where level == 2 {
            if let position = axis.position { restricted.append((position, allowed(axis.values))) }
        }
        self.restricted = restricted
    }

    /// Puts an alternative that is allowed in the place of each: number floor(u n) of those left.
    func restrict(_ draw: inout [Int], at point: [Double]) {
        for (position, allowed) in restricted {
            let left = allowed[normalisation.index(draw)]
            guard !left.isEmpty else { continue }
            draw[position] = left[QuantileFunctions.integer(below: left.count, at: point[position])]
        }
    }

    /// Whether an alternative of a choice may be drawn beside a normalisation.
    func allows(_ alternative: Int, of position: Int?, beside scale: Int) -> Bool {
        restricted.allSatisfy { $0.position != position || $0.allowed[scale].contains(alternative) }
    }

    /// The normalisations beside which nothing may be drawn.
    var stranded: [Normalisation.Method] {
        normalisation.values.indices.filter { scale in restricted.contains { $0.allowed[scale].isEmpty } }
            .map { normalisation.values[$0] }
    }
}

extension Normalisation.Method {
    /// A score that some unit is certain to have or to stay below, whatever the data; `nil` if none is.
    var certainLow: (score: Double, isReached: Bool)? {
        switch self {
        case .minmax(let lower, _): (lower, true)
        case .zscore(let mean, _): (mean, false)
        case .distanceToMaximum, .distanceToReference, .distanceToTarget, .percentRank, .borda: (0, true)
        case .fromMetadata(.distanceToTarget): (0, true)
        case .efficacy(let base, _): (base, true)
        default: nil
        }
    }
}

extension Aggregation.Method {
    /// Whether a score stops the method, alone or for being certain to be undercut.
    func isStopped(by low: (score: Double, isReached: Bool)) -> Bool {
        switch self {
        case .geometric, .harmonic: return low.score <= 0
        case .shiftedGeometric(let offset): return low.score + offset <= 0
        case .generalised(let power) where !(power > 0 && power == power.rounded()): return low.score <= 0
        case .benefitOfTheDoubt: return low.score < 0 || low.score == 0 && !low.isReached
        default: return false
        }
    }
}
