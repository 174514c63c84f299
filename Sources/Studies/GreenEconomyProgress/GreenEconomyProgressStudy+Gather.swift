import Foundation
import StatisticalData
import TargetTracking

extension GreenEconomyProgressStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a measure of progress.
    struct Inputs: Codable, Sendable {
        let study: GreenEconomyProgressStudy
        let homeArea: Area.ID
        let file: ProgressFrameworkFile
        let linked: TargetLinks.Linked
        /// Figures shown beside, by indicator of the list.
        let figures: [String: [Observation]]
        /// Where the study declares its cap.
        let capPlace: Place
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let place = study.place(of: "framework")
        let bytes = try collector.collect { _ in try context.readFile(framework, place) }
        let source = context.defaultSources[framework].flatMap { context.sources[$0] }
        let file = try bytes.flatMap { bytes in
            try collector.collect {
                try ProgressFrameworkFile(bytes, file: framework, source: source, into: &$0)
            }
        }
        let known = file?.rows.map(\.id) ?? []
        let linked = try targets.gather(
            study: study, area: context.homeArea, items: known, asKnownOn: asKnownOn, from: context, into: &collector)
        var found: [String: [Observation]] = [:]
        for (item, indicator) in (figures ?? [:]).sorted(by: { $0.key < $1.key }) {
            let place = study.place(of: "figures", item)
            if !known.contains(item) { collector.add(.unknownElement(item, among: known, at: place)) }
            guard context.indicator(indicator, at: place, into: &collector) != nil else { continue }
            found[item] = try context.ledger.series(
                SeriesKey(indicator, in: context.homeArea), asKnownOn: asKnownOn
            ).filter { $0.value != nil && ($0.period.simpleYear ?? .max) <= year }
        }
        try collector.throwIfFaulty(in: study.place.file)
        guard let file else { throw Faults(collector.faults) }
        let inputs = Inputs(
            study: self, homeArea: context.homeArea, file: file, linked: linked, figures: found,
            capPlace: study.place(of: "cap"))
        for fault in inputs.measure.faults() {
            let row = file.rows.last { $0.id == fault.indicator }
            collector.add(fault.fault(at: row?.place ?? inputs.capPlace))
        }
        inputs.checkUnits(into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        return inputs
    }
}

extension GreenEconomyProgressStudy.Inputs {
    /// An indicator with its target, where one is linked.
    struct Linked {
        let row: ProgressFrameworkFile.Row
        let link: LinkedTarget?
        /// The assessment of the year looked at.
        let assessment: Assessment?
    }

    var indicators: [Linked] {
        file.rows.map { row in
            let link = linked.targets[row.id].map {
                LinkedTarget(item: row.id, plan: $0, series: linked.series, through: study.year)
            }
            return Linked(row: row, link: link, assessment: link?.latest.flatMap { $0.year == study.year ? $0 : nil })
        }
    }

    /// The measure for the method.
    var measure: GreenEconomyProgress {
        GreenEconomyProgress(indicators.map(\.indicator), cap: study.cap)
    }

    /// A threshold must measure the same as the target beside it.
    func checkUnits(into collector: inout FaultCollector) {
        for row in file.rows {
            guard let unit = row.unit, let plan = linked.targets[row.id], !plan.target.form.isPercentage,
                unit.dimension != plan.unit.dimension
            else { continue }
            collector.add(.unitMismatch(unit, expected: plan.unit, at: row.place))
        }
    }
}

extension GreenEconomyProgressStudy.Inputs.Linked {
    /// The figures for the method: levels as they are; changes in per cent on a level of 100, to which no threshold can
    /// be compared; amounts since the base year from zero.
    var indicator: GreenEconomyProgress.Indicator {
        let isHigherBetter = row.direction == .up
        func made(_ base: Double?, _ current: Double?, _ target: Double?, threshold: Double? = nil)
            -> GreenEconomyProgress.Indicator
        {
            GreenEconomyProgress.Indicator(
                id: row.id, isHigherBetter: isHigherBetter, base: base, current: current, target: target,
                threshold: threshold, elapsed: assessment?.elapsed ?? 1, isDashboard: row.part == .dashboard)
        }
        guard let link, let assessment else { return made(nil, nil, nil) }
        let (rule, achieved) = (link.plan.target, assessment.achieved)
        switch rule.form {
        case .cumulativeCut, .cumulativeGrowth:
            return made(100, 100 + achieved, 100 + rule.value)
        case .annualRate:
            guard let baseYear = rule.baseYear else { return made(nil, nil, nil) }
            func level(_ rate: Double, _ year: Int) -> Double { 100 * pow(1 + rate / 100, Double(year - baseYear)) }
            return made(100, level(achieved, assessment.year), level(rule.value, rule.targetYear))
        // Between two bounds there is no way of which a share could be covered.
        case .range: return made(nil, nil, nil)
        case .level, .cap, .floor:
            guard link.plan.transformation == .level else { return made(0, achieved, rule.value) }
            let threshold = row.threshold.flatMap { row.unit?.convert($0, to: link.plan.unit) }
            return made(link.baseLevel, achieved, rule.value, threshold: threshold)
        }
    }
}
