import Dialogues
import Programmes

@testable import Reports

/// Keys of the chapters on programme and dialogues that are put together from words.
enum PeopleKeys {
    static var all: Set<String> {
        var keys: Set<String> = []
        keys.formUnion(ProgrammeTables.View.allCases.map { "programme-view-" + $0.rawValue })
        keys.formUnion(IndicatorDelivery.Status.allCases.map { "programme-status-" + $0.rawValue })
        keys.formUnion(MoneyFlow.Kind.allCases.map { "programme-money-" + $0.rawValue })
        keys.formUnion(ProgrammeRisk.Kind.allCases.map { "programme-" + $0.rawValue })
        keys.formUnion(ProgrammeRisk.Grade.allCases.map { "programme-grade-" + $0.rawValue })
        keys.formUnion(Activity.Kind.allCases.map { "programme-kind-" + $0.rawValue })
        let inexact = Activity.DatePrecision.allCases.filter { ![.day, .start].contains($0) }
        keys.formUnion(inexact.map { "programme-date-" + $0.rawValue })
        keys.formUnion(["goal", "declared", "evidence", "indicators"].map { "programme-goals-" + $0 })
        keys.formUnion(
            [
                "indicator", "result", "baseline", "target", "actual", "status", "activity", "kind", "risk",
                "likelihood",
                "impact", "response", "date", "lead", "partners",
            ].map { "programme-column-" + $0 })
        keys.formUnion(Dialogue.Kind.allCases.map { "dialogue-value-" + $0.rawValue })
        keys.formUnion(["score", "rank", "study-rank", "moved"].map { "dialogue-column-" + $0 })
        return keys
    }
}
