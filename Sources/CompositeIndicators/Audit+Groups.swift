extension Audit {
    /// How far the elements below an aggregate measure one thing.
    public struct GroupReliability: Hashable, Sendable {
        /// Which elements are looked at.
        public enum Items: String, Hashable, Sendable, Codable, CaseIterable {
            /// The direct parts.
            case parts
            /// All indicators below, where they are not the direct parts.
            case indicators
        }

        /// The code of the aggregate.
        public let aggregate: String
        /// Which elements.
        public let items: Items
        /// k, how many they are.
        public let count: Int
        /// Cronbach's alpha; `nil` for one element, a constant one, or pairs with too few units.
        public let alpha: Reliability.Alpha?

        /// What alpha says, or why there is none.
        public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
            /// 0.7 or more, the usual limit (Nunnally 1978).
            case reliable
            /// Below 0.7.
            case low
            /// Below zero: the elements contradict each other.
            case negative
            /// One element alone.
            case alone
            /// An element is constant, or a pair has too few units.
            case undefined
        }

        /// What the standardised alpha says.
        public var status: Status {
            guard let value = alpha?.standardised else { return count < 2 ? .alone : .undefined }
            return value < 0 ? .negative : value < 0.7 ? .low : .reliable
        }
    }

    /// Cronbach's alpha of every aggregate, in the order of the metadata.
    ///
    /// - Parameters:
    ///   - scores: normalised indicators and aggregates as columns.
    ///   - metadata: the tree.
    /// - Throws: `AggregationError` for a tree at fault.
    public static func reliability(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws(AggregationError) -> [GroupReliability] {
        let tree = try AggregationTree(metadata)
        let nodes = Dictionary(tree.nodes.map { ($0.code, $0) }) { first, _ in first }
        return tree.aggregates.flatMap { code in
            let parts = nodes[code]?.parts ?? []
            let indicators = tree.indicators[code] ?? []
            let direct = group(code, .parts, parts, scores)
            return indicators == parts ? [direct] : [direct, group(code, .indicators, indicators, scores)]
        }
    }

    private static func group(
        _ aggregate: String, _ items: GroupReliability.Items, _ codes: [String], _ scores: IndicatorMatrix
    ) -> GroupReliability {
        GroupReliability(
            aggregate: aggregate, items: items, count: codes.count, alpha: Reliability.alpha(scores, codes: codes))
    }

    /// The principal components of the parts of an aggregate, or why there are none.
    public struct GroupComponents: Hashable, Sendable {
        /// The code of the aggregate.
        public let aggregate: String
        /// The codes of the parts.
        public let parts: [String]
        /// The components, or what stands against them.
        public let result: Result<PrincipalComponents, WeightingError>

        /// Whether there are components, in a word.
        public var status: String {
            guard case .failure(let error) = result else { return "fine" }
            switch error {
            case .tooFewUnits: return "tooFewUnits"
            case .constant: return "constant"
            default: return "notSolved"
            }
        }
    }

    /// The principal components of the direct parts of every aggregate, in the order of the metadata.
    ///
    /// - Parameters:
    ///   - scores: normalised indicators and aggregates as columns; units with a gap among the parts are dropped.
    ///   - metadata: the tree.
    /// - Throws: `AggregationError` for a tree at fault.
    public static func components(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata]
    ) throws(AggregationError) -> [GroupComponents] {
        let tree = try AggregationTree(metadata)
        let nodes = Dictionary(tree.nodes.map { ($0.code, $0) }) { first, _ in first }
        return tree.aggregates.map { code in
            let parts = nodes[code]?.parts ?? []
            let result = Result { () throws(WeightingError) in try PrincipalComponents(scores, codes: parts) }
            return GroupComponents(aggregate: code, parts: parts, result: result)
        }
    }
}
