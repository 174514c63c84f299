import SensitivityAnalysis
import TestSupport
import Testing

@testable import DistributionAnalysis

/// Every file of the reference folder of distribution, to its tolerance of 1e-12.
@Suite(.enabled(if: ReferencePart("distribution").isGiven))
struct DistributionReferenceTests {
    private let folder = ReferencePart("distribution")

    private func column(_ file: String, _ name: String) throws -> [Double] {
        try folder.rows(file).map { try #require(Double($0[name] ?? "")) }
    }

    private func expected(_ file: String) throws -> [String: Double] {
        Dictionary(
            uniqueKeysWithValues: try folder.rows(file).map { ($0["measure"] ?? "", Double($0["value"] ?? "") ?? .nan) }
        )
    }

    private func expect(_ value: Double?, _ expected: Double?, _ name: String) throws {
        let (found, wanted) = (try #require(value), try #require(expected))
        #expect(abs(found - wanted) <= 1e-12 * max(1, abs(wanted)), "\(name)")
    }

    static let measures: [(String, DistributionMeasure)] = [
        ("gini", .gini), ("theil_T", .theil), ("mld", .mld), ("ge2", .ge2), ("atkinson_0.5", .atkinson(0.5)),
        ("atkinson_1", .atkinson(1)), ("atkinson_2", .atkinson(2)), ("hoover", .hoover),
        ("fgt0", .fgt(0, line: 9000)), ("fgt1", .fgt(1, line: 9000)), ("fgt2", .fgt(2, line: 9000)),
        ("watts", .watts(line: 9000)), ("palma", .palma), ("s80s20", .s80s20),
    ]

    @Test func weighted() throws {
        let file = "income_input.csv"
        let (incomes, weights) = (try column(file, "income"), try column(file, "weight"))
        let all = try IncomeDistribution(incomes, weights: weights)
        let wanted = try expected("income_expected.csv")
        for (name, measure) in Self.measures { try expect(all.value(measure), wanted[name], name) }
        let split = try GroupDecomposition(
            incomes, weights: weights, groups: folder.rows(file).map { $0["group"] ?? "" })
        for group in split.groups {
            try expect(group.distribution.value(.theil), wanted["theil_T_" + group.name], group.name)
            try expect(group.distribution.value(.mld), wanted["mld_" + group.name], group.name)
            try expect(group.populationShare, wanted["population_share_" + group.name], group.name)
            try expect(group.incomeShare, wanted["income_share_" + group.name], group.name)
        }
        try expect(split.theil()?.within, wanted["theil_T_within"], "within")
        try expect(split.theil()?.between, wanted["theil_T_between"], "between")
        try expect(split.mld()?.within, wanted["mld_within"], "within")
        try expect(split.mld()?.between, wanted["mld_between"], "between")
    }

    @Test func unweighted() throws {
        let all = try IncomeDistribution(column("income_input.csv", "income"))
        let wanted = try expected("income_unweighted_expected.csv")
        for (name, measure) in Self.measures where wanted[name] != nil {
            try expect(all.value(measure), wanted[name], name)
        }
        try expect(all.value(.giniSample), wanted["gini_n_minus_1"], "sample")
        try expect(all.sen(line: 9000), wanted["sen"], "sen")
    }

    @Test func growthByQuantile() throws {
        let file = "growth_incidence_input.csv"
        let weights = try column(file, "weight")
        let growth = GrowthIncidence(
            before: try IncomeDistribution(column(file, "income_t0"), weights: weights),
            after: try IncomeDistribution(column(file, "income_t1"), weights: weights))
        for row in try folder.rows("growth_incidence_quantile_expected.csv") {
            let p = try #require(Double(row["p"] ?? ""))
            try expect(growth.before.quantile(p), Double(row["quantile_t0"] ?? ""), "t0")
            try expect(growth.after.quantile(p), Double(row["quantile_t1"] ?? ""), "t1")
            try expect(growth.quantileGrowth(p), Double(row["growth"] ?? ""), "growth")
        }
    }

    private func employment(_ file: String) throws -> EmploymentTable {
        let rows = try folder.rows(file)
        let industries = (1...6).map { "I\($0)" }
        return try EmploymentTable(
            regions: rows.map { $0["region"] ?? "" }, industries: industries,
            values: rows.map { row in industries.map { Double(row[$0] ?? "") ?? .nan } })
    }

    @Test func regions() throws {
        let (before, after) = (try employment("employment_t0.csv"), try employment("employment_t1.csv"))
        let quotients = before.locationQuotients
        for (region, row) in try folder.rows("location_quotient_expected.csv").enumerated() {
            for (industry, name) in before.industries.enumerated() {
                try expect(quotients[region][industry], Double(row[name] ?? ""), name)
            }
        }
        let cells = try ShiftShare(before: before, after: after).cells
        for row in try folder.rows("shift_share_expected.csv") where row["industry"]?.hasPrefix("I") == true {
            let cell = try #require(cells.first { $0.region == row["region"] && $0.industry == row["industry"] })
            for (value, name) in [
                (cell.national, "national"), (cell.mix, "mix"), (cell.regional, "regional"), (cell.total, "total"),
                (cell.competitive, "esteban_competitive"), (cell.allocation, "esteban_allocation"),
            ] as [(Double?, String)] { try expect(value, Double(row[name] ?? ""), name) }
        }
    }

    @Test func greenness() throws {
        var tasks: [String: [Greenness.Task]] = [:]
        for row in try folder.rows("tasks_input.csv") {
            tasks[row["occupation"] ?? "", default: []].append(
                .init(isGreen: row["green"] == "1", importance: Double(row["importance"] ?? "") ?? .nan))
        }
        var found: [String: Double] = [:]
        for row in try folder.rows("greenness_expected.csv") {
            let name = row["occupation"] ?? ""
            found[name] = Greenness.weighted(tasks[name] ?? [])
            try expect(found[name], Double(row["importance_weighted"] ?? ""), name)
            try expect(Greenness.share(tasks[name] ?? []), Double(row["share_of_tasks"] ?? ""), name)
        }
        let names = ["O1", "O2", "O3"]
        let regions = try folder.rows("region_occupations_input.csv")
        for (row, wanted) in zip(regions, try column("region_greenness_expected.csv", "greenness")) {
            let mean = Greenness.mean(
                employment: names.map { Double(row[$0] ?? "") ?? .nan }, greenness: names.map { found[$0] ?? .nan })
            try expect(mean, wanted, "region")
        }
    }
}
