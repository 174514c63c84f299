extension LinearScale {
    /// Returns the step that divides the domain into at most `count` parts; nil if the domain is degenerate.
    public func step(count: Int) -> NiceStep? {
        let parts = Double(max(count, 1))
        return NiceStep(notBelow: upper / parts - lower / parts)
    }

    /// Returns strictly increasing ticks inside the domain, multiples of a nice step.
    ///
    /// A degenerate domain has one tick; a domain too narrow for its magnitude has its two ends.
    public func ticks(count: Int) -> [Double] {
        guard lower < upper else { return [lower] }
        guard let step = step(count: count) else { return [lower, upper] }
        let first = (lower / step.value - 1e-9).rounded(.up)
        let last = (upper / step.value + 1e-9).rounded(.down)
        guard abs(first) < 1e12, abs(last) < 1e12, first <= last else { return [lower, upper] }
        return (Int(first)...Int(last)).map(step.multiple).filter { (lower...upper).contains($0) }
    }

    /// Creates a scale that covers all finite `values` and ends at nice ticks.
    ///
    /// Values that are infinite or not a number are left out; nil if none remain. Values that are all equal get
    /// room around them. With `includesZero`, zero lies in the domain.
    public init?(
        covering values: [Double], includesZero: Bool, count: Int, rangeStart: Double, rangeEnd: Double
    ) {
        let finite = values.filter(\.isFinite)
        guard var low = finite.min(), var high = finite.max(), rangeStart.isFinite, rangeEnd.isFinite else {
            return nil
        }
        if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        (low, high) = Self.widened(low, high)
        let parts = Double(max(count, 1))
        if let step = NiceStep(notBelow: high / parts - low / parts) {
            (low, high) = Self.rounded(low, high, to: step)
        }
        self.init(checkedDomain: low, high, range: rangeStart, rangeEnd)
    }

    private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
        let magnitude = max(abs(low), abs(high))
        guard magnitude > 1e-290 else { return (0, 1) }
        guard high / magnitude - low / magnitude < 1e-9 else { return (low, high) }
        let room = magnitude < 1e300 ? magnitude * 0.05 : 0
        return room > 0 ? (low - room, high + room) : (low / 2, high)
    }

    private static func rounded(_ low: Double, _ high: Double, to step: NiceStep) -> (Double, Double) {
        let first = (low / step.value + 1e-9).rounded(.down)
        let last = (high / step.value - 1e-9).rounded(.up)
        guard abs(first) < 1e12, abs(last) < 1e12 else { return (low, high) }
        let ends = (min(step.multiple(Int(first)), low), max(step.multiple(Int(last)), high))
        return ends.0.isFinite && ends.1.isFinite ? ends : (low, high)
    }
}
