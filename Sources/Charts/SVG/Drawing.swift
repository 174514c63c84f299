/// The marks of one chart with the size they need, before they become a document.
public struct Drawing: Sendable, Hashable {
    /// The colours and sizes in use.
    public let theme: Theme
    /// The width of the view box, in user units.
    public var width: Double
    /// The height of the view box, in user units.
    public var height: Double
    /// True for a picture the size of a word or a cell, which keeps its width instead of filling the line.
    public var isInline: Bool
    /// The elements drawn so far.
    public var writer = SVGWriter()

    /// Creates an empty drawing.
    public init(theme: Theme, width: Double, height: Double, isInline: Bool = false) {
        self.theme = theme
        self.width = width
        self.height = height
        self.isInline = isInline
    }
}
