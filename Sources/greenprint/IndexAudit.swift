import ArgumentParser
import CompositeIndicators
import Reports
import StatisticalData
import Studies
import TableFormats

/// What `--audit` prints instead of scores.
struct IndexAudit: ParsableArguments {
    @Option(
        help: """
            Print an audit instead of scores: statistics, treatment, correlations, collinearity, contradictions, \
            reliability, components, influence, removal, strengths:UNIT or undone. 输出检验表而非得分。
            """)
    var audit: Subject?

    @Option(help: "Flag correlations from this absolute value on. 标出绝对值不低于此值的相关系数。")
    var strong = 0.7

    /// A table of the audit.
    enum Subject: Hashable, ExpressibleByArgument {
        case statistics, treatment, correlations, collinearity, contradictions, reliability, components, influence
        case removal, undone
        case strengths(unit: String)

        private static let words: [String: Subject] = [
            "statistics": .statistics, "treatment": .treatment, "correlations": .correlations,
            "collinearity": .collinearity, "contradictions": .contradictions, "reliability": .reliability,
            "components": .components, "influence": .influence, "removal": .removal, "undone": .undone,
        ]

        init?(argument: String) {
            let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == "strengths", !parts[1].isEmpty {
                self = .strengths(unit: String(parts[1]))
            } else if let subject = Self.words[argument] {
                self = subject
            } else {
                return nil
            }
        }
    }

    /// Which options go together.
    func check(stage: IndexRecipe.Stage?, isVaried: Bool) throws {
        guard (0...1).contains(strong) else { throw ValidationError("--strong: a number from 0 to 1; 应为0到1之间的数") }
        guard let audit else { return }
        if isVaried { throw ValidationError("--audit: not with --uncertainty or --sensitivity; 不能与其同用") }
        if stage == .normalised || stage != nil && audit != .statistics {
            throw ValidationError("--stage: only with --audit statistics, before normalised; 仅可与--audit statistics同用")
        }
    }

    /// The table asked for; `nil` if none is.
    func table(
        _ recipe: IndexRecipe, _ tables: IndexTables, _ stage: IndexRecipe.Stage?, _ messages: Messages
    ) throws -> OutputTable? {
        guard let audit else { return nil }
        switch audit {
        case .statistics, .treatment, .strengths:
            let prepared = try recipe.prepare(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
            messages.tell(prepared.record, units: prepared.stages[.denominated]?.units ?? [])
            let data = AuditOfData(
                prepared: prepared, metadata: tables.metadata, isDenominated: recipe.denominates)
            return try data.table(audit, stage ?? .denominated)
        default:
            let outcome = try recipe.run(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
            messages.tell(outcome.record, units: outcome.stages[.denominated]?.units ?? [])
            let index = AuditOfIndex(recipe: recipe, outcome: outcome, metadata: tables.metadata, strong: strong)
            return try index.table(audit, messages)
        }
    }
}
