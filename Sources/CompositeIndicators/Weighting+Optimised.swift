import Foundation

extension Weighting {
    /// What optimised weights aim at, r_i being the correlation of an element with the index.
    public enum Objective: Hashable, Sendable, Codable {
        /// r_i/(sum of r) as near as can be to shares, by code, divided by their sum; none given means equal.
        case balance([String: Double])
        /// The largest sum of r_i.
        case information
    }

    /// Optimised weights.
    public struct Optimum: Hashable, Sendable {
        /// By code, summing to 1 within each parent.
        public let weights: [String: Double]
        /// The correlation of each element with the index under them.
        public let correlations: [String: Double]
        /// The largest distance of r_i/(sum of r) from its target: not near 0 if equal influence does not exist. 0 for
        /// `information`.
        public let residual: Double
        /// The sum of the correlations.
        public let correlationSum: Double
        /// How often the index was aggregated.
        public let evaluations: Int
    }

    /// Up to this residual influence counts as equal: a thousandth of the sum of the correlations.
    public static let evenResidual = 1e-3

    /// A level with more elements is refused: the search would not end in reasonable time.
    public static let mostOptimised = 24

    /// Weights of one level that balance or raise the correlations with the index (Becker et al. 2017), by Nelder and
    /// Mead's simplex on logarithms of weights from several fixed starts: the same result at every run.
    ///
    /// - Parameters:
    ///   - scores: the elements of the level as columns; pairs with a missing value are left out of a correlation.
    ///   - metadata: the tree.
    ///   - level: the level weighed.
    ///   - index: the code of the aggregate the elements are correlated with.
    ///   - objective: what to aim at.
    ///   - methods: how to aggregate.
    ///   - minimumShare: the least share of an element within its parent.
    ///   - missing: when an aggregate is missing.
    /// - Throws: `WeightingError`.
    public static func optimised(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], level: Int, index: String, objective: Objective,
        methods: Aggregation.Methods = Aggregation.Methods(.arithmetic), minimumShare: Double = 0,
        missing: Aggregation.MissingRule = .onePart
    ) throws(WeightingError) -> Optimum {
        let problem = try WeightProblem(
            scores, metadata: metadata, level: level, index: index, objective: objective, methods: methods,
            minimumShare: minimumShare, missing: missing)
        var search = NelderMead(dimensions: problem.freedom) { problem.loss($0) }
        let point = search.minimise()
        return try problem.optimum(point, evaluations: search.evaluations)
    }
}

/// The index as a function of the weights of one level.
struct WeightProblem {
    private let scores: IndicatorMatrix
    private let elements: [String]
    private let groups: [[String]]
    private let plan: AggregationPlan
    private let indexColumn: Int
    private let targets: [Double]?
    private let minimumShare: Double

    init(
        _ scores: IndicatorMatrix, metadata: [IndicatorMetadata], level: Int, index: String,
        objective: Weighting.Objective, methods: Aggregation.Methods, minimumShare: Double,
        missing: Aggregation.MissingRule
    ) throws(WeightingError) {
        let rows = metadata.filter { $0.level == level && ($0.kind == .indicator || $0.kind == .aggregate) }
        if rows.isEmpty { throw .noElements }
        guard rows.count <= Weighting.mostOptimised else {
            throw .tooManyToOptimise(found: rows.count, most: Weighting.mostOptimised)
        }
        self.scores = scores
        elements = rows.map(\.code)
        let parents = Set(rows.compactMap(\.parent))
        groups = metadata.map(\.code).filter { parents.contains($0) }
            .map { parent in rows.filter { $0.parent == parent }.map(\.code) }
        let largest = groups.reduce(0) { max($0, $1.count) }
        guard minimumShare >= 0, minimumShare * Double(largest) < 1 else { throw .invalidMinimumShare }
        self.minimumShare = minimumShare
        targets = try Self.targets(objective, elements: elements)
        do throws(AggregationError) {
            plan = try AggregationPlan(
                units: scores.units, codes: scores.codes, metadata: Self.upper(metadata, parents: parents),
                methods: methods, missing: missing)
        } catch {
            throw .aggregation(error)
        }
        guard let column = plan.aggregates.firstIndex(of: index) else { throw .unknown(element: index) }
        indexColumn = column
        try checkStart()
    }

