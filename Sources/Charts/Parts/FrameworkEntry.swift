/// An element of a tree with its place in it, in the order of reading.
struct FrameworkEntry {
    let element: FrameworkElement
    let parent: String?
    /// The number of elements above.
    let level: Int
    /// The number of the first-level branch, nil for the whole.
    let branch: Int?
    /// The share of the whole, 0 to 1; nil if the weight is missing.
    let share: Double?
    /// How many leaves of missing weight are in it.
    let missingLeaves: Int
    /// The number of elements below it, which follow it directly.
    let descendants: Int

    /// Returns `root` and all below it.
    static func list(_ root: FrameworkElement) -> [FrameworkEntry] {
        let weights = root.leaves.compactMap(\.checkedWeight)
        let greatest = weights.max() ?? 0
        let total = greatest > 0 ? weights.reduce(0) { $0 + $1 / greatest } : 0
        return entries(root, parent: nil, level: 0, branch: nil) { weight in
            total > 0 ? weight / greatest / total : nil
        }
    }

    private static func entries(
        _ element: FrameworkElement, parent: String?, level: Int, branch: Int?, share: (Double) -> Double?
    ) -> [FrameworkEntry] {
        let below = element.children.enumerated().map { index, child in
            entries(child, parent: element.name, level: level + 1, branch: branch ?? index, share: share)
        }
        let children = below.compactMap(\.first)
        let shares = children.compactMap(\.share)
        let own =
            element.children.isEmpty
            ? element.checkedWeight.flatMap(share) : shares.isEmpty ? nil : shares.reduce(0, +)
        let missing =
            element.children.isEmpty ? (own == nil ? 1 : 0) : children.reduce(0) { $0 + $1.missingLeaves }
        let entry = FrameworkEntry(
            element: element, parent: parent, level: level, branch: branch, share: own, missingLeaves: missing,
            descendants: below.reduce(0) { $0 + $1.count })
        return [entry] + below.joined()
    }
}
