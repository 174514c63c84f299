/// How values of a ``HeatMap`` become colours.
public enum HeatScale: Sendable, Hashable {
    /// From pale to dark between the least and the greatest value.
    case sequential
    /// From pale to dark between fixed ends, so that several maps compare; values outside have the end colours.
    case sequentialBetween(Double, Double)
    /// Palest at the centre (a target or zero), darker to both sides, equally far on both.
    case diverging(centre: Double)
    /// The same with fixed ends, `reach` to both sides of the centre, as for correlations.
    case divergingWithin(centre: Double, reach: Double)
}
