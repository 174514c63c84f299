import StatisticalData
import Studies
import Testing

/// Each form of a target, with figures small enough to check by hand (method sheet on targets, sections 2 and 3).
struct PlanFormTests {
    private func result(_ row: String, unit: String = "%", _ figures: [Observation]) throws -> ResultIndex {
        let unit = try #require(UnitOfMeasure(unit))
        var sample = PlanSample(row, indicators: ["x": unit])
        sample.workspace.observations = figures
        return try sample.run()
    }

    private func number(_ index: ResultIndex, _ measure: String, _ year: Int, item: String = "x") -> Double? {
        index[item, measure, "A", .year(year)]?.number
    }

    private func word(_ index: ResultIndex, _ measure: String, _ year: Int) -> String? {
        index["x", measure, "A", .year(year)]?.word
    }

    /// 4 of 10 in 2 of 5 years is on target.
    @Test func level() throws {
        let index = try result(
            "x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official",
            [try .printed("14.0", "x", "2017", unit: "%")])
        #expect(agree(number(index, "progress", 2017), 0.4))
        #expect(agree(number(index, "required", 2017), 14))
        #expect(agree(number(index, "still-needed-linear", 2017), 2))
        #expect(word(index, "verdict", 2017) == "on target")
    }

    /// The base in another unit of the same kind: 1 GW is 100 of 10^4 kW; target 3 GW; 200 of 10^4 kW in half the time.
    @Test func unitsOfBaseFigureAndTargetMayDiffer() throws {
        let index = try result(
            "x,A,X,某,binding,level,,up,2016,100,10^4 kW,,2020,>=,3,GW,no,plan,official", unit: "GW",
            [try .printed("200.0", "x", "2018", unit: "10^4 kW")])
        #expect(agree(number(index, "achieved", 2018), 2))
        #expect(agree(number(index, "progress", 2018), 0.5))
        #expect(number(index, "base", 2016) == 100)
        let achieved = index["x", "achieved", "A", .year(2018)]
        #expect(agree(achieved?.low, 1.9995))
        #expect(agree(achieved?.high, 2.0005))
    }

    /// 10 % more twice is 21 %; 21 % due by 2017 from 2015.
    @Test func cumulativeGrowth() throws {
        let index = try result(
            "x,A,X,某,expected,cumulative-growth,,up,2015,,,,2019,>=,46.41,%,no,plan,official",
            [
                try .printed("10.0", "x", "2016", .annualChange, unit: "%"),
                try .printed("10.0", "x", "2017", .annualChange, unit: "%"),
            ])
        #expect(agree(number(index, "achieved", 2017), 21))
        #expect(agree(number(index, "required", 2017), 21))
        #expect(agree(number(index, "achieved-rate", 2017), 10))
        #expect(agree(number(index, "still-needed", 2017), 10))
        #expect(word(index, "verdict", 2017) == "on target")
    }

    /// A product of annual changes comes before levels, levels before a printed sum.
    @Test func cumulativeChangeFromWhatThereIs() throws {
        let row = "x,A,X,某,binding,cumulative-cut,,down,2015,200,t,,2020,<=,-20,%,no,plan,official"
        let printed = try Observation.printed("-9.0", "x", "2016/2017", .cumulativeChange, unit: "%")
        let level = try Observation.printed("184.0", "x", "2017", unit: "t")
        let changes = try ["2016", "2017"].map { try Observation.printed("-5.0", "x", $0, .annualChange, unit: "%") }
        func achieved(_ figures: [Observation]) throws -> Double? {
            number(try result(row, unit: "t", figures), "achieved", 2017)
        }
        #expect(agree(try achieved([printed]), -9))
        #expect(agree(try achieved([printed, level]), -8))
        #expect(agree(try achieved([printed, level] + changes), -9.75))
    }

    /// A mean of 7.8, 7.2 and 6.7 % is geometric: (1.078 x 1.072 x 1.067)^(1/3) - 1; the chain ends at the gap.
    @Test func annualRate() throws {
        let figures = try [("2016", "7.8"), ("2017", "7.2"), ("2018", "6.7"), ("2020", "3.7")].map {
            try Observation.printed($0.1, "x", $0.0, .annualChange, unit: "%")
        }
        let index = try result("x,A,X,某,expected,annual-rate,,up,2015,,,,2020,>=,7.5,%,no,plan,official", figures)
        let product: Double = 1.078 * 1.072 * 1.067
        let mean = try #require(number(index, "achieved", 2018))
        #expect(agree((1 + mean / 100) * (1 + mean / 100) * (1 + mean / 100), product))
        #expect(number(index, "required", 2018) == 7.5)
        #expect(index.series("x", "achieved", in: "A").map(\.key.period) == [.year(2016), .year(2017), .year(2018)])
        #expect(word(index, "verdict", 2018) == "below expectation")
    }

    /// A cap "increment of 3480 over 30235" is one of 33715.
    @Test func relativeToBase() throws {
        let index = try result(
            "x,A,X,某,binding,cap,,down,2015,30235,10^4 tce,unverified,2020,<=,3480,10^4 tce,yes,plan,official",
            unit: "10^4 tce", [try .printed("33000.0", "x", "2020", unit: "10^4 tce")])
        #expect(number(index, "target", 2020) == 33_715)
        #expect(word(index, "verdict", 2020) == "met")
        #expect(index["x", "target", "A", .year(2020)]?.trust == .unverified)
    }

    /// A floor that is to be held: at or better than the target is on target, anything under it is a step back.
    @Test(arguments: [("22.23", "on target"), ("22.20", "regress")])
    func floorToBeHeld(figure: String, verdict: String) throws {
        let index = try result(
            "x,A,X,某,binding,floor,,hold,2013,22.23,%,,2020,>=,22.23,%,no,plan,official",
            [try .printed(figure, "x", "2018", unit: "%")])
        #expect(word(index, "verdict", 2018) == verdict)
        #expect(number(index, "progress", 2018) == nil)
    }

    /// An amount counted since the base year starts from zero.
    @Test func cumulativeAmount() throws {
        let index = try result(
            "x,A,X,某,expected,level,cumulative-amount,up,2015,,,,2020,>=,500,10^4 persons,no,plan,official",
            unit: "10^4 persons", [try .printed("300.0", "x", "2016/2018", .cumulativeAmount, unit: "10^4 persons")])
        #expect(number(index, "required", 2018) == 300)
        #expect(agree(number(index, "progress", 2018), 0.6))
        #expect(word(index, "verdict", 2018) == "on target")
    }
}
