/// Weights of the elements of a composite indicator. Weights are relative within a parent.
public enum Weighting {
    /// Weight 1 for every indicator and aggregate: equal within each parent, not equal in the index.
    public static func equal(_ metadata: [IndicatorMetadata]) -> [String: Double] {
        inTree(metadata) { _ in 1 }
    }

    /// The weights the metadata state.
    public static func given(_ metadata: [IndicatorMetadata]) -> [String: Double] {
        inTree(metadata) { $0.weight }
    }

    /// The share of each element in its root: the product of the shares on the way down, a root being 1.
    ///
    /// - Parameters:
    ///   - metadata: the tree; several roots are allowed.
    ///   - weights: by code, before those of the metadata.
    ///   - allowsNegative: whether negative weights are declared.
    /// - Throws: `WeightingError` for a tree or weight at fault.
    public static func effective(
        _ metadata: [IndicatorMetadata], weights: [String: Double] = [:], allowsNegative: Bool = false
    ) throws(WeightingError) -> [String: Double] {
        let tree = try checkedTree(metadata)
        let stated = given(metadata).merging(weights) { $1 }
        var result = inTree(metadata) { $0.parent == nil ? 1 : 0 }
        for node in tree.nodes.reversed() {
            var total = 0.0
            for part in node.parts {
                let weight = stated[part] ?? 0
                if !weight.isFinite { throw .invalidWeight(element: part) }
                if weight < 0, !allowsNegative { throw .negativeWeight(element: part) }
                total += weight
            }
            if total == 0 { throw .weightsAllZero(aggregate: node.code) }
            for part in node.parts { result[part] = (result[node.code] ?? 0) * (stated[part] ?? 0) / total }
        }
        return result
    }

    private static func inTree(
        _ metadata: [IndicatorMetadata], value: (IndicatorMetadata) -> Double
    ) -> [String: Double] {
        let elements = metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
        return Dictionary(elements.map { ($0.code, value($0)) }) { first, _ in first }
    }

    private static func checkedTree(_ metadata: [IndicatorMetadata]) throws(WeightingError) -> AggregationTree {
        do throws(AggregationError) {
            return try AggregationTree(metadata)
        } catch {
            throw .aggregation(error)
        }
    }
}
