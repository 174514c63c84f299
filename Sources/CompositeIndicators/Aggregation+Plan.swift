/// An aggregation with its columns, weights and methods resolved once, to be run on many sets of scores.
///
/// A run allocates a buffer of the size of the largest group of parts and nothing a value. Methods that compare units
/// (Copeland, Borda, benefit of the doubt) allocate what they need a group.
public struct AggregationPlan: Sendable {
    /// The codes of the units, in the order of the scores.
    public internal(set) var units: [String]
    /// The codes of the aggregates, in the order of the metadata: the columns of the result.
    public let aggregates: [String]
    let columns: Int
    let allowsNegativeWeights: Bool
    var nodes: [Node]

    /// Resolves an aggregation.
    ///
    /// - Parameters:
    ///   - units: the codes of the units.
    ///   - codes: the codes of the columns of scores.
    ///   - metadata: the tree; an element may skip levels, and there may be several roots.
    ///   - methods: how to aggregate.
    ///   - weights: by code, before those of the metadata.
    ///   - missing: when an aggregate is missing.
    ///   - allowsNegativeWeights: whether negative weights are declared, under the arithmetic mean only.
    /// - Throws: `AggregationError` for a tree, weight, or parameter at fault.
    public init(
        units: [String], codes: [String], metadata: [IndicatorMetadata], methods: Aggregation.Methods,
        weights: [String: Double] = [:], missing: Aggregation.MissingRule = .fourFifths,
        allowsNegativeWeights: Bool = false
    ) throws(AggregationError) {
        let tree = try AggregationTree(metadata)
        self.units = units
        aggregates = tree.aggregates
        columns = codes.count
        let places = try Places(codes: codes, tree: tree)
        nodes = []
        for node in tree.nodes {
            let resolved = Node(
                node, places: places, indicators: tree.indicators[node.code] ?? [],
                method: methods.method(of: node.code, level: node.level), missing: missing)
            try resolved.check()
            nodes.append(resolved)
        }
        self.allowsNegativeWeights = allowsNegativeWeights
        let stated = Dictionary(metadata.map { ($0.code, $0.weight) }) { first, _ in first }
        try setWeights(stated.merging(weights) { $1 })
    }

    /// Replaces the weights of the elements named; others keep theirs.
    ///
    /// - Throws: `AggregationError` for a weight at fault, the plan being unchanged.
    public mutating func setWeights(_ weights: [String: Double]) throws(AggregationError) {
        var changed = nodes
        for position in changed.indices {
            for part in changed[position].parts.indices {
                guard let weight = weights[changed[position].parts[part].code] else { continue }
                changed[position].weights[part] = weight
            }
            try changed[position].checkWeights(allowsNegative: allowsNegativeWeights)
        }
        nodes = changed
    }

    /// Aggregates a set of scores.
    ///
    /// - Parameters:
    ///   - scores: column by column in the order of the codes of the plan; missing is not a number.
    ///   - output: set to the aggregates column by column; its memory is used again where it has the right size.
    /// - Throws: `AggregationError` for scores a method cannot take.
    public func run(_ scores: [Double], into output: inout [Double]) throws(AggregationError) {
        guard scores.count == columns * units.count else {
            throw .wrongSize(expected: columns * units.count, found: scores.count)
        }
        if output.count != aggregates.count * units.count {
            output = Array(repeating: .nan, count: aggregates.count * units.count)
        }
        var group = PartScores(capacity: nodes.reduce(0) { max($0, $1.parts.count) })
        for node in nodes {
            if node.method.comparesUnits {
                try compareUnits(node, scores: scores, output: &output)
            } else {
                try aggregateUnits(node, scores: scores, group: &group, output: &output)
            }
        }
    }

    private func aggregateUnits(
        _ node: Node, scores: [Double], group: inout PartScores, output: inout [Double]
    ) throws(AggregationError) {
        for unit in units.indices {
            let target = node.output * units.count + unit
            group.gather(node, unit: unit, units: units.count, scores: scores, output: output)
            guard isPresent(node, unit: unit, scores: scores, group: group) else {
                output[target] = .nan
                continue
            }
            switch group.value(node.method) {
            case .score(let value): output[target] = value
            case .fault(let fault): throw error(fault, node: node, unit: unit)
            }
            if output[target].isInfinite { throw .overflow(unit: units[unit], aggregate: node.code) }
        }
    }
}
