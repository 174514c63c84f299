/// One sign and what it means.
struct LegendEntry: Sendable, Hashable {
    enum Sign: Sendable, Hashable {
        case series(SeriesStyle)
        case dashed(String)
        case line(String)
        case marker(Marker, colour: String, isHollow: Bool)
        case box(String, opacity: Double)
        case hatch
        case tick
    }

    var sign: Sign
    var label: String
}
