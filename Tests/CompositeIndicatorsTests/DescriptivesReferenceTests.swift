import CompositeIndicators
import Testing

/// `stats/*`: every statistic of every indicator.
@Suite(.enabled(if: ReferenceTable.isAvailable, ReferenceTable.hint))
struct DescriptivesReferenceTests {
    @Test func statistics() throws {
        let (example, table) = (try ReferenceExample(), try ReferenceTable("stats/stats_raw.csv"))
        let columns: [(String, (Descriptives.Summary) -> Double?)] = [
            ("Min", \.minimum), ("Max", \.maximum), ("Mean", \.mean), ("Median", \.median),
            ("Std", \.standardDeviation), ("Skew", \.skewness), ("Kurt", \.kurtosis),
            ("N.Avail", { Double($0.available) }), ("N.NonZero", { Double($0.nonzero) }),
            ("N.Unique", { Double($0.unique) }), ("N.Same", { Double($0.same) }), ("Frc.Avail", \.availableShare),
            ("Frc.NonZero", \.nonzeroShare), ("Frc.Unique", \.uniqueShare), ("Frc.Same", \.sameShare),
        ]
        let summaries = Descriptives.summaries(example.raw)
        var comparison = ReferenceComparison()
        for (name, value) in columns {
            for (code, expected) in zip(try table.text("iCode"), try table.numbers(name)) {
                let position = try #require(example.raw.position(of: code ?? ""))
                comparison.compare(value(summaries[position]), expected, "\(code ?? "") \(name)")
            }
        }
        comparison.report("stats/stats_raw.csv")
    }
}
