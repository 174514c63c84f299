/// The colours of the marks, told apart by people with any kind of colour vision and in grey print.
///
/// The series colours follow Okabe and Ito (2008), darkened until each has a contrast of 4.5:1 on white, so that
/// a label may have the colour of its line.
public struct Palette: Sendable, Hashable {
    /// The colours of series, in order of use; never empty in the palettes given here.
    public var series: [Colour]
    /// The colour of the one mark the reader shall find.
    public var highlight: Colour
    /// From low to high, with falling luminance.
    public var sequential: [Colour]
    /// From far below the centre over the centre to far above, palest in the middle.
    public var diverging: [Colour]

    /// Creates a palette.
    public init(series: [Colour], highlight: Colour, sequential: [Colour], diverging: [Colour]) {
        self.series = series
        self.highlight = highlight
        self.sequential = sequential
        self.diverging = diverging
    }

    /// The palette for white paper.
    public static let standard = Palette(
        series: [0x0072B2, 0xB84E00, 0x007A5A, 0x9C3D78, 0x7F6000, 0x595959].map { Colour($0) },
        highlight: Colour(0xB84E00),
        sequential: [0xF6F9E8, 0xD3E9C8, 0x97D0B9, 0x56AEB4, 0x2F83A6, 0x265687, 0x1B2C56].map { Colour($0) },
        diverging: [0x7A3400, 0xC9722B, 0xEDC39C, 0xF7F7F4, 0xA9CFE3, 0x3D8ABB, 0x0B4570].map { Colour($0) })

    /// The palette with a contrast of 7:1 on white.
    public static let highContrast = Palette(
        series: [0x004B78, 0x7D3300, 0x00513B, 0x6F2453, 0x544000, 0x333333].map { Colour($0) },
        highlight: Colour(0x7D3300),
        sequential: standard.sequential, diverging: standard.diverging)

    /// Returns the colour of a series; the colours repeat when there are more series than colours.
    public func colour(ofSeries index: Int) -> Colour {
        guard !series.isEmpty else { return Colour(0) }
        return series[((index % series.count) + series.count) % series.count]
    }

    /// Returns the colour at `share` (0 to 1) of a ramp, between its anchors.
    public static func colour(in ramp: [Colour], at share: Double) -> Colour {
        guard let first = ramp.first, let last = ramp.last else { return Colour(0xFFFFFF) }
        let place = share * Double(ramp.count - 1)
        guard place > 0 else { return first }
        guard place < Double(ramp.count - 1) else { return last }
        let index = Int(place)
        return ramp[index].mixed(with: ramp[index + 1], share: place - Double(index))
    }

    /// Returns black or white, whichever is read better on `background`; the contrast is always above 4.5.
    public static func ink(on background: Colour) -> Colour {
        let (black, white) = (Colour(0x000000), Colour(0xFFFFFF))
        return black.contrast(with: background) >= white.contrast(with: background) ? black : white
    }
}
