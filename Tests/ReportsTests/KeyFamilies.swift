import DecompositionAnalysis
import IATI
import Responsibilities
import SpatialAnalysis
import Spreadsheets
import StatisticalData
import Studies
import TargetTracking
import Workspaces

@testable import Reports

/// Keys that the program puts together from words of its types.
enum KeyFamilies {
    private static func slug(_ words: String) -> String {
        words.split(separator: " ").joined(separator: "-")
    }

    /// Codes of faults that end in the word of a case.
    static func computedFaults() throws -> Set<String> {
        let shapes = ["text", "number", "integer", "boolean", "date", "period", "list", "mapping"]
        return Set(
            shapes.map { "yaml-not-a-" + $0 } + Fault.MalformedKind.allCases.map { "csv-malformed-" + $0.rawValue }
                + GreenEconomyProgressFault.Kind.allCases.map { "progress-" + $0.rawValue }
                + IdentityFault.Kind.allCases.map { "identity-" + $0.rawValue }
                + IATIMessage.allCases.map { "iati-" + $0.rawValue })
    }

    /// Every key the program can ask for by putting words together.
    static func needed() throws -> Set<String> {
        var keys: Set<String> = ["severity-error", "severity-warning", "severity-info"]
        for trust in Trust.allCases {
            keys.formUnion(["trust-" + trust.rawValue, "trust-note-" + trust.rawValue])
            if trust != .official, trust < .doubtful { keys.insert("mark-" + trust.rawValue) }
        }
        keys.formUnion(Revision.allCases.map { "revision-" + $0.rawValue })
        keys.formUnion(Transformation.allCases.map { "transformation-" + $0.rawValue })
        keys.formUnion(Target.Nature.allCases.map { "nature-" + $0.rawValue })
        keys.formUnion(Target.Form.allCases.map { "form-" + $0.rawValue })
        keys.formUnion(Target.Path.allCases.map { "path-" + $0.rawValue })
        for verdict in Verdict.allCases.map({ slug($0.rawValue) }) {
            keys.formUnion(["word-" + verdict, "verdict-note-" + verdict, "measure-count-" + verdict])
        }
        keys.formUnion(try SourceScan.cases(of: "NoDataReason").map { "word-" + slug($0) })
        keys.formUnion(try SourceScan.cases(of: "Omission").map { "undone-" + $0 })
        keys.formUnion(Decoupling.State.allCases.map { "decoupling-" + slug($0.rawValue) } + ["decoupling-no-growth"])
        let states = Decoupling.State.allCases.map { slug($0.rawValue) }
        keys.formUnion(states.flatMap { ["word-" + $0, "sign-" + $0] } + ["word-no-growth"])
        keys.formUnion(
            DecompositionMethod.allCases.flatMap { ["drivers-method-" + $0.rawValue, "formula-effect-" + $0.rawValue] })
        keys.formUnion(EfficiencyStudy.Model.allCases.map { "efficiency-model-" + $0.rawValue })
        keys.formUnion(["crs", "vrs", "nirs", "ndrs"].map { "efficiency-returns-" + $0 })
        keys.formUnion(["infeasible", "unbounded", "uncertified", "undefined"].map { "word-" + $0 })
        keys.formUnion(["model", "scenario", "ensemble"].map { "word-" + $0 })
        keys.formUnion(["word-yes", "word-no", "word-no-link", "word-undetermined", "measure-raw-weight"])
        keys.formUnion(TargetAssessment.Grade.allCases.map { "word-" + $0.rawValue })
        keys.formUnion(TargetAssessment.Outcome.allCases.map { "word-" + slug($0.rawValue) })
        keys.formUnion(TargetAssessment.Open.allCases.map { "notice-grade-open-" + slug($0.rawValue) })
        keys.formUnion(TargetAssessment.Ground.allCases.map { "notice-grade-by-" + slug($0.rawValue) })
        keys.formUnion(MethodNote.allCases.map { "note-" + $0.rawValue })
        let classes = EurostatProgress.Rating.allCases.map(\.rawValue) + TrendArrow.allCases.map(\.rawValue)
        keys.formUnion((classes + AnticipatedProgress.allCases.map(\.rawValue)).map { "word-" + slug($0) })
        keys.formUnion(Dialect.Separator.allCases.map { "separator-" + $0.rawValue })
        keys.formUnion(Dialect.DecimalMark.allCases.map { "decimal-" + $0.rawValue })
        keys.formUnion(Dialect.LineEnds.allCases.map { "lines-" + $0.rawValue })
        keys.formUnion(try SourceScan.cases(of: "Phase").map { "progress-" + $0 })
        keys.formUnion(Obligation.Status.allCases.map { "responsibility-status-" + $0.rawValue })
        keys.formUnion(
            ["what", "owner", "area", "period", "due", "status", "delivered"].map { "responsibility-column-" + $0 })
        keys.formUnion(PeopleKeys.all)
        keys.formUnion(
            RequestProblem.allCases.flatMap { ["problem-title-" + $0.rawValue, "problem-text-" + $0.rawValue] })
        keys.formUnion(
            Diagnosis.Subject.allCases.flatMap { ["doctor-what-" + $0.rawValue, "doctor-remedy-" + $0.rawValue] }
                + Diagnosis.State.allCases.map { "doctor-state-" + $0.rawValue })
        keys.formUnion(Search.Kind.allCases.map { "explore-kind-" + $0.rawValue })
        keys.formUnion(ResultChange.Cause.allCases.map { "revisions-cause-" + $0.rawValue })
        keys.formUnion(ThresholdFramework.Kind.allCases.map { "parks-kind-" + $0.rawValue })
        keys.formUnion(["met", "missed"].map { "word-" + $0 + "-as-intended" })
        keys.formUnion(["order", "gap", "measure", "owner", "date", "cost"].map { "parks-plan-" + $0 })
        keys.formUnion(["item", "measure", "area", "period", "value", "status"].map { "column-" + $0 })
        keys.formUnion(
            ["ratio", "imputed", "treated", "mean", "standard-deviation", "target-high", "planned"].map {
                "measure-" + $0
            })
        keys.formUnion(["word-whole-row", "measure-decent-share", "measure-green-jobs"])
        keys.formUnion(
            ["stock", "conveyor", "queue", "flow", "auxiliary", "constant", "lookup", "data"].map { "model-info-" + $0 }
        )
        keys.formUnion(ScreeningVerdict.allCases.map { "redlines-verdict-" + slug($0.rawValue) })
        keys.formUnion(ZoneChange.Finding.allCases.map { "redlines-change-" + slug($0.rawValue) })
        keys.formUnion(["reached", "beyond-best", "unreachable", "missing", "unchanged"].map { "word-" + $0 })
        keys.formUnion(
            ["formula-not-collected", "formula-weight-proportional", "formula-weight-equal", "notice-inapplicable"])
        keys.formUnion(
            ["stated", "judgments", "points-mean", "points-median"].map { "formula-weight-" + $0 }
                + ["consistency-ratio", "goalposts", "goalposts-open", "change", "change-part", "change-shapley"].map {
                    "formula-" + $0
                }
                + ["consistency-ratio", "points-lowest", "points-highest", "points-deviation"].map { "measure-" + $0 }
                + ["change", "change-contribution"].map { "measure-" + $0 }
                + ["judgments-inconsistent", "judgments-unrated", "judgments-of"].map { "notice-" + $0 }
                + ["dropped", "kept", "zeros"].map { "notice-area-" + $0 })
        for index in try ReportFolder.example().assessment.results {
            for value in index.result.values {
                keys.insert("measure-" + value.key.measure.prefix { $0 != "@" })
                keys.insert(value.derivation.formula)
                if let word = value.word { keys.insert("word-" + slug(word)) }
            }
            keys.formUnion(index.result.notices.map(\.code))
        }
        return keys
    }
}
