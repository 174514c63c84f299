import CompositeIndicators
import Testing

/// `screen/*`, `stats/avail_summary`, `chain/Screened`, `chain/screen_summary`.
@Suite(.enabled(if: ReferenceTable.isAvailable, ReferenceTable.hint))
struct ScreeningReferenceTests {
    static func check(_ summary: [Screening.UnitSummary], file: String, flags: Bool = true) throws {
        let table = try ReferenceTable(file)
        let units = try table.text("uCode")
        var comparison = ReferenceComparison()
        let columns: [(String, (Screening.UnitSummary) -> Double?)] = [
            ("N_missing", { Double($0.missing) }), ("N_zero", { Double($0.zero) }),
            ("N_miss_or_zero", { Double($0.missing + $0.zero) }), ("Dat_Avail", \.availableShare),
            ("Non_Zero", \.nonzeroShare),
        ]
        for (name, value) in columns {
            for (unit, expected) in zip(units, try table.numbers(name)) {
                let found = try #require(summary.first { $0.unit == unit })
                comparison.compare(value(found), expected, "\(unit ?? "") \(name)")
            }
        }
        comparison.report(file)
        guard flags else { return }
        for (row, unit) in units.enumerated() {
            let found = try #require(summary.first { $0.unit == unit })
            #expect(try table.text("LowData")[row] == (found.lowAvailability ? "TRUE" : "FALSE"))
            #expect(try table.text("Included")[row] == (found.included ? "TRUE" : "FALSE"))
        }
    }

    @Test func availability() throws {
        try Self.check(Screening.apply(ReferenceExample().raw).summary, file: "stats/avail_summary.csv", flags: false)
    }

    @Test func tightThreshold() throws {
        let (example, file) = (try ReferenceExample(), "screen/byNA_0.95_0.97.csv")
        try Self.check(Screening.apply(example.raw, availability: 0.95).summary, file: file)
        let both = try Screening.apply(example.raw, availability: 0.95, nonzero: 0.97).summary
        let table = try ReferenceTable(file)
        for (unit, low) in zip(try table.text("uCode"), try table.text("LowNonZero")) {
            #expect(both.first { $0.unit == unit }?.lowNonzero == (low == "TRUE"))
        }
    }

    @Test func forced() throws {
        let found = try Screening.apply(
            ReferenceExample().raw, availability: 0.95, force: ["BRN": true, "AUT": false])
        try Self.check(found.summary, file: "screen/byNA_0.95_force.csv")
        #expect(found.kept.units.contains("BRN") && !found.kept.units.contains("AUT"))
    }

    @Test func chain() throws {
        let imputed = try ReferenceTable("chain/Imputed.csv").matrix()
        let found = try Screening.apply(imputed, availability: 0.9)
        try Self.check(found.summary, file: "chain/screen_summary.csv")
        try ReferenceComparison.matrices(found.kept, file: "chain/Screened.csv")
    }
}
