public import StatisticalData
public import TargetTracking
internal import Spreadsheets

/// A table of targets and the figures against them: a row an observation, the target repeated in every row.
///
/// Columns `indicator`, `baseline_period`, `baseline`, `target_period`, `target`, `form`, `direction`, `period`, `value`;
/// optional `area`, `unit`, `threshold`, `bounded`, `path`, `planned`, `target_high`, `weight`, `exclude`. Rows of one
/// indicator and area must agree in all but `period`, `value`, `planned` and `exclude`. Reading is strict: every fault is reported in one run, with line and
/// column. Source: Guides/TargetMethods.md, "The table".
public struct TargetTable: Sendable {
    /// The targets, in the order of their first rows.
    public let entries: [Entry]
    /// What is worth knowing though the table could be read.
    public let warnings: [Fault]

    /// One target and its figures.
    public struct Entry: Hashable, Sendable {
        /// The indicator.
        public let indicator: String
        /// The area; `nil` without one.
        public let area: String?
        /// The unit, as written.
        public let unit: String?
        /// The target; its nature is of no effect here.
        public let target: Target
        /// Half a unit of the last printed place of the target.
        public let halfWidth: Double
        /// The figures, ascending by year.
        public let values: [TrackedValue]
        /// A level that must not be crossed.
        public let threshold: Double?
        /// How the trend of a bounded indicator is taken.
        public let bounds: Bounds?
        /// The denominator by which the target of this area counts in a cascade.
        public let weight: Double?
        /// The years declared not to count for the trend, with the reasons.
        public let excluded: [Int: String]
        /// The first row.
        public let place: Place

        /// The name: the indicator, with the area where there is one.
        public var name: String { area.map { indicator + " " + $0 } ?? indicator }
    }

    /// What a bounded indicator's trend does at its bounds.
    public enum Bounds: Hashable, Sendable {
        /// The anticipated value is cut there.
        case clip(ClosedRange<Double>)
        /// The trend is fitted on the logit.
        case logit(ClosedRange<Double>)
    }

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - bytes: the table (CSV, UTF-8).
    ///   - file: its name in faults.
    /// - Throws: `Faults` with all that was found, by line; at most 100.
    public init(_ bytes: [UInt8], file: String) throws(Faults) {
        let table = try CSVTable(
            bytes, file: file, required: TargetColumn.required, optional: TargetColumn.optional)
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        if table.rows.isEmpty, table.faults.isEmpty { faults.add(.targetsNoRows(file: file)) }
        var groups: [TargetGroup] = []
        var positions: [TargetGroup.Key: Int] = [:]
        for row in table.rows {
            guard let indicator = row.required("indicator", into: &faults) else { continue }
            let key = TargetGroup.Key(indicator: indicator, area: row["area"])
            if let position = positions[key] {
                groups[position].add(row, faults: &faults)
            } else {
                positions[key] = groups.count
                groups.append(TargetGroup(key, row))
            }
        }
        let entries = groups.compactMap { $0.entry(faults: &faults) }
        let found = faults.inOrder(of: file)
        guard !faults.hasErrors else { throw Faults(found) }
        self.entries = entries
        warnings = found
    }
}

extension TargetTable.Entry {
    /// The entry with the figures up to the end of a year.
    public func asOf(_ year: Int) -> Self {
        Self(
            indicator: indicator, area: area, unit: unit, target: target, halfWidth: halfWidth,
            values: values.filter { $0.year <= year }, threshold: threshold, bounds: bounds, weight: weight,
            excluded: excluded, place: place)
    }

    /// Every method's word on the target at the latest year.
    ///
    /// - Parameter level: the probability that the interval of the trend holds.
    public func comparison(level: Double) -> MethodComparison {
        var options = Anticipation.Options(level: level, excludedYears: Set(excluded.keys))
        switch bounds {
        case .clip(let range): options.bounds = range
        case .logit(let range): (options.bounds, options.usesLogit) = (range, true)
        case nil: break
        }
        return MethodComparison(target, values: values, options: options, threshold: threshold)
    }
}
