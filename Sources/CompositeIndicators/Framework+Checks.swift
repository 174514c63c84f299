internal import OrderedCollections

extension Framework {
    /// What is wrong with the tree, leaving weights aside.
    static func structureFaults(_ elements: [FrameworkElement]) -> [FrameworkFault] {
        var faults: [FrameworkFault] = []
        var parents: [String: String?] = [:]
        var hasRoot = false
        for (position, element) in elements.enumerated() {
            if parents.updateValue(element.parent, forKey: element.id) != nil {
                faults.append(.duplicate(element: position))
            }
            if element.parent == nil {
                if hasRoot { faults.append(.secondRoot(element: position)) }
                hasRoot = true
            }
        }
        for (position, element) in elements.enumerated() {
            guard let parent = element.parent else { continue }
            if parents[parent] == nil {
                faults.append(.unknownParent(element: position))
            } else if isInCycle(element.id, parents: parents) {
                faults.append(.cycle(element: position))
            }
        }
        if !elements.isEmpty, !hasRoot { faults.append(.noRoot) }
        return faults
    }

    private static func isInCycle(_ start: String, parents: [String: String?]) -> Bool {
        var current = start
        for _ in 0...parents.count {
            guard let next = parents[current] ?? nil else { return false }
            if next == start { return true }
            current = next
        }
        return false
    }

    /// Fills in the weights from the leaves up; `elements` must form a tree.
    static func weigh(
        _ elements: [FrameworkElement], children: OrderedDictionary<String, [String]>,
        into weights: inout [String: Double]
    ) -> [FrameworkFault] {
        let positions = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1.id, $0) })
        var faults: [FrameworkFault] = []
        func weigh(_ id: String) -> Double {
            guard let position = positions[id] else { return 0 }
            let stated = elements[position].weight
            let parts = children[id] ?? []
            if let stated, !(stated >= 0 && stated.isFinite) { faults.append(.invalidWeight(element: position)) }
            guard !parts.isEmpty else {
                if stated == nil { faults.append(.missingWeight(element: position)) }
                weights[id] = stated ?? 0
                return stated ?? 0
            }
            let sum = parts.reduce(0) { $0 + weigh($1) }
            if sum == .infinity, parts.allSatisfy({ weights[$0] != .infinity }) {
                faults.append(.invalidWeight(element: position))
            }
            if sum == 0 { faults.append(.weightlessAggregate(element: position)) }
            if let stated, abs(stated - sum) > 1e-9 * max(1, abs(sum)) {
                faults.append(.weightsDoNotSum(element: position, found: sum, expected: stated))
            }
            weights[id] = stated ?? sum
            return stated ?? sum
        }
        for element in elements where element.parent == nil { _ = weigh(element.id) }
        return faults
    }
}
