internal import OrderedCollections

/// The tree of a composite indicator: indicators at the leaves, one index at the root, any number of levels between.
///
/// Weights are relative within a parent. The effective weight of an element is the product of the shares on the way
/// from the root, so that the effective weights of the parts of any full cut through the tree sum to 1
/// (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 6).
public struct Framework: Sendable {
    /// The elements, in the order given.
    public let elements: [FrameworkElement]
    /// The code of the index.
    public let root: String
    private let children: OrderedDictionary<String, [String]>
    private let weights: [String: Double]

    /// Checks the tree and works out the weights.
    ///
    /// - Throws: `FrameworkFaults` with everything wrong: repeated codes, orphans, cycles, several roots, weights
    ///   missing, negative, all zero, or not adding up to the weight their aggregate states.
    public init(_ elements: [FrameworkElement]) throws(FrameworkFaults) {
        let structure = Self.structureFaults(elements)
        guard structure.isEmpty, let root = elements.first(where: { $0.parent == nil })?.id else {
            throw FrameworkFaults(list: structure.isEmpty ? [.empty] : structure)
        }
        var children: OrderedDictionary<String, [String]> = [:]
        for element in elements {
            if let parent = element.parent { children[parent, default: []].append(element.id) }
        }
        var weights: [String: Double] = [:]
        let faults = Self.weigh(elements, children: children, into: &weights)
        if !faults.isEmpty { throw FrameworkFaults(list: faults) }
        self.elements = elements
        self.root = root
        self.children = children
        self.weights = weights
    }

    /// The element above; `nil` for the index.
    public func parent(of element: String) -> String? {
        elements.first { $0.id == element }?.parent
    }

    /// The direct parts of an element, in the order given; none for an indicator.
    public func parts(of element: String) -> [String] {
        children[element] ?? []
    }

    /// The indicators below an element, or the element itself if it is one.
    public func indicators(below element: String) -> [String] {
        let parts = parts(of: element)
        return parts.isEmpty ? [element] : parts.flatMap { indicators(below: $0) }
    }

    /// The weight of an element in the units of the framework; for an aggregate the sum over its parts.
    public func weight(of element: String) -> Double {
        weights[element] ?? 0
    }

    /// The share of an element in the index: 1 for the index itself.
    public func effectiveWeight(of element: String) -> Double {
        guard let found = elements.first(where: { $0.id == element }) else { return 0 }
        guard let parent = found.parent else { return 1 }
        let siblings = parts(of: parent).reduce(0) { $0 + weight(of: $1) }
        return effectiveWeight(of: parent) * weight(of: element) / siblings
    }
}
