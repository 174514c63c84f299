/// Why an index changed between two times: values, weights, framework, and the set of units.
///
/// The index is computed for all 16 mixtures of the four factors, each as it was at one of the times; the effects are
/// Shapley values over the factors (`Shapley`), so they sum to the change.
///
/// - values: raw data and denominators of the elements that both frameworks have;
/// - weights: the metadata's weights of those elements;
/// - framework: which elements there are, their place in the tree, direction and parameters. An indicator without any
///   value at a time is no element of it. An element of one framework alone brings its weight and values of that time;
/// - units: the units that scores are compared with; one that came or went brings its values of the time it has. It has an
///   effect under normalisation that reads the data.
///
/// The scale is declared: `pooled` normalises, treats and imputes over the rows of both times together, so that a score
/// means the same at both; `byTime` takes each time for itself, so that bounds that move are part of the effect of values.
/// With goalposts or other fixed bounds both are the same. `from` and `to` are the indices so computed. Only units present
/// at both times have effects. Source: decomposition of changes by Shapley values as in Albrecht, François, Schoors (2002).
public struct IndexChange: Sendable {
    /// The data of a time.
    public struct Moment: Sendable {
        /// The raw data.
        public let indicators: IndicatorMatrix
        /// The columns indicators may be divided by.
        public let denominators: IndicatorMatrix
        /// The tree, directions, weights and parameters.
        public let metadata: [IndicatorMetadata]

        /// Puts a time together.
        public init(indicators: IndicatorMatrix, denominators: IndicatorMatrix, metadata: [IndicatorMetadata]) {
            self.indicators = indicators
            self.denominators = denominators
            self.metadata = metadata
        }
    }

    /// Over which rows scores are made.
    public enum Scale: String, Hashable, Sendable, Codable, CaseIterable {
        /// Both times together.
        case pooled
        /// Each time for itself.
        case byTime = "by-time"
    }

    /// The effects for a unit, in points of the index; `nil` where the index of the unit is missing in any mixture.
    public struct Effects: Hashable, Sendable {
        /// The code of the unit.
        public let unit: String
        /// The index at the earlier time.
        public let from: Double?
        /// The index at the later time.
        public let to: Double?
        /// The effect of values.
        public let value: Double?
        /// The effect of weights.
        public let weight: Double?
        /// The effect of elements added and dropped.
        public let framework: Double?
        /// The effect of units that came and went.
        public let units: Double?

        /// to - from.
        public var change: Double? { from.flatMap { from in to.map { $0 - from } } }
    }

    /// The steps of the index.
    public let recipe: IndexRecipe
    /// The two times, the earlier one first.
    public let moments: [Moment]
    /// Over which rows scores are made.
    public let scale: Scale

    /// Declares a comparison.
    ///
    /// - Throws: `IndexChangeError`.
    public init(
        _ recipe: IndexRecipe, from earlier: Moment, to later: Moment, scale: Scale = .pooled
    ) throws(IndexChangeError) {
        switch recipe.imputation {
        case .groupMean, .groupMedian: throw .groupedImputation
        default: break
        }
        self.recipe = recipe
        self.scale = scale
        moments = [earlier, later]
        guard !units.isEmpty else { throw .noCommonUnits }
    }

    /// The units present at both times, in the order of the later one.
    public var units: [String] {
        let before = Set(moments[0].indicators.units)
        return moments[1].indicators.units.filter { before.contains($0) }
    }

    /// The effects for every unit present at both times.
    ///
    /// - Throws: the errors of the recipe, for any of the mixtures.
    public func effects() throws -> [Effects] {
        let mixtures = try (0..<16).map { try index(Mixture(bits: $0)) }
        return units.map { unit in
            let values = mixtures.map { $0[unit] }
            let table = values.compactMap { $0 }
            let shares: [Double?] =
                table.count == 16 ? Shapley.shares(of: table, count: 4) : Array(repeating: nil, count: 4)
            return Effects(
                unit: unit, from: values[0], to: values[15], value: shares[0], weight: shares[1],
                framework: shares[2], units: shares[3])
        }
    }

    /// From which time each factor comes: 0 or 1.
    struct Mixture {
        let value: Int
        let weight: Int
        let framework: Int
        let units: Int

        init(bits: Int) {
            value = bits & 1
            weight = bits >> 1 & 1
            framework = bits >> 2 & 1
            units = bits >> 3 & 1
        }
    }

    /// The index of each unit in a mixture.
    private func index(_ mixture: Mixture) throws -> [String: Double] {
        let (outcome, names) = try outcome(mixture)
        guard let column = outcome.aggregates.position(of: outcome.index) else { return [:] }
        let rows = Dictionary(outcome.aggregates.units.enumerated().map { ($1, $0) }) { first, _ in first }
        return names.reduce(into: [:]) { result, name in
            result[name.key] = rows[name.value].flatMap { outcome.aggregates[$0, column] }
        }
    }
}

/// What stops the comparison of two times.
public enum IndexChangeError: Error, Hashable, Sendable {
    /// No unit is present at both times.
    case noCommonUnits
    /// Imputation by groups: its labels belong to the rows of one table.
    case groupedImputation
    /// Effects by indicator need arithmetic means throughout.
    case notArithmetic(aggregate: String)
}
