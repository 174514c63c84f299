/// An element of the tree of an index, with the elements it is made of.
public struct FrameworkElement: Sendable, Hashable {
    /// The code, which stands in for a name that has no room; may be empty.
    public var code: String
    /// The name, in the chart's language.
    public var name: String
    /// The effective weight of a leaf, in any unit; below zero, nil, infinite or not a number means missing.
    ///
    /// It is not read of an element with children: that weighs as much as the leaves below it together.
    public var weight: Double?
    /// Where the weight came about.
    public var href: String?
    /// The elements below, in order.
    public var children: [FrameworkElement]

    /// Creates an element.
    public init(
        code: String = "", name: String, weight: Double? = nil, href: String? = nil, children: [FrameworkElement] = []
    ) {
        self.code = code
        self.name = name
        self.weight = weight
        self.href = href
        self.children = children
    }

    /// The elements without children, in order; the element itself if it has none.
    var leaves: [FrameworkElement] { children.isEmpty ? [self] : children.flatMap(\.leaves) }

    /// How many levels there are from this element down.
    var levelCount: Int { 1 + (children.map(\.levelCount).max() ?? 0) }

    /// The weight, if it counts.
    var checkedWeight: Double? { weight.finite.flatMap { $0 < 0 ? nil : $0 } }
}
