/// The entries of the log of what was not done, step by step.
struct UndoneLog {
    let recipe: IndexRecipe
    let outcome: IndexRecipe.Outcome
    let metadata: [IndicatorMetadata]

    private typealias Undone = Audit.Undone

    func denomination() -> [Audit.Undone] {
        let named = metadata.filter { $0.kind == .indicator && $0.denominator != nil }.map(\.code)
        guard recipe.denominates else { return [Undone(.denominateNotAsked, each: named)].compactMap { $0 } }
        if named.isEmpty { return [Undone(.denominateNoEffect)] }
        let lost = outcome.record.denomination
        guard !lost.isEmpty else { return [] }
        return [Undone(.denominateLost, count: lost.count, names: unique(lost.map(\.indicator)))]
    }

    func imputation() -> [Audit.Undone] {
        let before = gaps(outcome.stages[.denominated])
        guard before.count > 0 else {
            return recipe.imputation == nil ? [] : [Undone(.imputeNoEffect)]
        }
        guard recipe.imputation != nil else {
            return [Undone(.imputeNotAsked, count: before.count, names: before.codes)]
        }
        let after = gaps(outcome.stages[.imputed])
        return after.count > 0 ? [Undone(.imputeLeft, count: after.count, names: after.codes)] : []
    }

    func screening() -> [Audit.Undone] {
        guard recipe.screens else {
            let data = outcome.stages[.denominated]
            let thin = data.flatMap { try? Screening.apply($0).summary } ?? []
            return [Undone(.screenNotAsked, each: thin.filter(\.lowAvailability).map(\.unit))].compactMap { $0 }
        }
        let summary = outcome.record.screening
        let forced = summary.filter { $0.forced == true && ($0.lowAvailability || $0.lowNonzero) }.map(\.unit)
        return [
            recipe.imputation == nil ? nil : Undone(.screenAfterImputation),
            summary.allSatisfy(\.included) ? Undone(.screenNoEffect) : nil,
            Undone(.screenForced, each: forced),
        ].compactMap { $0 }
    }

    func treatment() -> [Audit.Undone] {
        guard recipe.treatment != nil else {
            let data = outcome.stages[.screened]
            let failing = (data?.codes ?? []).enumerated().filter { position, _ in
                guard let column = data?.values(of: position), let shape = Descriptives.shape(column) else {
                    return false
                }
                return !Treatment.Options().passes(shape)
            }
            return [Undone(.treatNotAsked, each: failing.map(\.element))].compactMap { $0 }
        }
        let records = outcome.record.treatment
        if records.allSatisfy({ $0.outcome.status == .passed }) { return [Undone(.treatNoEffect)] }
        return [
            (Audit.Omission.treatFailing, Treatment.Status.stillFailing), (.treatUntested, .notAssessable),
            (.treatUndefined, .transformationUndefined),
        ].compactMap { omission, status in
            Undone(omission, each: records.filter { $0.outcome.status == status }.map(\.indicator))
        }
    }

    func weighting() -> [Audit.Undone] {
        var entries = recipe.normalisation.isRelative ? [Undone(.normaliseRelative)] : []
        switch recipe.weights {
        case .original where weightsAreAllEqual: entries.append(Undone(.weightsAllEqual))
        case .principalComponents, .entropy, .critic, .optimised: entries.append(Undone(.weightsOneLevel))
        default: break
        }
        if let entry = Undone(.weightsNegative, each: outcome.record.negativeWeights) { entries.append(entry) }
        if case .optimised(.balance, _) = recipe.weights, let optimum = outcome.record.optimum,
            optimum.residual > Weighting.evenResidual
        {
            entries.append(Undone(.weightsUneven, count: optimum.correlations.count))
        }
        return entries
    }

    func aggregation() throws(AggregationError) -> [Audit.Undone] {
        let tree = try AggregationTree(metadata)
        let scores = outcome.stages[.normalised]?.joined(outcome.aggregates) ?? outcome.aggregates
        var shared = 0
        var missing = 0
        var sharing: [String] = []
        var lacking: [String] = []
        for node in tree.nodes {
            let whole = scores.position(of: node.code)
            let parts = node.parts.compactMap { scores.position(of: $0) }
            for unit in scores.units.indices {
                guard let whole, scores[unit, whole] != nil else {
                    missing += 1
                    lacking.append(node.code)
                    continue
                }
                guard parts.contains(where: { scores[unit, $0] == nil }) else { continue }
                shared += 1
                sharing.append(node.code)
            }
        }
        let unscored = zip(outcome.aggregates.units, outcome.ranks).filter { $1 == nil }.map(\.0)
        return [
            shared > 0 ? Undone(.aggregateShared, count: shared, names: unique(sharing)) : nil,
            missing > 0 ? Undone(.aggregateMissing, count: missing, names: unique(lacking)) : nil,
            Undone(.aggregateUnscored, each: unscored),
            recipe.methods.general == .arithmetic ? Undone(.aggregateCompensates) : nil,
        ].compactMap { $0 }
    }

    func ranking() -> [Audit.Undone] {
        let counts = Dictionary(grouping: outcome.ranks.compactMap { $0 }) { $0 }.mapValues(\.count)
        let tied = zip(outcome.aggregates.units, outcome.ranks)
            .filter { pair in pair.1.map { (counts[$0] ?? 0) > 1 } ?? false }.map(\.0)
        return [Undone(.rankTied, each: tied), Undone(.rankTolerance), Undone(.uncertaintyNotAsked)].compactMap { $0 }
    }

    /// Whether no weight of the metadata differs from its siblings'.
    private var weightsAreAllEqual: Bool {
        let elements = metadata.filter { ($0.kind == .indicator || $0.kind == .aggregate) && $0.parent != nil }
        return Dictionary(grouping: elements, by: \.parent).values.allSatisfy { parts in
            parts.allSatisfy { $0.weight == parts.first?.weight }
        }
    }

    private func gaps(_ matrix: IndicatorMatrix?) -> (count: Int, codes: [String]) {
        guard let matrix else { return (0, []) }
        let counts = matrix.codes.indices.map { matrix.units.count - Descriptives.count(matrix.values(of: $0)) }
        return (counts.reduce(0, +), zip(matrix.codes, counts).filter { $1 > 0 }.map(\.0))
    }

    /// The names, each once, in the order of their first appearance.
    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension Normalisation.Method {
    /// Whether scores change when a unit is added: not between fixed bounds.
    var isRelative: Bool {
        switch self {
        case .scaled, .goalposts, .fromMetadata(.scaled), .fromMetadata(.goalposts): false
        default: true
        }
    }
}
