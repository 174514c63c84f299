import CompositeIndicators
import Testing
import TestSupport

@Suite("Correlations, reliability and audit against COINr 1.1.14", .enabled(if: ReferenceFolder.isGiven))
struct AuditReferenceTests {
    @Test("Correlation matrix and probabilities of 49 raw indicators")
    func table() throws {
        let metadata = try WeightsReference.metadata()
        let raw = try WeightsReference.matrix("chain/Raw.csv")
        let expected = try WeightsReference.matrix("corr/raw_pearson_matrix.csv")
        let probabilities = try WeightsReference.matrix("corr/raw_pvals_pearson.csv")
        var values = Difference()
        var tests = Difference()
        for (row, first) in expected.units.enumerated() {
            for (column, second) in expected.codes.enumerated() {
                let one = try #require(raw.position(of: first))
                let other = try #require(raw.position(of: second))
                let found = Correlation.coefficient(raw.column(one), raw.column(other))
                values.add(found.value, expected[row, column], floor: 1)
                if row != column { tests.add(found.probability, probabilities[row, column]) }
            }
        }
        values.report("corr/raw_pearson_matrix (scale 1)")
        tests.report("corr/raw_pvals_pearson (relative)")
        #expect(values.compared == 49 * 49)
        #expect(values.largest <= 1e-12)
        #expect(tests.largest <= 1e-12)
        #expect(metadata.count == 68)
    }

    @Test("Correlations within pillars, and with the aggregates above")
    func families() throws {
        let metadata = try WeightsReference.metadata()
        let raw = try WeightsReference.matrix("chain/Raw.csv")
        var within = Difference()
        for row in try ReferenceFolder.rows("corr/raw_within_pillar_pearson.csv") {
            let one = try #require(raw.position(of: row["Var1"] ?? ""))
            let other = try #require(raw.position(of: row["Var2"] ?? ""))
            within.add(
                Correlation.coefficient(raw.column(one), raw.column(other)).value, Double(row["Correlation"] ?? ""),
                floor: 1)
        }
        within.report("corr/raw_within_pillar_pearson (scale 1)")
        #expect(within.largest <= 1e-12)
        let joined = try scoresWithAggregates()
        let levels = Dictionary(metadata.map { ($0.code, $0.level ?? 0) }) { first, _ in first }
        let found = Correlation.withAncestors(joined, metadata: metadata)
        var above = Difference()
        for row in try ReferenceFolder.rows("corr/agg_family_pearson.csv") {
            let level = ["Pillar": 2, "Sub-index": 3, "Index": 4][row["Var1"] ?? ""]
            let pair = found.first { $0.first == row["Var2"] && levels[$0.second] == level }
            above.add(pair?.coefficient.value, Double(row["Correlation"] ?? ""), floor: 1)
        }
        above.report("corr/agg_family_pearson (scale 1)")
        #expect(above.compared == 147)
        #expect(above.largest <= 1e-12)
    }

    @Test("Strong pairs: COINr's positive ones, and the negative ones it leaves out")
    func flags() throws {
        let found = Correlation.strongPairs(
            try WeightsReference.matrix("chain/Raw.csv"), metadata: try WeightsReference.metadata(), threshold: 0.7,
            adjustsDirection: false)
        let indicators = Set(try WeightsReference.matrix("chain/Raw.csv").codes)
        var difference = Difference()
        let rows = try ReferenceFolder.rows("corr/flags_high0.7_Raw.csv")
        for row in rows {
            let names = Set([row["Ind1"], row["Ind2"]].compactMap { $0 })
            let pair = found.first { Set([$0.first, $0.second]) == names }
            difference.add(pair?.coefficient.value, Double(row["Corr"] ?? ""))
        }
        difference.report("corr/flags_high0.7_Raw")
        #expect(difference.largest <= 1e-12)
        let positive = found.filter { ($0.coefficient.value ?? 0) > 0 && indicators.contains($0.first) }
        #expect(positive.count == rows.count)
    }

    @Test("Cronbach's alpha on raw data")
    func alpha() throws {
        let metadata = try WeightsReference.metadata()
        let raw = try WeightsReference.matrix("chain/Raw.csv")
        var difference = Difference()
        for row in try ReferenceFolder.rows("corr/cronbach_raw.csv") {
            let codes = indicators(below: row["code"] ?? "", metadata)
            difference.add(Reliability.alpha(raw, codes: codes)?.raw, Double(row["alpha"] ?? ""))
        }
        difference.report("corr/cronbach_raw")
        #expect(difference.compared == 11)
        #expect(difference.largest <= 1e-12)
    }

    @Test("Leaving out a pillar, exact")
    func removal() throws {
        let scores = try WeightsReference.matrix("chain/Normalised.csv")
        let plan = try AggregationPlan(
            units: scores.units, codes: scores.codes, metadata: WeightsReference.metadata(),
            methods: .init(.arithmetic), missing: .onePart)
        let rows = try ReferenceFolder.rows("audit/remove_L2.csv").filter { $0["element"] != "Nominal" }
        let found = try Audit.removals(
            of: rows.compactMap { $0["element"] }, normalised: scores, plan: plan, index: "Index")
        var difference = Difference()
        for (removal, row) in zip(found, rows) {
            difference.add(removal.meanRankChange, Double(row["MeanAbsRankDiff"] ?? ""))
        }
        difference.report("audit/remove_L2")
        #expect(difference.compared == 8)
        #expect(difference.largest <= 1e-15)
    }

    @Test("The strengths of Austria")
    func strengths() throws {
        let raw = try WeightsReference.matrix("chain/Raw.csv")
        let unit = try #require(raw.units.firstIndex(of: "AUT"))
        let found = Audit.strengths(of: unit, values: raw, metadata: try WeightsReference.metadata())
        let rows = try ReferenceFolder.rows("audit/AUT_strengths.csv")
        #expect(found.map(\.indicator) == rows.compactMap { $0["Code"] })
        #expect(found.map { String($0.rank) } == rows.compactMap { $0["Rank"] })
        var difference = Difference()
        for (standing, row) in zip(found, rows) { difference.add(standing.value, Double(row["Value"] ?? "")) }
        difference.report("audit/AUT_strengths (printed to three figures)")
        #expect(difference.largest < 0.005)
    }

    private func indicators(below code: String, _ metadata: [IndicatorMetadata]) -> [String] {
        let parts = metadata.filter { $0.parent == code }
        return parts.isEmpty ? [code] : parts.flatMap { indicators(below: $0.code, metadata) }
    }

    private func scoresWithAggregates() throws -> IndicatorMatrix {
        let scores = try WeightsReference.matrix("chain/Normalised.csv")
        let aggregates = try WeightsReference.matrix("aggregate/amean_minmax0_100.csv")
        return IndicatorMatrix(
            units: scores.units, codes: scores.codes + aggregates.codes,
            columns: scores.codes.indices.map { scores.column($0) }
                + aggregates.codes.indices.map { aggregates.column($0) })
    }
}
