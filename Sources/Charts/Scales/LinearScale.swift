/// Maps values of a domain linearly to places in a range.
///
/// Both domain and range may run backwards. A degenerate domain (equal ends) maps every value to the middle of
/// the range. The mapping neither overflows nor underflows for any finite domain.
public struct LinearScale: Sendable, Hashable {
    /// The value mapped to ``rangeStart``.
    public let domainStart: Double
    /// The value mapped to ``rangeEnd``.
    public let domainEnd: Double
    /// The place of ``domainStart``, in user units.
    public let rangeStart: Double
    /// The place of ``domainEnd``, in user units.
    public let rangeEnd: Double

    /// Creates a scale.
    ///
    /// - Throws: ``ScaleError/nonFiniteEnd(_:)`` if an end is infinite or not a number.
    public init(
        domainStart: Double, domainEnd: Double, rangeStart: Double, rangeEnd: Double
    ) throws(ScaleError) {
        guard domainStart.isFinite, domainEnd.isFinite else {
            throw .nonFiniteEnd("domain \(domainStart) to \(domainEnd)")
        }
        guard rangeStart.isFinite, rangeEnd.isFinite else {
            throw .nonFiniteEnd("range \(rangeStart) to \(rangeEnd)")
        }
        self.init(
            checkedDomain: domainStart, domainEnd, range: rangeStart, rangeEnd)
    }

    init(checkedDomain start: Double, _ end: Double, range rangeStart: Double, _ rangeEnd: Double) {
        domainStart = start
        domainEnd = end
        self.rangeStart = rangeStart
        self.rangeEnd = rangeEnd
    }

    /// The lower end of the domain.
    public var lower: Double { min(domainStart, domainEnd) }

    /// The upper end of the domain.
    public var upper: Double { max(domainStart, domainEnd) }

    /// Returns the place of `value`; nil if it is infinite or not a number.
    ///
    /// Values outside the domain are extrapolated, at most by 100 times the range.
    public func place(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let magnitude = max(abs(domainStart), abs(domainEnd))
        guard domainStart != domainEnd, magnitude > 0 else { return (rangeStart + rangeEnd) / 2 }
        let start = domainStart / magnitude
        let end = domainEnd / magnitude
        let share = (value / magnitude - start) / (end - start)
        guard !share.isNaN else { return (rangeStart + rangeEnd) / 2 }
        let bounded = min(max(share, -100), 100)
        return rangeStart * (1 - bounded) + rangeEnd * bounded
    }
}
