/// A place in the drawing, in user units from the upper left corner.
struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
}
