/// A full cut through the tree of a linear index: the elements of one level, their effective weights, their scores.
///
/// It is what `WeightRegion` asks for. Everything above the cut must be aggregated by arithmetic means.
public struct IndexCut: Sendable {
    /// The codes of the elements, in the order of the metadata.
    public let codes: [String]
    /// Their effective weights, summing to 1.
    public let weights: [Double]
    /// The units with all scores, in the order of the data.
    public let units: [String]
    /// The scores by element, each one a unit.
    public let columns: [[Double]]
    /// The units left out because a score is missing: their weights would have to be renormalised.
    public let incomplete: [String]

    /// Takes the elements of a level.
    ///
    /// - Parameters:
    ///   - outcome: what the recipe made.
    ///   - level: 1 for the indicators, 2 for the aggregates above; `nil` for the parts of the index.
    /// - Throws: `IndexCutError`; `WeightingError` for weights at fault, such as negative ones.
    public init(
        _ outcome: IndexRecipe.Outcome, recipe: IndexRecipe, metadata: [IndicatorMetadata], level: Int? = nil
    ) throws {
        let tree = metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
        let top = tree.first { $0.code == outcome.index }?.level ?? 1
        let level = level ?? top - 1
        guard level >= 1, level < top else { throw IndexCutError.noLevel(level, highest: top - 1) }
        let curved = tree.first { element in
            guard element.kind == .aggregate, let own = element.level, own > level else { return false }
            return recipe.methods.method(of: element.code, level: own) != .arithmetic
        }
        if let curved { throw IndexCutError.notArithmetic(aggregate: curved.code) }
        let elements = tree.filter { $0.level == level }
        let effective = try Weighting.effective(metadata, weights: outcome.weights)
        let weights = elements.map { effective[$0.code] ?? 0 }
        guard abs(weights.reduce(0, +) - 1) <= 1e-9 else { throw IndexCutError.notAFullCut(level) }
        let scores = outcome.stages[.normalised]
        let columns = elements.map { element -> [Double?] in
            let matrix = element.kind == .indicator ? scores : outcome.aggregates
            return matrix.flatMap { matrix in matrix.position(of: element.code).map { matrix.column($0) } } ?? []
        }
        let all = outcome.aggregates.units
        let complete = all.indices.filter { unit in columns.allSatisfy { unit < $0.count && $0[unit] != nil } }
        codes = elements.map(\.code)
        self.weights = weights
        units = complete.map { all[$0] }
        self.columns = columns.map { column in complete.compactMap { column[$0] } }
        incomplete = Set(all).subtracting(units).sorted()
    }

    /// The scores of a unit by element; `nil` for a unit that is not among the complete ones.
    public func scores(of unit: String) -> [Double]? {
        units.firstIndex(of: unit).map { row in columns.map { $0[row] } }
    }
}

/// What stops a cut.
public enum IndexCutError: Error, Hashable, Sendable {
    /// A level that is not below the index.
    case noLevel(Int, highest: Int)
    /// An aggregate above the cut that is no arithmetic mean.
    case notArithmetic(aggregate: String)
    /// The elements of the level are not all that the index is made of.
    case notAFullCut(Int)
}
