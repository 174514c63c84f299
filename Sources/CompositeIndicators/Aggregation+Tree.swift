/// The tree the metadata describe, checked: indicators by column, aggregates in an order in which parts come first.
struct AggregationTree {
    /// An aggregate.
    struct Node {
        let code: String
        let level: Int
        let parts: [String]
    }

    /// The codes of the aggregates in the order of the metadata.
    let aggregates: [String]
    /// The aggregates, every one after its parts.
    let nodes: [Node]
    /// The indicators below each aggregate.
    let indicators: [String: [String]]

    init(_ metadata: [IndicatorMetadata]) throws(AggregationError) {
        let elements = metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
        let known = try Self.elementsByCode(elements)
        aggregates = elements.filter { $0.kind == .aggregate }.map(\.code)
        if aggregates.isEmpty { throw .noAggregates }
        var parts: [String: [String]] = [:]
        for element in elements {
            guard let parent = element.parent else { continue }
            guard known[parent]?.kind == .aggregate else {
                throw .unknownParent(element: element.code, parent: parent)
            }
            parts[parent, default: []].append(element.code)
        }
        var walk = Walk(known: known, parts: parts)
        for aggregate in aggregates { try walk.visit(aggregate) }
        nodes = walk.nodes
        indicators = walk.indicators
    }

    private static func elementsByCode(
        _ elements: [IndicatorMetadata]
    ) throws(AggregationError) -> [String: IndicatorMetadata] {
        var known: [String: IndicatorMetadata] = [:]
        for element in elements where known.updateValue(element, forKey: element.code) != nil {
            throw .duplicate(element: element.code)
        }
        return known
    }
}

/// A visit of the aggregates, parts first.
private struct Walk {
    let known: [String: IndicatorMetadata]
    let parts: [String: [String]]
    var nodes: [AggregationTree.Node] = []
    var indicators: [String: [String]] = [:]
    private var heights: [String: Int] = [:]
    private var open: Set<String> = []

    init(known: [String: IndicatorMetadata], parts: [String: [String]]) {
        self.known = known
        self.parts = parts
    }

    mutating func visit(_ code: String) throws(AggregationError) {
        if heights[code] != nil { return }
        guard let element = known[code], element.kind == .aggregate else {
            heights[code] = 1
            indicators[code] = [code]
            return
        }
        guard open.insert(code).inserted else { throw .cycle(element: code) }
        let below = parts[code] ?? []
        if below.isEmpty { throw .noParts(element: code) }
        for part in below { try visit(part) }
        let height = 1 + below.reduce(1) { max($0, heights[$1] ?? 1) }
        heights[code] = height
        indicators[code] = below.flatMap { indicators[$0] ?? [] }
        nodes.append(AggregationTree.Node(code: code, level: element.level ?? height, parts: below))
    }
}
