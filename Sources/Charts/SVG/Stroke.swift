/// How a line is drawn.
struct Stroke: Sendable, Hashable {
    var colour: String
    var width = 1.0
    var dash = ""
    var opacity = 1.0
}
