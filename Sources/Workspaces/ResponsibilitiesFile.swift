import Responsibilities
import Spreadsheets
import StatisticalData
import Studies

/// Reads `responsibilities.csv`: who owes which indicator for which area by when.
struct ResponsibilitiesFile {
    static let file = "responsibilities.csv"

    let areas: AreaHierarchy
    let indicators: Set<Indicator.ID>
    let sources: [Source.ID: Source]

    /// The responsibilities whose rows are sound; the faults of the others go to the collector.
    func read(_ bytes: [UInt8], into collector: inout FaultCollector) throws(Faults) -> [Responsibility] {
        let table = try CSVTable(
            bytes, file: Self.file, required: ["id", "area", "frequency", "due", "from"],
            optional: [
                "indicator", "transformation", "name_en", "name_zh", "owner_en", "owner_zh", "until", "source",
                "trust", "note", "note_zh",
            ])
        collector.add(contentsOf: table.faults)
        var seen: Set<String> = []
        return table.rows.compactMap { row in
            if let id = row["id"], !seen.insert(id).inserted {
                collector.add(Fault("responsibility-duplicate", at: row.place("id"), ["found": id]))
            }
            return responsibility(row, into: &collector)
        }
    }

    private func responsibility(_ row: CSVTable.Row, into collector: inout FaultCollector) -> Responsibility? {
        let id = row.identifier("id", of: Source.self, into: &collector)
        let area = area(row, into: &collector)
        let name = pair(row, "name", into: &collector)
        let owner = pair(row, "owner", into: &collector)
        let indicator = indicator(row, into: &collector)
        let transformation = row.word("transformation", Transformation.self, into: &collector)
        let source = source(row, into: &collector)
        let trust = row.word("trust", Trust.self, into: &collector) ?? source?.trust ?? .unverified
        if row["indicator"] == nil, row["name_en"] == nil {
            collector.add(Fault("responsibility-nothing", at: row.place("indicator")))
        }
        guard row.required("frequency", into: &collector) != nil,
            let frequency = row.word("frequency", Responsibility.Frequency.self, into: &collector)
        else { return nil }
        let due = due(row, frequency, into: &collector)
        let from = period(row, "from", frequency, into: &collector)
        let until = row["until"].flatMap { _ in period(row, "until", frequency, into: &collector) }
        if let from, let until, until < from {
            collector.add(
                Fault(
                    "responsibility-order", at: row.place("until"),
                    ["from": from.description, "until": until.description]))
        }
        guard let id, let area, let due, let from, until ?? from >= from else { return nil }
        return Responsibility(
            id: id.rawValue, name: name, indicator: indicator, transformation: transformation, area: area,
            owner: owner, frequency: frequency, due: due, from: from, until: until, source: source?.id, trust: trust,
            note: LocalisedText(en: row["note"], zh: row["note_zh"]), place: row.place("id"))
    }

    private func area(_ row: CSVTable.Row, into collector: inout FaultCollector) -> Area.ID? {
        guard let id = row.identifier("area", of: Area.self, into: &collector) else { return nil }
        if areas[id] != nil { return id }
        collector.add(.unknownArea(id.rawValue, among: areas.areas.map(\.id), at: row.place("area")))
        return nil
    }

    private func indicator(_ row: CSVTable.Row, into collector: inout FaultCollector) -> Indicator.ID? {
        guard let text = row["indicator"] else { return nil }
        if indicators.contains(Indicator.ID(text)) { return Indicator.ID(text) }
        collector.add(.unknownIndicator(text, among: indicators, at: row.place("indicator")))
        return nil
    }

    private func source(_ row: CSVTable.Row, into collector: inout FaultCollector) -> Source? {
        guard let text = row["source"] else { return nil }
        if let source = sources[Source.ID(text)] { return source }
        collector.add(.unknownSource(text, among: sources.keys, at: row.place("source")))
        return nil
    }

    /// A name in both languages, or in none.
    private func pair(
        _ row: CSVTable.Row, _ prefix: String, into collector: inout FaultCollector
    ) -> LocalisedText? {
        guard row[prefix + "_en"] != nil || row[prefix + "_zh"] != nil else { return nil }
        let en = row.required(prefix + "_en", into: &collector)
        let zh = row.required(prefix + "_zh", into: &collector)
        guard let en, let zh else { return nil }
        return LocalisedText(en: en, zh: zh)
    }

    private func due(
        _ row: CSVTable.Row, _ frequency: Responsibility.Frequency, into collector: inout FaultCollector
    ) -> DueRule? {
        guard let text = row.required("due", into: &collector) else { return nil }
        switch DueRule(text) {
        case nil: collector.add(Fault("responsibility-due", at: row.place("due"), ["found": text]))
        case .dayOfNextYear? where frequency.unit != .year:
            collector.add(Fault("responsibility-day", at: row.place("due"), ["found": text]))
        case let rule?: return rule
        }
        return nil
    }

    private func period(
        _ row: CSVTable.Row, _ column: String, _ frequency: Responsibility.Frequency,
        into collector: inout FaultCollector
    ) -> Period? {
        guard let text = row.required(column, into: &collector) else { return nil }
        if let period = Period(text), period.count == 1, period.frequency == frequency.unit { return period }
        collector.add(
            Fault("responsibility-period", at: row.place(column), ["found": text, "frequency": frequency.rawValue]))
        return nil
    }
}
