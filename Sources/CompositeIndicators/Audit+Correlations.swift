extension Audit {
    /// How two elements of the tree stand to each other.
    public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
        /// Parts of one parent.
        case siblings
        /// On one level under different parents.
        case across
        /// An element and its parent.
        case parent
        /// An element below, and the index, which is not its parent.
        case index
    }

    /// What is worth a look in a correlation.
    public enum CorrelationFlag: String, Hashable, Sendable, Codable, CaseIterable {
        /// |r| reaches the threshold asked for.
        case strong
        /// Siblings above 0.92: they count one thing twice.
        case double
        /// Negative between siblings, or with the parent or the index: the element contradicts its group.
        case contradicts
        /// No coefficient: a column is constant, or fewer than two units have both.
        case undefined
    }

    /// The correlation of two elements by three coefficients.
    public struct ElementPair: Hashable, Sendable {
        /// The code of one; with `parent` and `index` the one below.
        public let first: String
        /// The code of the other.
        public let second: String
        /// How they stand to each other.
        public let relation: Relation
        /// Pearson's coefficient.
        public let pearson: Correlation.Coefficient
        /// Spearman's coefficient.
        public let spearman: Correlation.Coefficient
        /// Kendall's coefficient.
        public let kendall: Correlation.Coefficient
        /// What is worth a look, by Pearson's coefficient.
        public let flags: [CorrelationFlag]
    }

    /// From where on siblings count one thing twice (OECD/JRC practice: Pearson above 0.92).
    public static let doubleCounting = 0.92

    /// The correlations of all elements of one level with each other, with their parents and with the index.
    ///
    /// - Parameters:
    ///   - scores: normalised indicators and aggregates as columns, directions turned; each pair is taken over the units
    ///     that have both. Elements without a column are left out.
    ///   - metadata: the tree; pairs are in its order.
    ///   - index: the code of the index.
    ///   - strong: |r| from which a pair is flagged.
    ///   - relations: which pairs are wanted.
    public static func correlations(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], index: String, strong: Double = 0.7,
        relations: Set<Relation> = Set(Relation.allCases)
    ) -> [ElementPair] {
        let elements = elementColumns(scores, metadata: metadata)
        let columns = Dictionary(elements.map { ($0.row.code, $0.values) }) { first, _ in first }
        var pairs: [ElementPair] = []
        for (position, element) in elements.enumerated() {
            for other in elements[(position + 1)...] where other.row.level == element.row.level {
                guard let parent = element.row.parent, let second = other.row.parent else { continue }
                let relation = parent == second ? Relation.siblings : .across
                guard relations.contains(relation) else { continue }
                pairs.append(pair(element, (other.row.code, other.values), relation, strong: strong))
            }
            for (code, relation) in [(element.row.parent, Relation.parent), (index, .index)] {
                guard let code, relations.contains(relation), let values = columns[code] else { continue }
                if relation == .index, element.row.code == index || element.row.parent == index { continue }
                pairs.append(pair(element, (code, values), relation, strong: strong))
            }
        }
        return pairs
    }

    /// The pairs that contradict their group: siblings, parents and the index with a negative coefficient.
    public static func contradictions(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], index: String
    ) -> [ElementPair] {
        correlations(scores, metadata: metadata, index: index, relations: [.siblings, .parent, .index])
            .filter { $0.flags.contains(.contradicts) }
    }

    /// An element with its scores.
    typealias ElementColumn = (row: IndicatorMetadata, values: [Double?])

    static func elementColumns(_ scores: IndicatorMatrix, metadata: [IndicatorMetadata]) -> [ElementColumn] {
        let positions = Dictionary(scores.codes.enumerated().map { ($1, $0) }) { first, _ in first }
        return metadata.compactMap { row in
            guard row.kind == .indicator || row.kind == .aggregate else { return nil }
            return positions[row.code].map { (row, scores.column($0)) }
        }
    }

    private static func pair(
        _ first: ElementColumn, _ second: (code: String, values: [Double?]), _ relation: Relation, strong: Double
    ) -> ElementPair {
        let pearson = Correlation.coefficient(first.values, second.values)
        return ElementPair(
            first: first.row.code, second: second.code, relation: relation, pearson: pearson,
            spearman: Correlation.coefficient(first.values, second.values, method: .spearman),
            kendall: Correlation.coefficient(first.values, second.values, method: .kendall),
            flags: flags(pearson.value, relation, strong: strong))
    }

    private static func flags(_ value: Double?, _ relation: Relation, strong: Double) -> [CorrelationFlag] {
        guard let value else { return [.undefined] }
        var flags: [CorrelationFlag] = []
        if abs(value) >= strong { flags.append(.strong) }
        if relation == .siblings, value > doubleCounting { flags.append(.double) }
        if relation != .across, value < 0 { flags.append(.contradicts) }
        return flags
    }
}
