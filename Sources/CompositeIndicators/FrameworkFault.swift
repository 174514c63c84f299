/// What can be wrong with a framework. `element` is the position among the elements given.
public enum FrameworkFault: Error, Hashable, Sendable {
    /// No elements at all.
    case empty
    /// A code that an earlier element has.
    case duplicate(element: Int)
    /// A parent that is no element.
    case unknownParent(element: Int)
    /// An element that is above itself.
    case cycle(element: Int)
    /// A second element without a parent.
    case secondRoot(element: Int)
    /// Every element has a parent.
    case noRoot
    /// An indicator, which has no parts, without a weight.
    case missingWeight(element: Int)
    /// A negative or infinite weight.
    case invalidWeight(element: Int)
    /// All parts of an aggregate weigh nothing.
    case weightlessAggregate(element: Int)
    /// The weights of an aggregate's parts do not add up to its own.
    case weightsDoNotSum(element: Int, found: Double, expected: Double)
}

/// All faults of one framework.
public struct FrameworkFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the elements.
    public let list: [FrameworkFault]
}
