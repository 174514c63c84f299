/// A node of a composite indicator's tree: an indicator, or an aggregate of others.
public struct FrameworkElement: Hashable, Sendable, Codable {
    /// The code, unique in the framework.
    public let id: String
    /// The aggregate this element is a part of; `nil` for the index itself.
    public let parent: String?
    /// The weight, relative to the other parts of the parent; `nil` for an aggregate means the sum of its parts.
    public let weight: Double?

    /// Describes an element.
    public init(id: String, parent: String?, weight: Double?) {
        self.id = id
        self.parent = parent
        self.weight = weight
    }
}
