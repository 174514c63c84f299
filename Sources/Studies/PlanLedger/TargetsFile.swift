import Spreadsheets
import StatisticalData
import TargetTracking

/// Reads the targets of one plan from a table of targets.
struct TargetsFile {
    private static let required = [
        "plan", "indicator", "area", "name_en", "name_zh", "nature", "form", "direction", "base_year", "target_year",
        "operator", "target", "unit", "source",
    ]
    private static let optional = [
        "series", "transformation", "base", "base_unit", "base_trust", "base_note", "base_note_zh",
        "relative_to_base", "target_high", "trust", "yearly_plan", "note", "note_zh",
    ]

    let context: StudyContext
    let reference: PlanLedgerStudy.TargetsReference

    /// The targets of the plan, in the order of the file.
    func read(_ bytes: [UInt8], studyPlace: Place, into collector: inout FaultCollector) throws(Faults) -> [PlanTarget]
    {
        let table = try CSVTable(bytes, file: reference.file, required: Self.required, optional: Self.optional)
        collector.add(contentsOf: table.faults)
        let rows = table.rows.filter { $0["plan"] == reference.plan }
        if rows.isEmpty {
            let known = Set(table.rows.compactMap { $0["plan"] }).sorted()
            collector.add(.unknownPlan(reference.plan, known: known, at: studyPlace))
        }
        let targets = rows.compactMap { target($0, items: Self.items(rows), into: &collector) }
        let groups = Dictionary(grouping: targets) { $0.item + " " + $0.area.rawValue }
        for (_, same) in groups.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            collector.add(.duplicateTarget(same[1].item, at: same[1].place))
        }
        return targets
    }

    /// Item ids by line: the indicator, with the target year where the plan has several targets for it.
    private static func items(_ rows: [CSVTable.Row]) -> [Int: String] {
        let groups = Dictionary(grouping: rows) { $0["indicator"] ?? "" }
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let indicator = row["indicator"] ?? ""
                let isShared = (groups[indicator]?.count ?? 0) > 1
                return (row.line, isShared ? indicator + "-" + (row["target_year"] ?? "") : indicator)
            })
    }

    private func target(
        _ row: CSVTable.Row, items: [Int: String], into collector: inout FaultCollector
    ) -> PlanTarget? {
        let before = collector.faults.count + collector.suppressed
        let indicator = row.required("indicator", into: &collector).map { Indicator.ID($0) }
        let series = row["series"].map { Indicator.ID($0) } ?? indicator
        let area = row.required("area", into: &collector).map { Area.ID($0) }
        let source = row.required("source", into: &collector).map { Source.ID($0) }
        check(row, indicator: indicator, series: series, area: area, source: source, into: &collector)
        let figures = Figures(row, standardTrust: source.flatMap { context.sources[$0]?.trust }, into: &collector)
        guard let figures, let indicator, let series, let area, let source,
            collector.faults.count + collector.suppressed == before
        else { return nil }
        checkUnits(row, figures, series: series, into: &collector)
        return PlanTarget(
            item: items[row.line] ?? indicator.rawValue, indicator: indicator, series: series, area: area,
            name: LocalisedText(en: row["name_en"] ?? indicator.rawValue, zh: row["name_zh"] ?? indicator.rawValue),
            target: judged(figures, at: row.place("target"), into: &collector),
            transformation: figures.transformation, unit: figures.unit, printedTarget: figures.target.value,
            printedUpper: figures.upper?.value,
            decimals: figures.target.decimals, isRelativeToBase: figures.isRelativeToBase, base: figures.base,
            baseUnit: figures.baseUnit, baseTrust: figures.baseTrust,
            baseNote: LocalisedText(en: row["base_note"], zh: row["base_note_zh"]), source: source,
            trust: figures.trust, note: LocalisedText(en: row["note"], zh: row["note_zh"]),
            place: Place(file: reference.file, line: row.line))
    }

    private func check(
        _ row: CSVTable.Row, indicator: Indicator.ID?, series: Indicator.ID?, area: Area.ID?, source: Source.ID?,
        into collector: inout FaultCollector
    ) {
        if let indicator { _ = context.indicator(indicator, at: row.place("indicator"), into: &collector) }
        if let series, series != indicator {
            _ = context.indicator(series, at: row.place("series"), into: &collector)
        }
        if let area, context.areas[area] == nil {
            let known = context.areas.areas.map(\.id)
            collector.add(.unknownArea(area.rawValue, among: known, at: row.place("area")))
        }
        if let source, context.sources[source] == nil {
            collector.add(.unknownSource(source.rawValue, among: context.sources.keys, at: row.place("source")))
        }
    }

    private func checkUnits(
        _ row: CSVTable.Row, _ figures: Figures, series: Indicator.ID, into collector: inout FaultCollector
    ) {
        guard let unit = context.indicators[series]?.unit else { return }
        let expected = figures.form.isPercentage ? UnitOfMeasure.percent : unit
        if expected.dimension != figures.unit.dimension {
            collector.add(.unitMismatch(figures.unit, expected: expected, at: row.place("unit")))
        }
        if let baseUnit = figures.baseUnit, figures.base != 0, baseUnit.dimension != unit.dimension {
            collector.add(.unitMismatch(baseUnit, expected: unit, at: row.place("base_unit")))
        }
    }

    /// The target for the method; one set against its direction is held instead, with a warning.
    private func judged(_ figures: Figures, at place: Place, into collector: inout FaultCollector) -> Target {
        let target = figures.methodTarget
        let faults = target.faults()
        for fault in faults {
            collector.add(fault.fault(at: place, severity: fault.canBeWarning ? .warning : .error))
        }
        return faults.contains(.againstDirection) ? target.held() : target
    }
}
