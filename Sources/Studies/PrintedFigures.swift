import StatisticalData
import TargetTracking

extension [Observation] {
    /// The compound of annual changes in per cent with the bounds that their rounding leaves; `nil` when the last
    /// printed place of one of them is not known.
    var compoundInterval: RoundedValue? {
        let parts = compactMap { observation in
            observation.value(in: .percent).flatMap { value in
                observation.roundingError(in: .percent).map { (change: value, halfWidth: $0) }
            }
        }
        return parts.count == count ? CumulativeChange.interval(parts) : nil
    }
}
