/// The choices of an analysis by step: which coordinate of a run decides it, and among what.
struct ChoiceAxes: Sendable {
    /// A step with its alternatives; without a position it has the one that is declared.
    struct Axis<Value: Sendable>: Sendable {
        var position: Int?
        var values: [Value]

        /// The alternative of a run.
        func index(_ draw: [Int]) -> Int { position.map { draw[$0] } ?? 0 }
    }

    /// A step whose numbers are drawn.
    struct Drawn<Value: Sendable>: Sendable {
        let position: Int
        let value: Value
    }

    /// Sets of numbers that errors, posts and imputed values come in.
    static let sets = 1 << 32

    var imputation: Axis<Imputation.Method?>
    var treatment: Axis<Treatment.Options?>
    var normalisation: Axis<Normalisation.Method>
    /// Methods on all levels, then those of single levels.
    var methods: Axis<Aggregation.Methods>
    var levels: [(level: Int, axis: Axis<Aggregation.Method>)] = []
    var exclusion: Axis<Set<String>>
    var error: Drawn<MeasurementError>?
    var imputationDraws: Drawn<(blocks: Imputation.Blocks, options: Imputation.EMOptions)>?
    var goalposts: Drawn<Double>?
    var weights: Int?
    /// The number of alternatives or sets of each choice.
    private(set) var counts: [Int] = []

    init(_ analysis: IndexUncertainty, metadata: [IndicatorMetadata]) {
        let recipe = analysis.recipe
        imputation = Axis(values: [recipe.imputation])
        treatment = Axis(values: [recipe.treatment])
        normalisation = Axis(values: [recipe.normalisation])
        methods = Axis(values: [recipe.methods])
        exclusion = Axis(values: [[]])
        for (position, choice) in analysis.choices.enumerated() { counts.append(add(choice, position, metadata)) }
    }

    /// Takes up a choice.
    ///
    /// - Returns: the number of its alternatives.
    private mutating func add(
        _ choice: IndexUncertainty.Choice, _ position: Int, _ metadata: [IndicatorMetadata]
    ) -> Int {
        switch choice {
        case .weights, .weightsByLevel, .dirichlet:
            weights = position
            return IndexUncertainty.weightSets
        case .experts(let experts):
            weights = position
            return experts.count
        case .expertColumns(let columns):
            weights = position
            return columns.count
        case .imputation(let list):
            imputation = Axis(position: position, values: list)
            return list.count
        case .imputationDraws(let blocks, let options):
            imputationDraws = Drawn(position: position, value: (blocks, options))
        case .treatment(let list):
            treatment = Axis(position: position, values: list)
            return list.count
        case .normalisation(let list):
            normalisation = Axis(position: position, values: list)
            return list.count
        case .goalposts(let share): goalposts = Drawn(position: position, value: share)
        case .aggregation(let list):
            methods = Axis(position: position, values: list.map { Aggregation.Methods($0) })
            return list.count
        case .aggregationOnLevel(let level, let list):
            levels.append((level, Axis(position: position, values: list)))
            return list.count
        case .exclusion(let exclusion):
            let tree = ExclusionTree(metadata)
            let sets = exclusion.alternatives(metadata).map { tree.removed(with: $0) }
            self.exclusion = Axis(position: position, values: sets)
            return sets.count
        case .error(let error): self.error = Drawn(position: position, value: error)
        }
        return Self.sets
    }

    /// The methods of a run, with their place among all combinations.
    func methods(_ draw: [Int]) -> (place: Int, methods: Aggregation.Methods) {
        var place = methods.index(draw)
        var chosen = methods.values[place]
        for (level, axis) in levels {
            let index = axis.index(draw)
            place = place * axis.values.count + index
            chosen.byLevel[level] = axis.values[index]
        }
        return (place, chosen)
    }

    /// The coordinates that decide methods and the number of their alternatives, the first varying slowest.
    var methodPositions: [(position: Int, count: Int)] {
        ([methods.position.map { ($0, methods.values.count) }]
            + levels.map { level in level.axis.position.map { ($0, level.axis.values.count) } }).compactMap { $0 }
    }

    /// The number of combinations of methods.
    var methodCombinations: Double {
        levels.reduce(Double(methods.values.count)) { $0 * Double($1.axis.values.count) }
    }
}

extension IndexUncertainty.Exclusion {
    /// What each alternative leaves out.
    func alternatives(_ metadata: [IndicatorMetadata]) -> [[String]] {
        switch self {
        case .anyIndicator: [[]] + metadata.filter { $0.kind == .indicator }.map { [$0.code] }
        case .elements(let sets): sets
        }
    }
}

/// What goes when elements are left out: all that is below them, and aggregates that are left without parts.
struct ExclusionTree {
    private let parents: [String: String]
    private let parts: [String: [String]]

    init(_ metadata: [IndicatorMetadata]) {
        let elements = metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
        let pairs = elements.compactMap { element in element.parent.map { (element.code, $0) } }
        parents = Dictionary(pairs) { first, _ in first }
        parts = Dictionary(grouping: pairs) { $0.1 }.mapValues { $0.map(\.0) }
    }

    func removed(with elements: [String]) -> Set<String> {
        var gone: Set<String> = []
        var open = elements
        while let code = open.popLast() {
            guard gone.insert(code).inserted else { continue }
            open += parts[code] ?? []
        }
        open = elements
        while let code = open.popLast() {
            guard let parent = parents[code], !gone.contains(parent),
                parts[parent]?.allSatisfy({ gone.contains($0) }) == true
            else { continue }
            gone.insert(parent)
            open.append(parent)
        }
        return gone
    }
}
