import CompositeIndicators
import Reports
import StatisticalData

/// The tables of an audit that look at the scores.
struct AuditOfIndex {
    let recipe: IndexRecipe
    let outcome: IndexRecipe.Outcome
    let metadata: [IndicatorMetadata]
    let strong: Double

    private typealias Cell = OutputTable.Cell

    func table(_ subject: IndexAudit.Subject, _ messages: Messages) throws -> OutputTable {
        switch subject {
        case .correlations:
            return correlations(
                Audit.correlations(scores, metadata: metadata, index: outcome.index, strong: strong))
        case .contradictions:
            return correlations(Audit.contradictions(scores, metadata: metadata, index: outcome.index))
        case .collinearity: return collinearity
        case .reliability: return try reliability()
        case .components: return try components()
        case .influence: return try influence()
        case .removal: return try removal()
        default: return try undone(messages)
        }
    }

    /// Indicators and aggregates, higher is better.
    private var scores: IndicatorMatrix {
        outcome.stages[.normalised]?.joined(outcome.aggregates) ?? outcome.aggregates
    }

    private func correlations(_ pairs: [Audit.ElementPair]) -> OutputTable {
        OutputTable(
            header: [
                "first", "second", "relation", "n", "pearson", "pearson_p", "spearman", "spearman_p", "kendall",
                "kendall_p", "kendall_test", "flags",
            ],
            rows: pairs.map { pair in
                let numbers = [pair.pearson, pair.spearman, pair.kendall].flatMap {
                    [Cell.number($0.value), .number($0.probability)]
                }
                return [
                    Cell.word(pair.first), .word(pair.second), .word(pair.relation.rawValue),
                    .number(Double(pair.pearson.pairs)),
                ] + numbers + [.word(pair.kendall.test?.rawValue ?? ""), .words(pair.flags.map(\.rawValue))]
            })
    }

    private var collinearity: OutputTable {
        OutputTable(
            header: ["element", "parent", "siblings", "n", "r_squared", "inflation", "status"],
            rows: Audit.collinearity(scores, metadata: metadata).map { row in
                [
                    .word(row.element), .word(row.parent), .number(Double(row.siblings)), .number(Double(row.units)),
                    .number(row.explained), .number(row.inflation), .word(row.status.rawValue),
                ]
            })
    }

    private func reliability() throws -> OutputTable {
        OutputTable(
            header: ["aggregate", "items", "k", "alpha", "standardised", "status"],
            rows: try Audit.reliability(scores, metadata: metadata).map { group in
                [
                    .word(group.aggregate), .word(group.items.rawValue), .number(Double(group.count)),
                    .number(group.alpha?.raw), .number(group.alpha?.standardised), .word(group.status.rawValue),
                ]
            })
    }

    /// A row for each aggregate, component and part.
    private func components() throws -> OutputTable {
        let groups = try Audit.components(scores, metadata: metadata)
        return OutputTable(
            header: ["aggregate", "component", "eigenvalue", "share", "cumulative", "part", "loading", "n", "status"],
            rows: groups.flatMap { group -> [[Cell]] in
                guard case .success(let found) = group.result else {
                    return [
                        [.word(group.aggregate)] + Array(repeating: .number(nil), count: 4) + [.word("")]
                            + Array(repeating: .number(nil), count: 2) + [.word(group.status)]
                    ]
                }
                return found.components.enumerated().flatMap { position, component in
                    zip(found.codes, component.loadings).map { code, loading in
                        [
                            .word(group.aggregate), .number(Double(position + 1)), .number(component.eigenvalue),
                            .number(component.share), .number(component.cumulative), .word(code), .number(loading),
                            .number(Double(found.units.count)), .word(group.status),
                        ]
                    }
                }
            })
    }

    private func influence() throws -> OutputTable {
        let rows = Dictionary(metadata.map { ($0.code, $0) }) { first, _ in first }
        let found = try Audit.influence(
            scores, metadata: metadata, weights: outcome.weights, index: outcome.index,
            allowsNegative: recipe.weights == .principalComponents)
        return OutputTable(
            header: ["element", "parent", "level", "weight", "effective", "r_squared"],
            rows: found.map { element in
                [
                    .word(element.element), .word(rows[element.element]?.parent ?? ""),
                    .number(rows[element.element]?.level.map(Double.init)), .number(outcome.weights[element.element]),
                    .number(element.effectiveWeight), .number(element.squaredCorrelation),
                ]
            })
    }

    private func removal() throws -> OutputTable {
        let found = try Audit.removalOfEach(
            metadata, normalised: outcome.stages[.normalised] ?? outcome.aggregates,
            plan: try recipe.plan(outcome, metadata: metadata), index: outcome.index)
        return OutputTable(
            header: ["element", "mean", "max", "status"],
            rows: found.map { element, result in
                let removal = try? result.get()
                return [
                    .word(element), .number(removal?.meanRankChange),
                    .number(removal?.largestRankChange.map(Double.init)), .word(Audit.removalStatus(result).rawValue),
                ]
            })
    }

    private func undone(_ messages: Messages) throws -> OutputTable {
        OutputTable(
            header: ["step", "what", "count", "detail"],
            rows: try Audit.undone(recipe, outcome, metadata: metadata).map { entry in
                let detail = messages.wording(
                    "undone-" + entry.omission.rawValue, ["names": Messages.listed(entry.names)])
                return [
                    .word(entry.omission.step), .word(entry.omission.what), .number(entry.count.map(Double.init)),
                    .word(detail),
                ]
            })
    }
}