    /// Tells what stops the aggregation or a correlation, which the search would take for a bad point.
    private func checkStart() throws(WeightingError) {
        var output: [Double] = []
        do throws(AggregationError) {
            try plan.run(scores.storage, into: &output)
        } catch {
            throw .aggregation(error)
        }
        let index = self.index(output)
        for element in elements where correlation(element, index) == nil {
            throw .undefinedCorrelation(element: element)
        }
    }

    private func index(_ output: [Double]) -> [Double?] {
        let count = scores.units.count
        return output[indexColumn * count..<(indexColumn + 1) * count].map { $0.isNaN ? nil : $0 }
    }

    private func correlation(_ element: String, _ index: [Double?]) -> Double? {
        scores.position(of: element).flatMap { Correlation.coefficient(scores.column($0), index).value }
    }

    /// The number of free parameters: in each parent one weight is fixed by the others.
    var freedom: Int { groups.reduce(0) { $0 + $1.count - 1 } }

    func loss(_ point: [Double]) -> Double {
        guard let found = correlations(weights(point)) else { return .infinity }
        let sum = found.reduce(0, +)
        guard let targets else { return -sum }
        guard sum > 1e-9 else { return 1e9 - sum }
        return zip(found, targets).reduce(0) { $0 + ($1.0 / sum - $1.1) * ($1.0 / sum - $1.1) }
    }

    func optimum(_ point: [Double], evaluations: Int) throws(WeightingError) -> Weighting.Optimum {
        let best = weights(point)
        guard let found = correlations(best) else { throw .undefinedCorrelation(element: elements[0]) }
        let sum = found.reduce(0, +)
        let residual = targets.map { zip(found, $0).reduce(0) { max($0, abs($1.0 / sum - $1.1)) } } ?? 0
        return Weighting.Optimum(
            weights: best, correlations: Dictionary(zip(elements, found)) { first, _ in first }, residual: residual,
            correlationSum: sum, evaluations: evaluations)
    }

    /// Shares within each parent, by softmax above the least share.
    private func weights(_ point: [Double]) -> [String: Double] {
        var result: [String: Double] = [:]
        var next = 0
        for group in groups {
            var powers = [1.0]
            for _ in group.dropFirst() {
                powers.append(exp(min(30, max(-30, point[next]))))
                next += 1
            }
            let free = 1 - minimumShare * Double(group.count)
            let sum = powers.reduce(0, +)
            for (code, power) in zip(group, powers) { result[code] = minimumShare + free * power / sum }
        }
        return result
    }

    private func correlations(_ weights: [String: Double]) -> [Double]? {
        var weighted = plan
        var output: [Double] = []
        guard (try? weighted.setWeights(weights)) != nil,
            (try? weighted.run(scores.storage, into: &output)) != nil
        else { return nil }
        let index = index(output)
        let found = elements.compactMap { correlation($0, index) }
        return found.count == elements.count ? found : nil
    }

    private static func targets(
        _ objective: Weighting.Objective, elements: [String]
    ) throws(WeightingError) -> [Double]? {
        guard case .balance(let stated) = objective else { return nil }
        if stated.isEmpty { return elements.map { _ in 1 / Double(elements.count) } }
        let values = elements.compactMap { stated[$0] }
        let sum = values.reduce(0, +)
        guard values.count == elements.count, values.allSatisfy({ $0 >= 0 }), sum > 0, sum.isFinite else {
            throw .invalidTargets
        }
        return values.map { $0 / sum }
    }

    /// The tree above the level, what lies directly below it standing as indicators.
    private static func upper(_ metadata: [IndicatorMetadata], parents: Set<String>) -> [IndicatorMetadata] {
        let byCode = Dictionary(metadata.map { ($0.code, $0) }) { first, _ in first }
        var ancestors = parents
        var pending = Array(parents)
        while let code = pending.popLast() {
            if let parent = byCode[code]?.parent, ancestors.insert(parent).inserted { pending.append(parent) }
        }
        return metadata.compactMap { row in
            if ancestors.contains(row.code) { return row }
            guard let parent = row.parent, ancestors.contains(parent) else { return nil }
            var leaf = row
            leaf.kind = .indicator
            return leaf
        }
    }
}
