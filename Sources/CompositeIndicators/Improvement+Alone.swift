import SensitivityAnalysis

extension Improvement {
    /// For every indicator the smallest improvement that reaches the rank with all others as they are, in the order of the
    /// metadata.
    ///
    /// - Parameter threads: at most so many threads; `nil` for all cores. The result is the same on any number.
    public func alone(threads: Int? = nil) throws -> [Step] {
        let codes = codes
        let parts = try Parallel.map(count: codes.count, chunkSize: 1, threads: threads) { range in
            try range.map { try alone(codes[$0]) }
        }
        return parts.flatMap { $0 }
    }

    /// The smallest improvement of one indicator that reaches the rank with all others as they are.
    ///
    /// - Throws: `ImprovementError.unknownIndicator`.
    public func alone(_ indicator: String) throws -> Step {
        guard let column = indicators.position(of: indicator),
            let direction = metadata.first(where: { $0.code == indicator && $0.kind == .indicator })?.direction
        else { throw ImprovementError.unknownIndicator(indicator) }
        guard let now = indicators[row, column], let track = Track(self, column: column, direction: direction) else {
            return Step(
                indicator: indicator, now: indicators[row, column], needed: nil, scoreChange: nil, status: .missing)
        }
        let before = trial(baseline)
        func at(_ place: Double) -> Trial? { trial([column: track.sense * place]) }
        guard let bracket = bracket(track, at) else {
            return Step(indicator: indicator, now: now, needed: nil, scoreChange: nil, status: .unreachable)
        }
        let found = Self.smallest(
            low: bracket.low.map { ($0, at($0)) } ?? (track.now, before), high: bracket.high,
            width: 1e-10 * track.spread, at)
        return Step(
            indicator: indicator, now: now, needed: track.sense * found.at,
            scoreChange: Self.difference(found.trial.scores, before?.scores, column),
            status: found.at > track.best + 1e-9 * track.spread ? .beyondBest : .reached)
    }

    static func difference(_ after: [Double?], _ before: [Double?]?, _ column: Int) -> Double? {
        guard let new = after[column], let old = before?[column] else { return nil }
        return new - old
    }

    /// The first place of the track that reaches the rank, and the place before it (`nil` for where the unit is).
    private func bracket(
        _ track: Track, _ at: (Double) -> Trial?
    ) -> (low: Double?, high: (at: Double, trial: Trial))? {
        var places = isMonotone ? track.places : track.finePlaces
        func reached(_ index: Int) -> Trial? { at(places[index]).flatMap { $0.isReached ? $0 : nil } }
        func result(_ index: Int, _ trial: Trial) -> (low: Double?, high: (at: Double, trial: Trial)) {
            (index > 0 ? places[index - 1] : nil, (places[index], trial))
        }
        guard isMonotone else {
            for index in places.indices {
                if let trial = reached(index) { return result(index, trial) }
            }
            return nil
        }
        // Values so far out that the recipe refuses them say nothing about those before.
        while let last = places.last, at(last) == nil { places.removeLast() }
        guard !places.isEmpty, var trial = reached(places.count - 1) else { return nil }
        var (low, high) = (-1, places.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if let found = reached(middle) { (high, trial) = (middle, found) } else { low = middle }
        }
        return result(high, trial)
    }

    /// Whether a better value of an indicator never worsens the rank of the unit.
    private var isMonotone: Bool {
        guard recipe.treatment == nil, recipe.imputation == nil else { return false }
        switch recipe.weights {
        case .original, .equal, .given: break
        case .principalComponents, .entropy, .critic, .optimised: return false
        }
        switch recipe.normalisation {
        case .zscore, .mazziottaPareto, .aboveBelowMean, .distanceToReference: return false
        default: break
        }
        let methods = [recipe.methods.general] + recipe.methods.byLevel.values + recipe.methods.byElement.values
        return methods.allSatisfy { method in
            switch method {
            case .mazziottaParetoDownward, .mazziottaParetoUpward, .benefitOfTheDoubt, .copeland, .borda: false
            default: true
            }
        }
    }
}

/// The way an indicator can go: places are raw values times the sense, so that more is better.
private struct Track {
    /// 1 where a larger raw value is better, else -1.
    let sense: Double
    /// Where the unit is.
    let now: Double
    /// Where the best other unit is, in raw values of this one.
    let best: Double
    /// The spread over all units.
    let spread: Double
    /// Places to try, ascending, all better than `now`.
    let places: [Double]

    init?(_ question: Improvement, column: Int, direction: Int) {
        guard let raw = question.indicators[question.row, column],
            let factor = question.factors[question.row, column], factor != 0,
            let data = question.baseline.stages[.denominated],
            let kept = question.baseline.stages[.screened]?.units
        else { return nil }
        let sense = Double(direction) * (factor < 0 ? -1 : 1)
        let isKept = Set(kept)
        let others = data.units.indices.filter { $0 != question.row && isKept.contains(data.units[$0]) }
            .compactMap { data[$0, column] }.map { sense * $0 / factor }
        let now = sense * raw
        let best = others.max() ?? now
        let all = others + [now]
        let width = (all.max() ?? now) - (all.min() ?? now)
        let spread = width > 0 ? width : max(abs(now), 1)
        let limit = Self.limit(question, column: column, sense: sense)
        let beyond = (-3...10).map { max(best, now) + spread * Double(sign: .plus, exponent: $0, significand: 1) }
        var places = (others + beyond).filter { $0 > now && $0 < limit }.sorted()
        if limit.isFinite, limit > now { places.append(limit) }
        self.sense = sense
        self.now = now
        self.best = best
        self.spread = spread
        self.places = places.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The places and those half-way between.
    var finePlaces: [Double] {
        zip([now] + places, places).flatMap { [$0 + ($1 - $0) / 2, $1] }
    }

    /// The best raw value possible times the sense.
    private static func limit(_ question: Improvement, column: Int, sense: Double) -> Double {
        let values = question.indicators.column(column).compactMap { $0 }
        let natural = values.allSatisfy { $0 >= 0 } ? 0 : -Double.infinity
        let code = question.indicators.codes[column]
        let stated = question.limits[code]
        let parameters = question.metadata.first { $0.code == code }?.parameters ?? [:]
        return sense > 0
            ? stated?.upperBound ?? parameters["limit_upper"] ?? .infinity
            : -(stated?.lowerBound ?? parameters["limit_lower"] ?? natural)
    }
}
