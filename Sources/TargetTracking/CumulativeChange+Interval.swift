extension CumulativeChange {
    /// The compound change with its bounds: every printed change may be off by `halfWidth`, half a unit of its last
    /// place; per cent.
    ///
    /// A change cannot be under -100 %, so neither can the lower bound. Source: Guides/CumulativeTargets.md, "Formula and source".
    public static func interval(_ percentChanges: some Collection<Double>, halfWidth: Double) -> RoundedValue {
        interval(percentChanges.map { ($0, halfWidth) })
    }

    /// The same for changes printed with different numbers of decimals, each with its own half width; per cent.
    public static func interval(_ changes: [(change: Double, halfWidth: Double)]) -> RoundedValue {
        RoundedValue(
            value: compound(changes.map(\.change)),
            low: compound(changes.map { max($0.change - $0.halfWidth.magnitude, -100) }),
            high: compound(changes.map { $0.change + $0.halfWidth.magnitude }))
    }

    /// ``impliedBase(later:change:)`` with its bounds, for a non-negative level and a change, each off by its half
    /// width; `nil` when the change may be -100 % or less.
    public static func impliedBaseInterval(
        later: Double, halfWidth: Double, change: Double, changeHalfWidth: Double
    ) -> RoundedValue? {
        guard later >= 0, change - changeHalfWidth.magnitude > -100 else { return nil }
        return RoundedValue(rising: later, within: halfWidth, falling: change, within: changeHalfWidth) {
            max($0, 0) / (1 + $1 / 100)
        }
    }
}
