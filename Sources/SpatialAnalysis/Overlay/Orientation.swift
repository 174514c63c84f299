/// On which side of a line a point lies, where that is certain.
enum Orientation {
    /// Twice the signed area of the triangle from, to, point: positive when the point is left; `nil` when rounding could
    /// change the sign.
    ///
    /// The bound is that of Shewchuk (1997), Adaptive precision floating-point arithmetic: (3 + 16 ε) ε times the sum of
    /// the two products, ε = 2⁻⁵³.
    @inline(__always)
    static func certain(_ from: Position, _ to: Position, _ point: Position) -> Double? {
        let left = (from.longitude - point.longitude) * (to.latitude - point.latitude)
        let right = (from.latitude - point.latitude) * (to.longitude - point.longitude)
        let value = left - right
        return abs(value) > 3.3306690738754716e-16 * (abs(left) + abs(right)) ? value : nil
    }
}
