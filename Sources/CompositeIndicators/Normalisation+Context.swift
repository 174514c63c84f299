/// Where a column comes from and which way it points: what the kernels need beside the values.
struct NormalisationContext {
    let indicator: String
    let group: String?
    let direction: Double
    let onZeroRange: Normalisation.ZeroRange

    /// Normalises raw values in place.
    ///
    /// - Returns: whether all values were equal and got the middle of the range.
    func normalise(
        _ values: inout [Double], method: Normalisation.Method, reference: Double?
    ) throws(NormalisationFault) -> Bool {
        guard let raw = Descriptives.extremes(values) else { return false }
        try check(method, raw: raw, count: Descriptives.count(values))
        orient(&values)
        let extremes = direction > 0 ? raw : (minimum: -raw.maximum, maximum: -raw.minimum)
        if let middle = method.middle, extremes.minimum == extremes.maximum {
            guard onZeroRange == .neutral else { throw .zeroRange(indicator: indicator, group: group) }
            for index in values.indices where !values[index].isNaN { values[index] = middle }
            return true
        }
        if let line = try line(method, values: values, extremes: extremes, reference: reference) {
            line.apply(&values)
        } else {
            applyOrder(method, &values)
        }
        return false
    }

    private func orient(_ values: inout [Double]) {
        guard direction < 0 else { return }
        for index in values.indices { values[index] = -values[index] }
    }

    /// What must hold of the parameters and the raw values.
    private func check(
        _ method: Normalisation.Method, raw: (minimum: Double, maximum: Double), count: Int
    ) throws(NormalisationFault) {
        guard method.parametersAreValid else { throw .invalidParameter(indicator: indicator) }
        switch method {
        case .fractionOfMaximum where direction < 0, .fractionOfMinimum where direction > 0:
            throw .directionUnsupported(indicator: indicator)
        case .fractionOfMaximum where raw.minimum < 0 || raw.maximum <= 0,
            .fractionOfMinimum where raw.minimum <= 0,
            .aboveBelowMean where raw.minimum < 0 || raw.maximum <= 0:
            throw .notPositive(indicator: indicator, group: group)
        case .percentRank where count < 2, .zscore where count < 2 && onZeroRange == .fault:
            throw .tooFewUnits(indicator: indicator, group: group)
        default: break
        }
    }

    /// The straight line that a method lays through the oriented values; `nil` if it is not one.
    private func line(
        _ method: Normalisation.Method, values: [Double], extremes: (minimum: Double, maximum: Double),
        reference: Double?
    ) throws(NormalisationFault) -> ScoreLine? {
        let (low, high) = extremes
        switch method {
        case .unchanged: return ScoreLine(from: 0, to: 1)
        case .minmax(let lower, let upper):
            return ScoreLine(from: low, to: high, base: lower, range: upper - lower)
        case .efficacy(let base, let range): return ScoreLine(from: low, to: high, base: base, range: range)
        case .distanceToMaximum: return ScoreLine(from: low, to: high)
        case .zscore(let mean, let deviation):
            let (centre, spread) = (Descriptives.mean(values) ?? 0, Descriptives.standardDeviation(values) ?? 0)
            return ScoreLine(origin: centre, span: spread, base: mean, range: deviation)
        case .scaled(let lower, let upper, let factor):
            return ScoreLine(from: worse(lower, upper), to: better(lower, upper), range: factor)
        case .goalposts(let lower, let upper, let scale, let truncated):
            var line = ScoreLine(from: worse(lower, upper), to: better(lower, upper), range: scale)
            if truncated { (line.floor, line.ceiling) = (0, scale) }
            return line
        case .distanceToReference(_, let capped):
            let reference = direction * (reference ?? .nan)
            guard reference > low else { throw .referenceIsMinimum(indicator: indicator, group: group) }
            return ScoreLine(from: low, to: reference, ceiling: capped ? 1 : .infinity)
        case .distanceToTarget(let target, let capped):
            let target = direction * target
            guard target > low else { throw .targetNotAboveMinimum(indicator: indicator, group: group) }
            return ScoreLine(from: low, to: target, ceiling: capped ? 1 : .infinity)
        case .mazziottaPareto(let stated):
            let centre = stated.map { direction * $0 } ?? Descriptives.mean(values) ?? 0
            return ScoreLine(origin: centre, span: high - low, base: 100, range: 60)
        case .fractionOfMaximum: return ScoreLine(from: 0, to: high)
        default: return nil
        }
    }

    private func worse(_ lower: Double, _ upper: Double) -> Double { direction > 0 ? lower : -upper }
    private func better(_ lower: Double, _ upper: Double) -> Double { direction > 0 ? upper : -lower }
}

/// Scores along a straight line, base + range (z - origin)/span, held between a floor and a ceiling.
struct ScoreLine {
    var origin: Double
    var span: Double
    var base = 0.0
    var range = 1.0
    var floor = -Double.infinity
    var ceiling = Double.infinity

    init(origin: Double, span: Double, base: Double = 0, range: Double = 1, ceiling: Double = .infinity) {
        self.origin = origin
        self.span = span
        self.base = base
        self.range = range
        self.ceiling = ceiling
    }

    init(from low: Double, to high: Double, base: Double = 0, range: Double = 1, ceiling: Double = .infinity) {
        self.init(origin: low, span: high - low, base: base, range: range, ceiling: ceiling)
    }

    func apply(_ values: inout [Double]) {
        for index in values.indices where !values[index].isNaN {
            let score = base + range * (values[index] - origin) / span
            values[index] = min(max(score, floor), ceiling)
        }
    }
}
