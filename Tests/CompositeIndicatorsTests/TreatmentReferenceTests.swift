import CompositeIndicators
import Testing

/// `treat/*`, `chain/Treated`, `chain/treat_*`.
@Suite(.enabled(if: ReferenceTable.isAvailable, ReferenceTable.hint))
struct TreatmentReferenceTests {
    struct Case: Sendable {
        let values: String
        let details: String
        let points: String?
        let options: Treatment.Options
    }

    static let cases = [
        Case(
            values: "chain/Treated.csv", details: "chain/treat_details.csv", points: "chain/treat_points.csv",
            options: Treatment.Options(transformation: .log)),
        Case(
            values: "treat/winmax1_logCT.csv", details: "treat/winmax1_logCT_details.csv",
            points: "treat/winmax1_logCT_points.csv", options: Treatment.Options(winsorised: 1, transformation: .log)),
        Case(
            values: "treat/winmax1_combine.csv", details: "treat/winmax1_combine_details.csv", points: nil,
            options: Treatment.Options(winsorised: 1, transformation: .log, combine: true)),
    ]

    @Test(arguments: cases)
    func treated(_ example: Case) throws {
        let matrix = try ReferenceTable("chain/Screened.csv").matrix()
        let (found, records) = Treatment.apply(matrix, options: example.options)
        try ReferenceComparison.matrices(found, file: example.values)
        try Self.checkDetails(records, file: example.details, options: example.options)
        if let points = example.points { try Self.checkPoints(records, matrix: matrix, file: points) }
    }

    static func checkDetails(_ records: [Treatment.Record], file: String, options: Treatment.Options) throws {
        let table = try ReferenceTable(file)
        var comparison = ReferenceComparison()
        let stages: [(Int, KeyPath<Treatment.Outcome, Descriptives.Shape?>)] = [
            (0, \.before), (1, \.afterWinsorising), (2, \.afterTransformation),
        ]
        for (stage, shape) in stages where table.header.contains("check_SkewKurt\(stage).Pass") {
            let (skewness, kurtosis, passes) = (
                try table.numbers("check_SkewKurt\(stage).Skew"), try table.numbers("check_SkewKurt\(stage).Kurt"),
                try table.text("check_SkewKurt\(stage).Pass")
            )
            for (row, code) in try table.text("iCode").enumerated() {
                let found = try #require(records.first { $0.indicator == code }).outcome[keyPath: shape]
                comparison.compare(found?.skewness, skewness[row], "\(code ?? "") skewness \(stage)")
                comparison.compare(found?.kurtosis, kurtosis[row], "\(code ?? "") kurtosis \(stage)")
                #expect(found.map { options.passes($0) ? "TRUE" : "FALSE" } == passes[row])
            }
        }
        for (code, count) in zip(try table.text("iCode"), try table.numbers("winsorise.nwin")) {
            let outcome = try #require(records.first { $0.indicator == code }).outcome
            comparison.compare(Double(outcome.winsorised), count ?? 0, "\(code ?? "") winsorised")
        }
        comparison.report(file)
    }

    static func checkPoints(_ records: [Treatment.Record], matrix: IndicatorMatrix, file: String) throws {
        let table = try ReferenceTable(file)
        let units = try table.text("uCode")
        var different: [String] = []
        for record in records {
            for (row, expected) in zip(units, try table.text(record.indicator)) {
                let unit = try #require(matrix.units.firstIndex { $0 == row })
                let outcome = record.outcome
                var mark = outcome.high.contains(unit) ? "winhi" : outcome.low.contains(unit) ? "winlo" : ""
                if outcome.transformation != nil { mark += "+log_CT" }
                if mark != expected ?? "" { different.append("\(row ?? "") \(record.indicator)") }
            }
        }
        print("\(file): \(units.count * records.count) marks, \(different.count) different")
        #expect(different.isEmpty)
    }
}
