/// Employment e_ir of industries in regions: location quotients, specialisation and shift-share.
public struct EmploymentTable: Hashable, Sendable {
    /// The regions.
    public let regions: [String]
    /// The industries.
    public let industries: [String]
    /// e_ir, a row a region.
    public let values: [[Double]]

    /// A table.
    ///
    /// - Throws: `DistributionFaults` for an empty table, rows of another length, negative figures.
    public init(regions: [String], industries: [String], values: [[Double]]) throws(DistributionFaults) {
        var faults: [DistributionFault] = regions.isEmpty || industries.isEmpty ? [.empty] : []
        if values.count != regions.count { faults.append(.wrongCount(found: values.count, expected: regions.count)) }
        for (region, row) in zip(regions, values) {
            if row.count != industries.count {
                faults.append(.wrongCount(found: row.count, expected: industries.count))
            }
            for (industry, value) in zip(industries, row) where !(value >= 0 && value.isFinite) {
                faults.append(.negative(region: region, industry: industry, value))
            }
        }
        try faults.throwIfAny()
        self.regions = regions
        self.industries = industries
        self.values = values
    }

    /// e_i, by industry.
    public var industryTotals: [Double] { industries.indices.map { column in values.reduce(0) { $0 + $1[column] } } }
    /// e_r, by region.
    public var regionTotals: [Double] { values.map { $0.reduce(0, +) } }

    /// LQ_ir = (e_ir/e_r)/(e_i/e), the region included in the reference; `nil` where a total is zero.
    public var locationQuotients: [[Double?]] {
        let (byIndustry, byRegion) = (industryTotals, regionTotals)
        let total = byRegion.reduce(0, +)
        return values.enumerated().map { region, row in
            row.enumerated().map { industry, value in
                guard byRegion[region] > 0, byIndustry[industry] > 0 else { return nil }
                return (value / byRegion[region]) / (byIndustry[industry] / total)
            }
        }
    }

    /// Krugman's index sum_i |share_ir - share_i(rest)|/2 by region; `nil` where the region or the rest has nothing.
    public var specialisation: [Double?] {
        let (byIndustry, byRegion) = (industryTotals, regionTotals)
        let total = byRegion.reduce(0, +)
        return values.enumerated().map { region, row in
            let rest = total - byRegion[region]
            guard byRegion[region] > 0, rest > 0 else { return nil }
            return row.indices.reduce(0) {
                $0 + abs(row[$1] / byRegion[region] - (byIndustry[$1] - row[$1]) / rest)
            } / 2
        }
    }

    /// Herfindahl's index sum_i (e_ir/e_r)^2 by region; `nil` for a region without employment.
    public var concentration: [Double?] {
        zip(values, regionTotals).map { row, total in
            total > 0 ? row.reduce(0) { $0 + ($1 / total) * ($1 / total) } : nil
        }
    }
}

/// What a change of employment is made of: an identity, no cause.
///
/// e_ir^1 - e_ir^0 = e_ir^0 g + e_ir^0 (g_i - g) + e_ir^0 (g_ir - g_i): national, mix, regional (Dunn 1960). With
/// E0h = e_r^0 e_i^0/e^0 the last is E0h (g_ir - g_i) + (e_ir^0 - E0h)(g_ir - g_i): competitive and allocation
/// (Esteban-Marquillas 1972). Where e_ir^0 = 0 the whole change is regional and has no such parts.
public struct ShiftShare: Hashable, Sendable {
    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// The region and the industry.
        public let region, industry: String
        /// The three parts.
        public let national, mix, regional: Double
        /// The parts of the last; `nil` where g_ir is not defined.
        public let competitive, allocation: Double?
        /// The change.
        public var total: Double { national + mix + regional }
    }

    /// The cells, by region and industry.
    public let cells: [Cell]

    /// Compares two tables of the same regions and industries.
    ///
    /// - Throws: `DistributionFaults` for other shapes, or an industry without employment before.
    public init(before: EmploymentTable, after: EmploymentTable) throws(DistributionFaults) {
        guard before.regions == after.regions, before.industries == after.industries else {
            throw DistributionFaults([
                .wrongCount(
                    found: after.regions.count * after.industries.count,
                    expected: before.regions.count * before.industries.count)
            ])
        }
        let (first, second) = (before.industryTotals, after.industryTotals)
        try zip(before.industries, first).filter { $1 == 0 }.map { DistributionFault.newIndustry($0.0) }.throwIfAny()
        let total = first.reduce(0, +)
        let growth = second.reduce(0, +) / total - 1
        let byRegion = before.regionTotals
        cells = before.regions.indices.flatMap { region in
            before.industries.indices.map { industry in
                let base = before.values[region][industry]
                let ofIndustry = second[industry] / first[industry] - 1
                let change = after.values[region][industry] - base
                let own = base > 0 ? change / base : nil
                let expected = byRegion[region] * first[industry] / total
                let shift = own.map { $0 - ofIndustry }
                return Cell(
                    region: before.regions[region], industry: before.industries[industry], national: base * growth,
                    mix: base * (ofIndustry - growth), regional: shift.map { base * $0 } ?? change,
                    competitive: shift.map { expected * $0 }, allocation: shift.map { (base - expected) * $0 })
            }
        }
    }
}

/// How green work is.
public enum Greenness {
    /// A task of an occupation.
    public struct Task: Hashable, Sendable {
        /// Whether it is green.
        public var isGreen: Bool
        /// Its importance, zero or more.
        public var importance: Double

        /// A task.
        public init(isGreen: Bool, importance: Double) {
            self.isGreen = isGreen
            self.importance = importance
        }
    }

    /// sum (importance x green)/sum importance; `nil` without tasks of any importance (Vona, Marin, Consoli, Popp 2018).
    public static func weighted(_ tasks: [Task]) -> Double? {
        let sum = tasks.reduce(0) { $0 + $1.importance }
        return sum > 0 ? tasks.reduce(0) { $0 + ($1.isGreen ? $1.importance : 0) } / sum : nil
    }

    /// The share of tasks that are green; `nil` without tasks.
    public static func share(_ tasks: [Task]) -> Double? {
        tasks.isEmpty ? nil : Double(tasks.count { $0.isGreen }) / Double(tasks.count)
    }

    /// sum_o emp_o greenness_o/sum emp of a region or an industry; `nil` without employment.
    public static func mean(employment: [Double], greenness: [Double]) -> Double? {
        let sum = employment.reduce(0, +)
        return sum > 0 ? zip(employment, greenness).reduce(0) { $0 + $1.0 * $1.1 } / sum : nil
    }
}
