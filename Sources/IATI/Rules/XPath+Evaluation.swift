/// What an expression finds.
enum XPathValue {
    case nodes([XPathNode])
    case number(Double)
    case text(String)
    case truth(Bool)
}

/// A node of a tree.
enum XPathNode: Hashable {
    case element(Int)
    case attribute(Int, String)
    case text(Int)

    /// The element it is or belongs to.
    var element: Int {
        switch self {
        case .element(let position), .attribute(let position, _), .text(let position): position
        }
    }
}

/// Evaluates expressions on a tree.
struct XPathEvaluation {
    let tree: IATITree

    /// The nodes an expression finds; none for what is no path.
    func nodes(_ expression: XPath, at node: XPathNode) -> [XPathNode] {
        if case .nodes(let nodes) = value(expression, at: node, number: 1) { return nodes }
        return []
    }

    /// Whether an expression holds: `boolean()` of XPath.
    func holds(_ expression: XPath, at node: XPathNode) -> Bool {
        Self.truth(value(expression, at: node, number: 1))
    }

    /// The text of a node.
    func text(_ node: XPathNode) -> String {
        switch node {
        case .element(let position): tree.text(of: position)
        case .attribute(let position, let name): tree.elements[position].attributes[name] ?? ""
        case .text(let position): tree.elements[position].text
        }
    }

    private func value(_ expression: XPath, at node: XPathNode, number: Int) -> XPathValue {
        func truth(_ part: XPath) -> Bool { Self.truth(value(part, at: node, number: number)) }
        switch expression {
        case .literal(let text): return .text(text)
        case .number(let value): return .number(value)
        case .and(let left, let right): return .truth(truth(left) && truth(right))
        case .or(let left, let right): return .truth(truth(left) || truth(right))
        case .sum(let left, let right):
            return .number(
                numeric(value(left, at: node, number: number)) + numeric(value(right, at: node, number: number)))
        case .compare(let comparison, let left, let right):
            return .truth(
                compare(
                    comparison, value(left, at: node, number: number), value(right, at: node, number: number)))
        case .union(let left, let right):
            let first = nodes(left, at: node)
            return .nodes(first + nodes(right, at: node).filter { !first.contains($0) })
        case .call(let name, let arguments): return call(name, arguments, at: node)
        case .path(let isAbsolute, let steps): return .nodes(path(isAbsolute, steps, at: node))
        }
    }

    private func call(_ name: String, _ arguments: [XPath], at node: XPathNode) -> XPathValue {
        guard let first = arguments.first else { return .truth(false) }
        let argument = value(first, at: node, number: 1)
        switch name {
        case "not": return .truth(!Self.truth(argument))
        case "count":
            if case .nodes(let nodes) = argument { return .number(Double(nodes.count)) }
            return .number(0)
        default: return .number(numeric(argument))
        }
    }

    private func path(_ isAbsolute: Bool, _ steps: [XPath.Step], at node: XPathNode) -> [XPathNode] {
        var current: [XPathNode] = isAbsolute ? [] : [node]
        for (place, step) in steps.enumerated() {
            var found: [XPathNode] = []
            if isAbsolute, place == 0 {
                found = filtered(fromRoot(step.axis), step.predicates)
            } else {
                for start in current { found += filtered(next(step.axis, from: start), step.predicates) }
            }
            current = found
        }
        return current
    }

    private func fromRoot(_ axis: XPath.Axis) -> [XPathNode] {
        switch axis {
        case .child(let name): return tree.elements.first?.name == name ? [.element(0)] : []
        case .descendant(let name):
            return tree.elements.indices.filter { tree.elements[$0].name == name }.map { .element($0) }
        default: return []
        }
    }

    private func next(_ axis: XPath.Axis, from node: XPathNode) -> [XPathNode] {
        guard case .element(let position) = node else { return axis == .here ? [node] : [] }
        let element = tree.elements[position]
        switch axis {
        case .child(let name): return tree.children(position, name).map { .element($0) }
        case .descendant(let name):
            return element.children.flatMap { child in
                (tree.elements[child].name == name ? [.element(child)] : []) + next(axis, from: .element(child))
            }
        case .attribute(let name): return element.attributes[name] == nil ? [] : [.attribute(position, name)]
        case .parent: return element.parent.map { [.element($0)] } ?? []
        case .here: return [node]
        case .text: return element.text.contains { !$0.isWhitespace } ? [.text(position)] : []
        }
    }

    private func filtered(_ nodes: [XPathNode], _ predicates: [XPath]) -> [XPathNode] {
        predicates.reduce(nodes) { nodes, predicate in
            nodes.enumerated().filter { place, node in
                let value = value(predicate, at: node, number: place + 1)
                if case .number(let wanted) = value { return wanted == Double(place + 1) }
                return Self.truth(value)
            }.map(\.element)
        }
    }

    private static func truth(_ value: XPathValue) -> Bool {
        switch value {
        case .nodes(let nodes): !nodes.isEmpty
        case .number(let number): number != 0 && !number.isNaN
        case .text(let text): !text.isEmpty
        case .truth(let truth): truth
        }
    }

    private func numeric(_ value: XPathValue) -> Double {
        switch value {
        case .number(let number): number
        case .text(let text): Self.number(text)
        case .truth(let truth): truth ? 1 : 0
        case .nodes(let nodes): nodes.first.map { Self.number(text($0)) } ?? .nan
        }
    }

    /// `number()` of XPath: digits with at most one point and a minus sign; no exponent, no plus; NaN for the rest.
    static func number(_ text: String) -> Double {
        let trimmed = text.trimming { $0.isWhitespace }
        guard trimmed.wholeMatch(of: /-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/) != nil else { return .nan }
        return Double(trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed) ?? .nan
    }

    private func compare(_ comparison: XPath.Comparison, _ left: XPathValue, _ right: XPathValue) -> Bool {
        if case .nodes(let nodes) = left {
            return nodes.contains { compare(comparison, single($0, beside: right), right) }
        }
        if case .nodes(let nodes) = right {
            return nodes.contains { compare(comparison, left, single($0, beside: left)) }
        }
        switch (comparison, left, right) {
        case (.equal, .text(let one), .text(let other)): return one == other
        case (.unequal, .text(let one), .text(let other)): return one != other
        case (.equal, .truth, _), (.equal, _, .truth): return Self.truth(left) == Self.truth(right)
        case (.unequal, .truth, _), (.unequal, _, .truth): return Self.truth(left) != Self.truth(right)
        default: break
        }
        let (one, other) = (numeric(left), numeric(right))
        switch comparison {
        case .equal: return one == other
        case .unequal: return one != other
        case .less: return one < other
        case .lessOrEqual: return one <= other
        case .more: return one > other
        case .moreOrEqual: return one >= other
        }
    }

    /// A node beside a value: a number beside numbers, else its text.
    private func single(_ node: XPathNode, beside other: XPathValue) -> XPathValue {
        if case .number = other { return .number(Self.number(text(node))) }
        return .text(text(node))
    }
}

extension String {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String(rest)
    }
}
