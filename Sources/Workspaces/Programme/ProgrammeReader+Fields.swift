import Programmes
import Spreadsheets
import StatisticalData
import Studies

extension ProgrammeReader {
    /// A text in both languages, which must be there.
    func name(
        _ row: CSVTable.Row, _ prefix: String, into collector: inout FaultCollector
    ) -> LocalisedText? {
        let en = row.required(prefix + "_en", into: &collector)
        let zh = row.required(prefix + "_zh", into: &collector)
        guard let en, let zh else { return nil }
        return LocalisedText(en: en, zh: zh)
    }

    func note(_ row: CSVTable.Row) -> LocalisedText? { LocalisedText(en: row["note"], zh: row["note_zh"]) }

    /// Numbers of goals, separated by spaces.
    func goals(_ row: CSVTable.Row, into collector: inout FaultCollector) -> [Int] {
        (row["goals"] ?? "").split(separator: " ").compactMap { word in
            if let goal = Int(word), (1...17).contains(goal) { return goal }
            collector.add(.goalOutOfRange(String(word), at: row.place("goals")))
            return nil
        }
    }

    /// A date that must be there unless `optional`.
    func date(
        _ row: CSVTable.Row, _ column: String, isOptional: Bool = false, into collector: inout FaultCollector
    ) -> KnownDate? {
        guard let text = isOptional ? row[column] : row.required(column, into: &collector) else { return nil }
        if let date = KnownDate(text) { return date }
        collector.add(.csvMalformed(.date, text, at: row.place(column)))
        return nil
    }

    /// A period; `nil` when the column is empty.
    func period(_ row: CSVTable.Row, _ column: String, into collector: inout FaultCollector) -> Period? {
        guard let text = row[column] else { return nil }
        if let period = Period(text) { return period }
        collector.add(.csvMalformed(.period, text, at: row.place(column)))
        return nil
    }

    /// An area that the workspace knows.
    func area(_ text: String, _ row: CSVTable.Row, _ column: String, into collector: inout FaultCollector) -> Area.ID? {
        if areas[Area.ID(text)] != nil { return Area.ID(text) }
        collector.add(.unknownArea(text, among: areas.areas.map(\.id), at: row.place(column)))
        return nil
    }

    /// A source that the workspace knows; `nil` when the column is empty.
    func source(_ row: CSVTable.Row, _ column: String = "source", into collector: inout FaultCollector) -> Source? {
        guard let text = row[column] else { return nil }
        if let source = sources[Source.ID(text)] { return source }
        collector.add(.unknownSource(text, among: sources.keys, at: row.place(column)))
        return nil
    }

    /// An organisation that is in the table; `nil` when the column is empty.
    func organisation(
        _ row: CSVTable.Row, _ column: String, _ known: Known, into collector: inout FaultCollector
    ) -> Organisation.ID? {
        guard let text = row[column] else { return nil }
        return checkOrganisation(text, known, at: row.place(column), into: &collector) ? Organisation.ID(text) : nil
    }

    @discardableResult
    func checkOrganisation(
        _ text: String, _ known: Known, at place: Place, into collector: inout FaultCollector
    ) -> Bool {
        if known.organisations.contains(Organisation.ID(text)) { return true }
        let nearest = Suggestion.nearest(to: text, among: known.organisations.map(\.rawValue).sorted())
        collector.add(Fault("programme-organisation", at: place, ["found": text, "nearest": nearest ?? "-"]))
        return false
    }

    /// An activity that is in the table; `nil` when the column is empty.
    func activity(
        _ row: CSVTable.Row, _ known: Known, into collector: inout FaultCollector
    ) -> Activity.ID? {
        guard let text = row["activity"] else { return nil }
        if known.activities.contains(Activity.ID(text)) { return Activity.ID(text) }
        let nearest = Suggestion.nearest(to: text, among: known.activities.map(\.rawValue).sorted())
        collector.add(
            Fault("programme-activity", at: row.place("activity"), ["found": text, "nearest": nearest ?? "-"]))
        return nil
    }

    /// A result that is in the table.
    func result(_ row: CSVTable.Row, _ known: Known, into collector: inout FaultCollector) -> String? {
        guard let text = row.required("result", into: &collector) else { return nil }
        if known.results.contains(text) { return text }
        let nearest = Suggestion.nearest(to: text, among: known.results.sorted())
        collector.add(Fault("programme-result", at: row.place("result"), ["found": text, "nearest": nearest ?? "-"]))
        return nil
    }

    /// An area of work the header names.
    func workArea(
        _ row: CSVTable.Row, _ text: String?, _ known: Known, into collector: inout FaultCollector
    ) -> String? {
        guard let text else { return nil }
        if known.workAreas.contains(text) { return text }
        let nearest = Suggestion.nearest(to: text, among: known.workAreas)
        collector.add(
            Fault("programme-work-area", at: row.place("work_area"), ["found": text, "nearest": nearest ?? "-"]))
        return nil
    }

    /// Tells what stands twice.
    func once(
        _ key: [String], _ seen: inout Set<[String]>, at place: Place, into collector: inout FaultCollector
    ) -> Bool {
        if seen.insert(key).inserted { return true }
        collector.add(Fault("programme-twice", at: place, ["found": key.joined(separator: ", ")]))
        return false
    }
}

extension Fault {
    /// An end before its start.
    static func programmeDates(_ from: KnownDate, _ until: KnownDate, at place: Place) -> Fault {
        Fault("programme-dates", at: place, ["from": from.description, "until": until.description])
    }
}
