import Spreadsheets
import StatisticalData
import TargetTracking

/// The list of a measure of progress as its file tells it.
struct ProgressFrameworkFile: Codable, Hashable, Sendable {
    let rows: [Row]

    /// Where an indicator stands.
    enum Part: String, Codable, CaseIterable, Sendable {
        case index
        case dashboard
    }

    struct Row: Codable, Hashable, Sendable {
        let id: String
        let part: Part
        let name: LocalisedText
        let direction: Indicator.Direction
        /// The level not to be crossed, in `unit`; `nil` where it is not known.
        let threshold: Double?
        let unit: UnitOfMeasure?
        let trust: Trust
        let source: Source.ID?
        let note: LocalisedText?
        let place: Place
    }

    init(
        _ bytes: [UInt8], file: String, source: Source?, into collector: inout FaultCollector
    ) throws(Faults) {
        let table = try CSVTable(
            bytes, file: file, required: ["id", "part", "name_en", "name_zh", "unit", "direction", "threshold"],
            optional: ["sdg_goals", "trust", "note", "note_zh"])
        collector.add(contentsOf: table.faults)
        rows = table.rows.compactMap { Self.row($0, source: source, into: &collector) }
        var seen: Set<String> = []
        for row in rows where !seen.insert(row.id).inserted {
            collector.add(GreenEconomyProgressFault(indicator: row.id, kind: .duplicate).fault(at: row.place))
        }
    }

    private static func row(
        _ row: CSVTable.Row, source: Source?, into collector: inout FaultCollector
    ) -> Row? {
        let id = row.identifier("id", of: ProgressFrameworkFile.self, into: &collector)?.rawValue
        for column in ["part", "direction"] { _ = row.required(column, into: &collector) }
        let part = row.word("part", Part.self, into: &collector)
        let direction = row.word("direction", Indicator.Direction.self, into: &collector)
        let threshold = row.number("threshold", into: &collector)?.value
        let trust = row.word("trust", Trust.self, into: &collector)
        // Without a threshold the unit is a name to read, and may be one of several.
        let unit = threshold == nil ? nil : row.unit("unit", into: &collector)
        guard let id, let part, let direction else { return nil }
        if direction == .none {
            collector.add(.csvUnknownWord("none", allowed: ["up", "down"], at: row.place("direction")))
        }
        return Row(
            id: id, part: part, name: LocalisedText(en: row["name_en"] ?? id, zh: row["name_zh"] ?? id),
            direction: direction, threshold: threshold, unit: unit, trust: trust ?? source?.trust ?? .unverified,
            source: source?.id, note: LocalisedText(en: row["note"], zh: row["note_zh"]),
            place: row.place("threshold"))
    }
}
