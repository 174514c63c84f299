/// Colours and sizes that all charts of a page share.
///
/// Axes and text are drawn in `currentColor`, so they follow the page and forced-colours mode.
public struct Theme: Sendable, Hashable {
    /// The colours of the marks.
    public var palette: Palette
    /// The colour behind the chart, which fills hollow marks; nothing is painted with it otherwise.
    public var paper: String
    /// The colour of hatching.
    public var missing: String
    /// The opacity of grid lines, 0 to 1.
    public var gridOpacity: Double
    /// The size of text, in user units.
    public var fontSize: Double

    /// Creates a theme.
    public init(palette: Palette, paper: String, missing: String, gridOpacity: Double, fontSize: Double) {
        self.palette = palette
        self.paper = paper
        self.missing = missing
        self.gridOpacity = gridOpacity
        self.fontSize = fontSize.isFinite ? min(max(fontSize, 6), 40) : 14
    }

    /// The theme for white paper and screens.
    public static let standard = Theme(
        palette: .standard, paper: "#FFFFFF", missing: "#767676", gridOpacity: 0.18, fontSize: 14)

    /// The theme with a contrast of 7:1.
    public static let highContrast = Theme(
        palette: .highContrast, paper: "#FFFFFF", missing: "#404040", gridOpacity: 0.45, fontSize: 14)

    static let lineHeight = 1.25
    static let fontFamily =
        "\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft YaHei\",\"PingFang SC\",sans-serif"

    var smallSize: Double { fontSize - 1 }
    var titleSize: Double { fontSize + 2 }
    var grid: Stroke { Stroke(colour: "currentColor", opacity: gridOpacity) }
    var axis: Stroke { Stroke(colour: "currentColor") }
}
