/// What every chart has: its texts, its language and its width.
public struct ChartFrame: Sendable, Hashable {
    /// The title, in the chart's language.
    public var title: String
    /// What the chart says, in words; see ``Chart/described(by:)``.
    public var description: String
    /// The language of the texts, as a BCP 47 tag such as `zh-Hans`.
    public var language: String
    /// The sentence shown if there is nothing to draw.
    public var noData: String
    /// The width of the view box, in user units; text is 14 units high, so 480 reads well from 360 pixels to A4.
    public var width: Double
    /// Whether the title is drawn, and not only read by assistive technology.
    public var showsTitle: Bool
    /// Tells apart two equal charts on one page; part of what the ids are derived from.
    public var key: String

    /// Creates a frame; the width is kept between 240 and 2000.
    public init(
        title: String, description: String = "", language: String, noData: String, width: Double = 480,
        showsTitle: Bool = true, key: String = ""
    ) {
        self.title = title
        self.description = description
        self.language = language
        self.noData = noData
        self.width = width.isFinite ? min(max(width, 240), 2000) : 480
        self.showsTitle = showsTitle
        self.key = key
    }
}
