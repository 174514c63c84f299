import StatisticalData
import Studies
import Testing

/// Targets of a plan that are more than one figure: ranges, and a figure for each year.
struct PlanBoundsTests {
    private func result(
        _ row: String, _ figures: [(String, String)], columns: String = "target_high,yearly_plan"
    ) throws -> ResultIndex {
        var sample = PlanSample(row, indicators: ["x": .percent])
        sample.columns = columns
        sample.workspace.observations = try figures.map { try .printed($0.1, "x", $0.0, unit: "%") }
        return try sample.run()
    }

    private func checkNumbers(_ index: ResultIndex) throws {
        for value in index.result.values {
            guard let number = value.number, !value.key.measure.hasPrefix("count-"),
                value.derivation.formula != "formula-observed"
            else { continue }
            let again = try PlainEvaluator(index: index).evaluate(value)
            #expect(abs(again.value - number) <= 1e-7 * max(1, abs(number)), "\(value.key)")
        }
    }

    /// Water use to stay between 40 and 50: from 60 the upper bound is the goal, and a fall under 40 is no success.
    @Test func rangeFromAbove() throws {
        let index = try result(
            "x,A,X,某,binding,range,,hold,2015,60,%,,2020,>=,40,%,no,plan,official,50,",
            [("2016", "58.5"), ("2017", "56.0"), ("2018", "49.0"), ("2019", "39.0")])
        func word(_ year: Int) -> String? { index["x", "status", "A", .year(year)]?.word }
        #expect((2016...2019).map(word) == ["below expectation", "on target", "on target", "regress"])
        #expect(index["x", "target-high", "A", .year(2020)]?.number == 50)
        #expect(agree(index["x", "progress", "A", .year(2017)]?.number, 0.4))
        #expect(agree(index["x", "required", "A", .year(2017)]?.number, 56))
        #expect(
            index["x", "meeting-probability", "A", .year(2018)]?.derivation.formula == "formula-staying-probability")
        try checkNumbers(index)
    }

    /// The plan's own figures are the expectation; a year without one has none.
    @Test func yearlyFigures() throws {
        let index = try result(
            "x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official,,2016=11;2017=12; 2019=18",
            [("2016", "11.0"), ("2017", "11.5"), ("2018", "15.0"), ("2019", "18.5")])
        func word(_ year: Int) -> String? { index["x", "status", "A", .year(year)]?.word }
        #expect(word(2016) == "on target")
        #expect(word(2017) == "below expectation")
        #expect(word(2018) == "no data")
        #expect(word(2019) == "on target")
        #expect(index["x", "required", "A", .year(2017)]?.number == 12)
        #expect(index["x", "required", "A", .year(2018)] == nil)
        // 11.5 is passed half-way between 2016 and 2017, 18.5 a quarter of the way from 2019 to 2020.
        #expect(agree(index["x", "time-distance", "A", .year(2017)]?.number, -0.5))
        #expect(agree(index["x", "time-distance", "A", .year(2019)]?.number, 0.25))
        try checkNumbers(index)
    }

    /// The projection ends at the value anticipated, and each year ahead has an interval.
    @Test func projection() throws {
        let index = try result(
            "x,A,X,某,binding,level,,up,2020,11,%,,2025,>=,18,%,no,plan,official,,",
            [("2021", "11.9"), ("2022", "12.9"), ("2023", "13.6")])
        let ahead = index.series("x", "projected", in: "A")
        #expect(ahead.map(\.key.period) == [.year(2024), .year(2025)])
        #expect(agree(ahead.last?.number, index["x", "anticipated", "A", .year(2023)]?.number))
        #expect(agree(ahead.last?.number, 15.370000000000008))
        #expect(ahead.allSatisfy { ($0.low ?? .nan) < ($0.number ?? .nan) && ($0.number ?? .nan) < ($0.high ?? .nan) })
        try checkNumbers(index)
    }

    @Test(arguments: [
        ("range,,hold,2015,60,%,,2020,>=,40,%,no,plan,official,40,", "target-range-without-upper"),
        ("range,,up,2015,60,%,,2020,>=,40,%,no,plan,official,50,", "target-range-with-direction"),
        ("level,,up,2015,10,%,,2020,>=,40,%,no,plan,official,50,", "target-upper-without-range"),
        ("level,,up,2015,10,%,,2020,>=,40,%,no,plan,official,,2016:3", "plan-yearly-malformed"),
        ("level,,up,2015,10,%,,2020,>=,40,%,no,plan,official,,2021=3", "target-yearly-plan-year"),
        ("level,,up,2015,10,%,,2020,>=,40,%,no,plan,official,,2020=39", "target-yearly-plan-value"),
        ("range,,hold,2015,60,%,,2020,>=,40,%,no,plan,official,50,2016=50", "target-yearly-plan-of-form"),
    ])
    func faults(row: String, code: String) throws {
        var sample = PlanSample("x,A,X,某,binding," + row, indicators: ["x": .percent])
        sample.columns = "target_high,yearly_plan"
        #expect(try sample.faults().contains { $0.contains(code) })
    }
}
