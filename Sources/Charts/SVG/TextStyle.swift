/// How a piece of text is set.
struct TextStyle: Sendable, Hashable {
    enum Anchor: String { case start, middle, end }

    var size: Double
    var anchor = Anchor.start
    var isBold = false
    var colour = "currentColor"
    /// Wider text is cut with an ellipsis and kept whole in a title.
    var limit: Double?
    /// Whether the text runs upwards.
    var isRotated = false
}
