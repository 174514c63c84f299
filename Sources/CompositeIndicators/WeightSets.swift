import SensitivityAnalysis

/// The sets of weights an analysis draws from, each a function of seed and set alone.
struct WeightSets {
    private let choice: IndexUncertainty.Choice?
    private let generator: CounterGenerator
    private let elements: [IndicatorMetadata]
    private let nominal: [String: Double]

    init(
        _ analysis: IndexUncertainty, _ weights: [String: Double], _ metadata: [IndicatorMetadata], index: String
    ) {
        choice = analysis.choices.first { $0.name == "weights" }
        generator = CounterGenerator(seed: analysis.seed)
        elements = metadata.filter { ($0.kind == .indicator || $0.kind == .aggregate) && $0.code != index }
        nominal = weights
    }

    /// The sets; none where weights do not vary.
    func sets() throws -> [[String: Double]] {
        switch choice {
        case .weights(let noise): noisy { _ in noise }
        case .weightsByLevel(let shares): noisy { $0.level.flatMap { shares[$0] } ?? 0 }
        case .dirichlet(let concentration): dirichlet(concentration)
        case .experts(let experts): experts.map(\.weights)
        case .expertColumns(let columns): columns.map(column)
        default: []
        }
    }

    /// The weights a column of the metadata holds.
    private func column(_ name: String) -> [String: Double] {
        let pairs = elements.compactMap { element in element.parameters[name].map { (element.code, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }

    private func weight(_ element: IndicatorMetadata) -> Double { nominal[element.code] ?? element.weight }

    /// Every element below the index has noise of its own.
    private func noisy(_ share: (IndicatorMetadata) -> Double) -> [[String: Double]] {
        let shares = elements.map(share)
        return (0..<IndexUncertainty.weightSets).map { set in
            let pairs = elements.enumerated().map { position, element in
                let u = generator.uniform(run: set, input: position)
                return (element.code, weight(element) * (1 + shares[position] * (2 * u - 1)))
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Shares of the parts of every parent, drawn together.
    private func dirichlet(_ concentration: Double) -> [[String: Double]] {
        let positions = elements.indices.filter { weight(elements[$0]) > 0 && elements[$0].parent != nil }
        let families = Dictionary(grouping: positions) { elements[$0].parent ?? "" }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        return (0..<IndexUncertainty.weightSets).map { set in
            var result: [String: Double] = [:]
            for family in families {
                let total = family.reduce(0) { $0 + weight(elements[$1]) }
                let shares = generator.dirichlet(
                    family.map { concentration * weight(elements[$0]) / total }, run: set,
                    input: DrawAddress.dirichlet, draw: (family.first ?? 0) * (elements.count + 1))
                for (position, share) in zip(family, shares) { result[elements[position].code] = share }
            }
            return result
        }
    }
}
