import Foundation
import Spreadsheets
import StatisticalData
import Studies

/// Reads the registries of a workspace: areas and indicators.
enum Registries {
    static let areasFile = "areas.csv"
    static let indicatorsFile = "indicators.csv"

    static func areas(_ data: Data, into collector: inout FaultCollector) throws(Faults) -> AreaHierarchy {
        let table = try CSVTable(
            [UInt8](data), file: areasFile, required: ["id", "parent", "level", "name_en", "name_zh"],
            optional: ["gb2260", "iso_3166", "short_en", "short_zh", "coastal"])
        collector.add(contentsOf: table.faults)
        var lines: [Int] = []
        var areas: [Area] = []
        for row in table.rows {
            guard let id = row.identifier("id", of: Area.self, into: &collector),
                let level = row.required("level", into: &collector),
                let name = name(row, "name", into: &collector)
            else { continue }
            let short = LocalisedText(en: row["short_en"] ?? name.en, zh: row["short_zh"] ?? name.zh)
            lines.append(row.line)
            areas.append(
                Area(
                    id: id, parent: row["parent"].map { Area.ID($0) }, level: level, name: name,
                    shortName: short,
                    gb2260: row["gb2260"], iso3166: row["iso_3166"],
                    isCoastal: row.word("coastal", YesOrNo.self, into: &collector).map { $0 == .yes }))
        }
        let hierarchy = AreaHierarchy(unchecked: areas)
        collector.add(contentsOf: hierarchy.faults { Place(file: areasFile, line: lines[$0], column: "id") })
        return hierarchy
    }

    static func indicators(_ data: Data, into collector: inout FaultCollector) throws(Faults) -> [Indicator] {
        let table = try CSVTable(
            [UInt8](data), file: indicatorsFile, required: ["id", "name_en", "name_zh", "unit", "direction"],
            optional: ["sdg_goals"])
        collector.add(contentsOf: table.faults)
        var seen: Set<Indicator.ID> = []
        return table.rows.compactMap { row in
            let id = row.identifier("id", of: Indicator.self, into: &collector)
            let unit = row.required("unit", into: &collector).flatMap { _ in row.unit("unit", into: &collector) }
            let direction = row.word("direction", Indicator.Direction.self, into: &collector)
            let name = name(row, "name", into: &collector)
            let goals = goals(row, into: &collector)
            guard let id, let unit, let name else { return nil }
            if !seen.insert(id).inserted { collector.add(.duplicateIndicator(id, at: row.place("id"))) }
            return Indicator(
                id: id, name: name, unit: unit, direction: direction ?? .none, goals: goals)
        }
    }

    private static func name(
        _ row: CSVTable.Row, _ prefix: String, into collector: inout FaultCollector
    ) -> LocalisedText? {
        let en = row.required(prefix + "_en", into: &collector)
        let zh = row.required(prefix + "_zh", into: &collector)
        guard let en, let zh else { return nil }
        return LocalisedText(en: en, zh: zh)
    }

    private static func goals(_ row: CSVTable.Row, into collector: inout FaultCollector) -> [Int] {
        (row["sdg_goals"] ?? "").split(separator: " ").compactMap { word in
            if let goal = Int(word), (1...17).contains(goal) { return goal }
            collector.add(.goalOutOfRange(String(word), at: row.place("sdg_goals")))
            return nil
        }
    }
}
