import CompositeIndicators
import Testing

/// `impute/*` and `chain/Imputed`.
@Suite(.enabled(if: ReferenceTable.isAvailable, ReferenceTable.hint))
struct ImputationReferenceTests {
    static func check(_ file: String, _ method: (ReferenceExample, IndicatorMatrix) throws -> Imputation.Method) throws
    {
        let example = try ReferenceExample()
        let matrix = try ReferenceTable("chain/Denominated.csv").matrix()
        let method = try method(example, matrix)
        let found = try Imputation.apply(matrix, method: method, metadata: example.metadata).0
        try ReferenceComparison.matrices(found, file: file)
    }

    @Test func groupMeanOfTheChain() throws {
        try Self.check("chain/Imputed.csv") { .groupMean(groups: try $0.groups("EurAsia_group", for: $1)) }
    }

    @Test func mean() throws {
        try Self.check("impute/i_mean.csv") { _, _ in .mean }
    }

    @Test func groupMedian() throws {
        try Self.check("impute/i_median_grp_GDPpc.csv") {
            .groupMedian(groups: try $0.groups("GDPpc_group", for: $1))
        }
    }

    @Test func rowMean() throws {
        try Self.check("impute/row_i_mean_level2.csv") { _, _ in .rowMean(.byParent) }
    }

    @Test(arguments: [
        ("latest", Imputation.PanelMethod.latest(maximumYears: 2)), ("linear-constant", .linearConstant),
    ])
    func panel(name: String, method: Imputation.PanelMethod) throws {
        let table = try ReferenceTable("impute/panel_input.csv")
        let times = try table.numbers("Time").map { try #require($0) }
        let found = try Imputation.panel(table.matrix(skipping: 2), times: times, method: method).0
        let expected = try ReferenceTable("impute/panel_\(name).csv").matrix(skipping: 2)
        #expect(found.units == expected.units && found.codes == expected.codes)
        var comparison = ReferenceComparison()
        for column in found.codes.indices {
            for row in found.units.indices {
                comparison.compare(found[row, column], expected[row, column], "\(row) \(found.codes[column])")
            }
        }
        comparison.report("impute/panel_\(name).csv")
    }

    @Test func normalDistribution() throws {
        let (means, covariances) = (
            try ReferenceTable("impute/EM_social_mu.csv"), try ReferenceTable("impute/EM_social_cov.csv")
        )
        let codes = try means.text("iCode").map { try #require($0) }
        let matrix = try ReferenceTable("chain/Denominated.csv").matrix(codes)
        let fit = try Imputation.fitNormal(matrix, options: Imputation.EMOptions(tolerance: 1e-12))
        var (first, second) = (ReferenceComparison(), ReferenceComparison())
        for (row, expected) in try means.numbers("mu").enumerated() {
            first.compare(fit.means[row], expected, floor: 1, codes[row])
        }
        for (column, code) in codes.enumerated() {
            for (row, expected) in try covariances.numbers(code).enumerated() {
                second.compare(fit.covariance[row * codes.count + column], expected, floor: 1, "\(codes[row]) \(code)")
            }
        }
        first.report("impute/EM_social_mu.csv", within: 1e-8)
        second.report("impute/EM_social_cov.csv", within: 1e-8)
    }
}
