/// The colours of a heat map for the values it holds.
struct HeatColours {
    let ramp: [Colour]
    let lower: Double
    let upper: Double

    /// Creates colours for finite `values`; nil if there are none.
    init?(_ scale: HeatScale, values: [Double], palette: Palette) {
        guard let low = values.min(), let high = values.max() else { return nil }
        switch scale {
        case .sequentialBetween(let start, let end) where start.isFinite && end.isFinite:
            (ramp, lower, upper) = (palette.sequential, min(start, end), max(start, end))
        case .diverging(let centre) where centre.isFinite:
            let reach = min(max(high - centre, centre - low, 0), .greatestFiniteMagnitude)
            ramp = palette.diverging
            lower = max(centre - reach, -.greatestFiniteMagnitude)
            upper = min(centre + reach, .greatestFiniteMagnitude)
        case .divergingWithin(let centre, let reach) where centre.isFinite && reach.isFinite && reach > 0:
            ramp = palette.diverging
            lower = max(centre - reach, -.greatestFiniteMagnitude)
            upper = min(centre + reach, .greatestFiniteMagnitude)
        default:
            (ramp, lower, upper) = (palette.sequential, low, high)
        }
    }

    func colour(_ value: Double) -> Colour {
        let scale = LinearScale(checkedDomain: lower, upper, range: 0, 1)
        return Palette.colour(in: ramp, at: scale.place(value) ?? 0.5)
    }
}
