import Spreadsheets
import StatisticalData
import TargetTracking

extension TargetsFile {
    /// The numbers and words of a row.
    struct Figures {
        let nature: Target.Nature
        let form: Target.Form
        let desired: Target.Desired
        let comparison: Target.Comparison
        let transformation: Transformation
        let target: DecimalNumber
        let upper: DecimalNumber?
        let yearlyPlan: [PlannedValue]
        let targetYear: Int
        let unit: UnitOfMeasure
        let baseYear: Int?
        let base: Double?
        let baseUnit: UnitOfMeasure?
        let baseTrust: Trust
        let isRelativeToBase: Bool
        let trust: Trust

        /// Reads a row; `nil` with the faults in the collector when anything needed is missing or malformed.
        ///
        /// - Parameter standardTrust: what the target can claim where the row does not say: the trust of its source.
        init?(_ row: CSVTable.Row, standardTrust: Trust?, into collector: inout FaultCollector) {
            for column in ["nature", "form", "direction", "operator", "target", "target_year", "unit"] {
                _ = row.required(column, into: &collector)
            }
            let nature = row.word("nature", Target.Nature.self, into: &collector)
            let form = row.word("form", Target.Form.self, into: &collector)
            let desired = row.word("direction", Target.Desired.self, into: &collector)
            let comparison = row.word("operator", Target.Comparison.self, into: &collector)
            let transformation = row.word("transformation", Transformation.self, into: &collector)
            let target = row.number("target", into: &collector)
            upper = row.number("target_high", into: &collector)
            yearlyPlan = Self.yearlyPlan(row, into: &collector)
            let targetYear = row.integer("target_year", into: &collector)
            let unit = row.unit("unit", into: &collector)
            baseYear = row.integer("base_year", into: &collector)
            base = row.number("base", into: &collector)?.value
            baseUnit = row.unit("base_unit", into: &collector)
            baseTrust = row.word("base_trust", Trust.self, into: &collector) ?? .unverified
            isRelativeToBase = row.word("relative_to_base", YesOrNo.self, into: &collector) == .yes
            trust = row.word("trust", Trust.self, into: &collector) ?? standardTrust ?? .unverified
            guard let nature, let form, let desired, let comparison, let target, let targetYear, let unit else {
                return nil
            }
            self.nature = nature
            self.form = form
            self.desired = desired
            self.comparison = comparison
            self.target = target
            self.targetYear = targetYear
            self.unit = unit
            self.transformation = transformation ?? Self.usualTransformation(of: form)
        }

        /// What measures a form when the row does not say.
        private static func usualTransformation(of form: Target.Form) -> Transformation {
            switch form {
            case .cumulativeCut, .cumulativeGrowth: .cumulativeChange
            case .annualRate: .annualChange
            case .level, .cap, .floor, .range: .level
            }
        }

        /// The base in the unit of the target; changes and amounts since the base year start at zero.
        private var baseInUnit: Double? {
            guard !form.isPercentage else { return nil }
            guard transformation == .level else { return 0 }
            guard let base else { return nil }
            return baseUnit.map { $0.convert(base, to: unit) } ?? base
        }

        /// Yearly figures such as `2016=52;2017=49.5`, in the order of the cell.
        private static func yearlyPlan(_ row: CSVTable.Row, into collector: inout FaultCollector) -> [PlannedValue] {
            guard let text = row["yearly_plan"] else { return [] }
            return text.split(separator: ";").compactMap { part in
                let ends = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmed }
                guard ends.count == 2, let year = Period(ends[0])?.simpleYear, let figure = DecimalNumber(ends[1])
                else {
                    collector.add(.yearlyPlanMalformed(String(part).trimmed, at: row.place("yearly_plan")))
                    return nil
                }
                return PlannedValue(year: year, value: figure.value)
            }
        }

        /// The target as the method takes it: figures relative to the base are added to it, those of single years are levels.
        var methodTarget: Target {
            let start = baseInUnit
            let origin = isRelativeToBase && transformation == .level ? start ?? .nan : 0
            return Target(
                nature: nature, form: form, desired: desired, comparison: comparison, baseYear: baseYear, base: start,
                targetYear: targetYear, value: origin + target.value, upper: upper.map { origin + $0.value },
                yearlyPlan: yearlyPlan)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
