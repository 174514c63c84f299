/// Weighted progress towards targets within thresholds, after the Green Economy Progress measure of PAGE (2017).
///
/// Progress P = (y1 - y0)/(y* - y0). Raw weight t/y0 where more is better, y0/t where less is better: the further the
/// start from the threshold, the heavier; w are the raw weights divided by their sum, and the index is the sum of w P.
/// Indicators of the dashboard have progress and class and no weight: there is no composite of them.
///
/// **Not the official formula**: recalled from the methodology of 2017, which was not at hand for checking. Every result
/// says so (``Result/isOfficialFormula``). Thresholds are data; without all of them there is no index.
public struct GreenEconomyProgress: Hashable, Sendable, Codable {
    /// An indicator with its figures, all in one unit.
    public struct Indicator: Hashable, Sendable, Codable {
        /// The code.
        public let id: String
        /// Whether more is better.
        public let isHigherBetter: Bool
        /// y0, the level at the start.
        public let base: Double?
        /// y1, the level now.
        public let current: Double?
        /// y*, the target.
        public let target: Double?
        /// t, the level not to be crossed.
        public let threshold: Double?
        /// The share of the time to the target that has passed, tau; 1 in the target year.
        public let elapsed: Double
        /// Whether it stands on the dashboard, outside of the index.
        public let isDashboard: Bool

        /// Makes an indicator.
        public init(
            id: String, isHigherBetter: Bool, base: Double?, current: Double?, target: Double?, threshold: Double?,
            elapsed: Double = 1, isDashboard: Bool = false
        ) {
            self.id = id
            self.isHigherBetter = isHigherBetter
            self.base = base
            self.current = current
            self.target = target
            self.threshold = threshold
            self.elapsed = elapsed
            self.isDashboard = isDashboard
        }
    }

    /// What was found for an indicator.
    public struct Progress: Hashable, Sendable, Codable {
        /// The indicator.
        public let id: String
        /// P; `nil` where base, level or target is not known.
        public let progress: Double?
        /// P as it enters the index: no more than the cap.
        public let counted: Double?
        /// On target, below expectation or regress; `noData` without P.
        public let status: Status
        /// The raw weight; `nil` on the dashboard and where base or threshold is not known.
        public let rawWeight: Double?
        /// w; `nil` unless every indicator of the index has a raw weight.
        public let weight: Double?
    }

    /// The progress of all indicators and, where it is defined, the index.
    public struct Result: Hashable, Sendable, Codable {
        /// Always `false`: the formula is recalled, not read.
        public let isOfficialFormula: Bool
        /// The indicators, in the order given.
        public let indicators: [Progress]
        /// The sum of w P; `nil` where one indicator of the index lacks P or a weight, and without indicators.
        public let index: Double?
    }

    /// The indicators.
    public let indicators: [Indicator]
    /// The most that P may count for; `nil` for no cap.
    public let cap: Double?

    /// Makes a measure.
    public init(_ indicators: [Indicator], cap: Double? = nil) {
        self.indicators = indicators
        self.cap = cap
    }

    /// Progress, weights and index.
    ///
    /// - Throws: `GreenEconomyProgressFaults` with everything wrong with the indicators.
    public func result() throws(GreenEconomyProgressFaults) -> Result {
        let faults = faults()
        if !faults.isEmpty { throw GreenEconomyProgressFaults(list: faults) }
        let raw = indicators.map { Self.rawWeight(of: $0) }
        let own = indicators.indices.filter { !indicators[$0].isDashboard }
        let total = own.contains { raw[$0] == nil } ? nil : own.reduce(0) { $0 + (raw[$1] ?? 0) }
        let found = indicators.indices.map { position in
            progress(of: indicators[position], rawWeight: raw[position], total: total)
        }
        let parts = own.compactMap { position -> Double? in
            guard let weight = found[position].weight, let counted = found[position].counted else { return nil }
            return weight * counted
        }
        let isDefined = !own.isEmpty && parts.count == own.count
        return Result(
            isOfficialFormula: false, indicators: found, index: isDefined ? parts.reduce(0, +) : nil)
    }

    /// t/y0 where more is better, y0/t where less is better; `nil` on the dashboard and without both figures.
    private static func rawWeight(of indicator: Indicator) -> Double? {
        guard !indicator.isDashboard, let base = indicator.base, let threshold = indicator.threshold else { return nil }
        return indicator.isHigherBetter ? threshold / base : base / threshold
    }

    private func progress(of indicator: Indicator, rawWeight: Double?, total: Double?) -> Progress {
        let weight = total.flatMap { total in rawWeight.map { $0 / total } }
        guard let base = indicator.base, let current = indicator.current, let target = indicator.target else {
            return Progress(
                id: indicator.id, progress: nil, counted: nil, status: .noData, rawWeight: rawWeight, weight: weight)
        }
        let progress = (current - base) / (target - base)
        return Progress(
            id: indicator.id, progress: progress, counted: cap.map { min($0, progress) } ?? progress,
            status: Self.status(of: progress, elapsed: indicator.elapsed), rawWeight: rawWeight, weight: weight)
    }

    /// `on target` when P is at least the share of the time passed, `regress` below 0, else `below expectation`.
    public static func status(of progress: Double, elapsed: Double) -> Status {
        if Tolerance.order(progress, elapsed, scale: 1) >= 0 { return .onTarget }
        return Tolerance.order(progress, 0, scale: 1) < 0 ? .regress : .belowExpectation
    }
}
