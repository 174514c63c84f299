import Programmes
import Spreadsheets
import StatisticalData
import Studies

extension ProgrammeReader {
    func results(into collector: inout FaultCollector) throws -> [ProgrammeResult] {
        let table = try table(
            "results.csv", required: ["id", "level", "name_en", "name_zh"], optional: ["parent"], into: &collector)
        let rows = table?.rows ?? []
        let ids = rows.compactMap { $0["id"] }
        var seen: Set<[String]> = []
        return rows.compactMap { row in
            let id = row.identifier("id", of: ProgrammeResult.self, into: &collector)
            _ = row.required("level", into: &collector)
            let level = row.word("level", ProgrammeResult.Level.self, into: &collector)
            let name = name(row, "name", into: &collector)
            if let parent = row["parent"], parent == row["id"] || !ids.contains(parent) {
                let nearest = Suggestion.nearest(to: parent, among: ids)
                collector.add(
                    Fault("programme-result", at: row.place("parent"), ["found": parent, "nearest": nearest ?? "-"]))
            }
            guard let id, once([id.rawValue], &seen, at: row.place("id"), into: &collector), let level, let name else {
                return nil
            }
            return ProgrammeResult(
                id: id.rawValue, level: level, parent: row["parent"], name: name, place: row.place("id"))
        }
    }

    func programmeIndicators(_ known: Known, into collector: inout FaultCollector) throws -> [ProgrammeIndicator] {
        let table = try table(
            "indicators.csv", required: ["id", "result", "name_en", "name_zh", "unit", "direction", "period"],
            optional: [
                "series", "transformation", "study", "item", "measure", "area", "register", "kind", "work_area",
                "baseline_period", "target", "target_trust", "target_source", "goals", "note", "note_zh",
            ], into: &collector)
        var seen: Set<[String]> = []
        return (table?.rows ?? []).compactMap { row in
            let id = row.identifier("id", of: ProgrammeIndicator.self, into: &collector)
            let isNew = id.map { once([$0.rawValue], &seen, at: row.place("id"), into: &collector) } ?? false
            let indicator = indicator(row, id: id?.rawValue, known, into: &collector)
            return isNew ? indicator : nil
        }
    }

    private func indicator(
        _ row: CSVTable.Row, id: String?, _ known: Known, into collector: inout FaultCollector
    ) -> ProgrammeIndicator? {
        let result = result(row, known, into: &collector)
        let name = name(row, "name", into: &collector)
        let unit = row.required("unit", into: &collector).flatMap { _ in row.unit("unit", into: &collector) }
        _ = row.required("direction", into: &collector)
        let direction = row.word("direction", Indicator.Direction.self, into: &collector)
        _ = row.required("period", into: &collector)
        let period = period(row, "period", into: &collector)
        let baseline = self.period(row, "baseline_period", into: &collector)
        let target = row.number("target", into: &collector)
        let trust = row.word("target_trust", Trust.self, into: &collector)
        let source = source(row, "target_source", into: &collector)
        let goals = goals(row, into: &collector)
        let evidence = evidence(row, known, into: &collector)
        guard let id, let result, let name, let unit, let direction, let period, let evidence else { return nil }
        return ProgrammeIndicator(
            id: id, result: result, name: name, unit: unit, evidence: evidence, direction: direction,
            baseline: baseline, period: period, target: target?.value,
            targetTrust: trust ?? source?.trust ?? .unverified, targetSource: source?.id, goals: goals,
            note: note(row), place: row.place("id"))
    }

    /// Exactly one of series, study and register.
    private func evidence(
        _ row: CSVTable.Row, _ known: Known, into collector: inout FaultCollector
    ) -> ProgrammeIndicator.Evidence? {
        let named = ["series", "study", "register"].filter { row[$0] != nil }
        guard named.count == 1, let kind = named.first else {
            collector.add(Fault("programme-evidence", at: row.place("series"), ["found": String(named.count)]))
            return nil
        }
        switch kind {
        case "series": return series(row, into: &collector)
        case "study": return study(row, into: &collector)
        default:
            let subject = row.word("register", ProgrammeIndicator.Register.Subject.self, into: &collector)
            let kind = row.word("kind", Activity.Kind.self, into: &collector)
            let workArea = workArea(row, row["work_area"], known, into: &collector)
            return subject.map { .register(.init(subject: $0, kind: kind, workArea: workArea)) }
        }
    }

    private func series(_ row: CSVTable.Row, into collector: inout FaultCollector) -> ProgrammeIndicator.Evidence? {
        let area = row.required("area", into: &collector).flatMap { self.area($0, row, "area", into: &collector) }
        let transformation = row.word("transformation", Transformation.self, into: &collector) ?? .level
        let id = Indicator.ID(row["series"] ?? "")
        guard indicators.contains(where: { $0.id == id }) else {
            collector.add(.unknownIndicator(id.rawValue, among: Set(indicators.map(\.id)), at: row.place("series")))
            return nil
        }
        return area.map { .series(SeriesKey(id, transformation, in: $0)) }
    }

    private func study(_ row: CSVTable.Row, into collector: inout FaultCollector) -> ProgrammeIndicator.Evidence? {
        let area = row.required("area", into: &collector).flatMap { self.area($0, row, "area", into: &collector) }
        let item = row.required("item", into: &collector)
        let measure = row.required("measure", into: &collector)
        let study = row["study"] ?? ""
        guard studies.contains(study) else {
            collector.add(.unknownStudy(study, known: studies.sorted(), at: row.place("study")))
            return nil
        }
        guard let area, let item, let measure else { return nil }
        return .study(study: study, item: item, measure: measure, area: area)
    }

    func risks(_ known: Known, into collector: inout FaultCollector) throws -> [ProgrammeRisk] {
        let table = try table(
            "risks.csv", required: ["id", "result", "kind", "text_en", "text_zh"],
            optional: ["likelihood", "impact", "response_en", "response_zh"], into: &collector)
        var seen: Set<[String]> = []
        return (table?.rows ?? []).compactMap { row in
            let id = row.identifier("id", of: ProgrammeRisk.self, into: &collector)
            let result = result(row, known, into: &collector)
            _ = row.required("kind", into: &collector)
            let kind = row.word("kind", ProgrammeRisk.Kind.self, into: &collector)
            let text = name(row, "text", into: &collector)
            let likelihood = row.word("likelihood", ProgrammeRisk.Grade.self, into: &collector)
            let impact = row.word("impact", ProgrammeRisk.Grade.self, into: &collector)
            guard let id, once([id.rawValue], &seen, at: row.place("id"), into: &collector), let result, let kind,
                let text
            else { return nil }
            return ProgrammeRisk(
                id: id.rawValue, result: result, kind: kind, text: text, likelihood: likelihood, impact: impact,
                response: LocalisedText(en: row["response_en"], zh: row["response_zh"]))
        }
    }
}
