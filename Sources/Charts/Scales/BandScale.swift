/// Divides a range into equal bands, one for each category.
public struct BandScale: Sendable, Hashable {
    /// The number of bands, not below zero.
    public let count: Int
    /// The place where the first band begins, in user units.
    public let start: Double
    /// The distance from one band to the next, in user units.
    public let step: Double
    /// The width of the mark in a band, in user units.
    public let width: Double

    /// Creates a scale over the range; `padding` is the empty share of each band, 0 to 1.
    ///
    /// - Throws: ``ScaleError/nonFiniteEnd(_:)`` if an end of the range or the padding is not finite.
    public init(count: Int, start: Double, end: Double, padding: Double) throws(ScaleError) {
        guard start.isFinite, end.isFinite, padding.isFinite else {
            throw .nonFiniteEnd("range \(start) to \(end), padding \(padding)")
        }
        self.init(checkedCount: count, start: start, end: end, padding: padding)
    }

    init(checkedCount count: Int, start: Double, end: Double, padding: Double) {
        self.count = max(count, 0)
        self.start = start
        step = (end - start) / Double(max(count, 1))
        width = step * (1 - min(max(padding, 0), 1))
    }

    /// Returns the middle of the band with this number, counted from zero.
    public func centre(_ index: Int) -> Double {
        start + step * (Double(index) + 0.5)
    }
}
