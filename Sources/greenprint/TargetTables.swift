import Reports
import TableFormats
import TargetTracking

/// The tables that `greenprint targets` prints.
enum TargetTables {
    /// A column of the comparison of methods.
    private struct Column: Sendable {
        let name: String
        let cell: @Sendable (TargetTable.Entry, MethodComparison) -> OutputTable.Cell
    }

    /// A row a target: every method at the latest year.
    static func comparisons(_ compared: [(TargetTable.Entry, MethodComparison)]) -> OutputTable {
        let hasAreas = compared.contains { $0.0.area != nil }
        let hasRanges = compared.contains { $0.0.target.upper != nil }
        let shown = identity.filter {
            switch $0.name {
            case "area": hasAreas
            case "target_high": hasRanges
            default: true
            }
        }
        let columns = shown + progress + published + trend + needs
        return OutputTable(
            header: columns.map(\.name),
            rows: compared.map { entry, found in columns.map { $0.cell(entry, found) } })
    }

    /// A row a part, under each indicator; what is the same for all parts is repeated.
    static func cascades(_ cascades: [TargetTable.IndicatorCascade]) -> OutputTable {
        OutputTable(
            header: [
                "indicator", "area", "target", "share", "amount", "whole", "whole_target", "total", "total_low",
                "total_high", "difference", "verdict",
            ],
            rows: cascades.flatMap { found -> [[OutputTable.Cell]] in
                let cascade = found.cascade
                return cascade.contributions.map { contribution -> [OutputTable.Cell] in
                    [
                        .word(found.indicator), .word(contribution.part.name), .number(contribution.part.target),
                        .number(contribution.share), .number(contribution.amount), .word(cascade.whole.name),
                        .number(cascade.whole.target), .number(cascade.total.value), .number(cascade.total.low),
                        .number(cascade.total.high), .number(cascade.difference), .word(cascade.verdict.rawValue),
                    ]
                }
            })
    }

    private static func number(
        _ name: String, _ value: @escaping @Sendable (MethodComparison) -> Double?
    ) -> Column {
        Column(name: name) { .number(value($1)) }
    }

    /// A word, `NA` where there is none.
    private static func word(_ name: String, _ value: @escaping @Sendable (MethodComparison) -> String?) -> Column {
        Column(name: name) { value($1).map { .word($0) } ?? .number(nil) }
    }

    private static func yesNo(_ value: Bool?) -> String? { value.map { $0 ? "yes" : "no" } }

    private static let identity = [
        Column(name: "indicator") { entry, _ in .word(entry.indicator) },
        Column(name: "area") { entry, _ in entry.area.map { .word($0) } ?? .number(nil) },
        number("period") { $0.assessment.map { Double($0.year) } },
        number("value") { $0.assessment?.achieved },
        Column(name: "target") { entry, _ in .number(entry.target.value) },
        Column(name: "target_high") { entry, _ in .number(entry.target.upper) },
    ]

    private static let progress = [
        number("elapsed_share") { $0.assessment?.elapsed },
        number("progress") { $0.assessment?.progress },
        number("path_linear_now") { $0.linearPath },
        number("path_compound_now") { $0.compoundPath },
        Column(name: "path") { entry, _ in .word(entry.target.path.rawValue) },
        word("status") { ($0.assessment?.status ?? .noData).rawValue },
        word("target_met") { yesNo($0.assessment?.isTargetMet) },
        word("met_but_slipping") { yesNo($0.assessment.map { $0.verdict == .metButSlipping }) },
    ]

    private static let published = [
        number("cagr_actual") { $0.assessment?.achievedRate },
        number("cagr_required") { $0.assessment?.requiredRate },
        number("eurostat_ratio") { $0.eurostatRatio },
        word("eurostat_class") { $0.eurostatRating?.rawValue },
        word("eurostat_class_without_target") { $0.eurostatTrendRating?.rawValue },
        number("open_sdg_score") { $0.openSDGScore },
        number("open_sdg_score_without_target") { $0.openSDGTrendScore },
        number("csi") { $0.currentStatus?.value },
        number("csi_due") { $0.currentStatus?.due },
        number("parity") { $0.currentStatus?.parity },
        number("linear_rate_ratio") { $0.linearRatio },
        word("sdsn_arrow") { $0.arrow?.rawValue },
    ]

    private static let trend = [
        number("anticipated") { $0.anticipation?.value },
        number("anticipated_low") { $0.anticipation?.low },
        number("anticipated_high") { $0.anticipation?.high },
        number("prediction_se") { $0.anticipation?.predictionError },
        number("df") { $0.anticipation?.degreesOfFreedom.map { Double($0) } },
        number("probability_met") { $0.anticipation?.probabilityOfMeeting },
        number("gap_percent") { $0.anticipation?.gap },
        word("gap_class") { $0.gapClass?.rawValue },
        number("anticipated_last_change") { $0[.lastChange]?.value },
        number("anticipated_cagr") { $0[.compoundRate]?.value },
        number("anticipated_random_walk") { $0[.randomWalk]?.value },
    ]

    private static let needs = [
        number("time_distance_years") { $0.assessment?.timeDistance },
        number("rate_needed_linear") { $0.assessment?.stillNeededLinear },
        number("rate_needed_compound") { $0.assessment?.stillNeeded },
        word("unverified") { _ in unverified.joined(separator: ";") },
        word("notes") { found in
            let notes = (found.reason.map { [$0.rawValue] } ?? []) + found.notes.map(\.rawValue)
            return notes.isEmpty
                ? nil
                : notes.map { $0.split(separator: " ").joined(separator: "-") }
                    .joined(separator: ";")
        },
    ]

    /// The columns whose rule, or the names of whose classes, are recalled and not read.
    private static let unverified = [
        ("eurostat_class", EurostatProgress.knowledge),
        ("eurostat_class_without_target", EurostatProgress.knowledgeWithoutTarget),
        ("open_sdg_score", OpenSDGScore.knowledge), ("csi", CurrentStatusIndex.knowledge),
        ("sdsn_arrow", TrendArrow.knowledge), ("gap_class", AnticipatedProgress.knowledge),
    ].filter { $0.1 != .read }.map(\.0)
}
