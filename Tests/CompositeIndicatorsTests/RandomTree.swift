import CompositeIndicators
import TestSupport

/// A random tree: every element but the first is below an earlier one; the leaves have weights.
struct RandomTree {
    let elements: [FrameworkElement]

    init(using generator: inout SeededGenerator) {
        let count = Int.random(in: 2...40, using: &generator)
        let parents = (0..<count).map { $0 == 0 ? nil : Int.random(in: 0..<$0, using: &generator) }
        let order = parents.indices.shuffled(using: &generator)
        var elements: [FrameworkElement] = []
        for position in order {
            let isLeaf = !parents.contains(position)
            let weight = Double.random(in: 0.01...10, using: &generator)
            elements.append(
                FrameworkElement(
                    id: "e\(position)", parent: parents[position].map { "e\($0)" }, weight: isLeaf ? weight : nil))
        }
        self.elements = elements
    }

    /// A full cut: each way from the root to a leaf meets exactly one of its elements.
    static func cut(through framework: Framework, below element: String, using generator: inout SeededGenerator)
        -> [String]
    {
        let parts = framework.parts(of: element)
        guard !parts.isEmpty, Int.random(in: 0..<3, using: &generator) > 0 else { return [element] }
        return parts.flatMap { cut(through: framework, below: $0, using: &generator) }
    }
}
