import StatisticalData
import Studies
import TargetTracking
import Testing

/// What holds for every plan, whatever its targets.
struct PlanRuleTests {
    private static let plain = "level,,up,2015,10,%,,2020,>=,20,%,no,plan,official"

    private func detail(_ index: ResultIndex) throws -> PlanLedgerDetail {
        guard case .planLedger(let detail) = index.result.detail else {
            throw ExampleFolder.Missing(name: "plan ledger")
        }
        return detail
    }

    /// Method sheet on targets, section 10: no value after the base is `no data`, not `regress`.
    @Test(arguments: [
        "level,,up,2015,10,%,,2020,>=,20", "cap,,down,2015,10,%,,2020,<=,5",
        "cumulative-cut,,down,2015,,,,2020,<=,-5",
    ])
    func noDataIsNeverRegress(rule: String) throws {
        let before = try Observation.printed("9.0", "x", "2014", unit: "%")
        let after = try Observation.printed("1.0", "x", "2021", unit: "%")
        for figures in [[], [before], [after], [before, after]] {
            var sample = PlanSample("x,A,X,某,binding," + rule + ",%,no,plan,official")
            sample.workspace.observations = figures
            let index = try sample.run()
            #expect(index["x", "verdict", "A", .year(2020)]?.word == "no data")
            #expect(index["binding", "count-no-data", "A", .year(2020)]?.number == 1)
            #expect(!index.result.values.contains { $0.word == Verdict.regress.rawValue })
        }
    }

    /// Two targets for one indicator are told apart by their years.
    @Test func oneItemAnIndicatorOrAYear() throws {
        let index = try PlanSample(
            "x,A,X,某,binding," + Self.plain, "y,A,Y,乙,binding,level,,up,2015,10,%,,2017,>=,20,%,no,plan,official",
            "y,A,Y,乙,binding," + Self.plain, indicators: ["x": .percent, "y": .percent]
        ).run()
        #expect(index.result.items.map(\.id) == ["x", "y-2017", "y-2020"])
        #expect(index["y-2017", "target", "A", .year(2017)]?.number == 20)
        #expect(index["y-2020", "target", "A", .year(2020)]?.number == 20)
    }

    @Test func itemsOfTheExampleAreDistinct() throws {
        for result in try ExampleFolder.results() where result.kind == .planLedger {
            let targets = try detail(ResultIndex(result)).targets
            #expect(Set(targets.map { $0.item + " " + $0.area.rawValue }).count == targets.count, "\(result.study)")
            #expect(result.items.map(\.id) == targets.map(\.item))
        }
        let items = try ExampleFolder.result("plan-263").result.items.map(\.id)
        let livestock = ["livestock-farms-treated-2017", "livestock-farms-treated-2020"]
        #expect(items.filter { $0.hasPrefix("livestock") } == livestock)
    }

    /// A plan may set one indicator a target in several areas.
    @Test func severalAreas() throws {
        var sample = PlanSample("x,A,X,某,binding," + Self.plain, "x,B,X,某,expected," + Self.plain)
        sample.workspace.observations = [
            try .printed("21.0", "x", "2020", in: "A", unit: "%"), try .printed("5.0", "x", "2020", in: "B", unit: "%"),
        ]
        let index = try sample.run()
        let verdicts = index.result.values.filter { $0.key.measure == "verdict" }
        #expect(verdicts.map(\.key.area) == ["A", "B"])
        #expect(verdicts.map(\.word) == ["met", "missed and regressed"])
    }

    /// Binding and expected targets are never added up (method sheet, section 1).
    @Test(arguments: AuditLawTests.studies.filter { $0.hasPrefix("plan-") })
    func countsOfEachNatureSumToItsTotal(study: String) throws {
        let index = try ExampleFolder.result(study)
        let detail = try detail(index)
        for nature in Target.Nature.allCases {
            let counts = index.result.values.filter {
                $0.key.item == nature.rawValue && $0.key.measure.hasPrefix("count-")
            }
            let total = counts.first { $0.key.measure == "count-total" }?.number
            let parts = counts.filter { $0.key.measure != "count-total" }.compactMap(\.number)
            #expect(total == Double(detail.targets.count { $0.target.nature == nature }), "\(nature)")
            #expect(total == parts.reduce(0, +), "\(nature)")
            for count in counts {
                for input in count.derivation.inputs {
                    guard case .result(let key) = input.origin else { continue }
                    let target = detail.targets.first { $0.item == key.item && $0.area == key.area }
                    #expect(target?.target.nature == nature, "\(count.key) counts \(key)")
                }
            }
        }
    }

    /// Figures after the target year never decide.
    @Test func laterFiguresDoNotDecide() throws {
        var sample = PlanSample("x,A,X,某,binding," + Self.plain)
        sample.workspace.observations = [
            try .printed("15.0", "x", "2020", unit: "%"), try .printed("30.0", "x", "2021", unit: "%"),
        ]
        let index = try sample.run()
        #expect(index.series("x", "verdict", in: "A").map(\.word) == ["missed"])
        #expect(index["x", "achieved", "A", .year(2021)] == nil)
    }

    /// The newest vintage counts, and a base year with several figures is told.
    @Test func vintages() throws {
        var sample = PlanSample("x,A,X,某,binding,level,,up,2015,,,,2020,>=,20,%,no,plan,official")
        sample.views = ["2018-06-30"]
        sample.workspace.observations = [
            try .printed("10.0", "x", "2015", unit: "%", known: "2016"),
            try .printed("11.0", "x", "2015", unit: "%", known: "2019-02-01", line: 3),
            try .printed("15.0", "x", "2017", unit: "%", known: "2018-01-31", revision: .preliminary, line: 4),
            try .printed("16.0", "x", "2017", unit: "%", known: "2019-02-01", line: 5),
        ]
        let index = try sample.run()
        #expect(index["x", "base", "A", .year(2015)]?.number == 11)
        #expect(index["x", "achieved", "A", .year(2017)]?.number == 16)
        #expect(index["x", "achieved@2018-06-30", "A", .year(2017)]?.number == 15)
        let notice = index.result.notices.first { $0.code == "notice-base-vintages" }
        #expect(notice?.arguments["vintages"] == "10 (2016); 11 (2019-02-01)")
        #expect(index.result.dataKnownOn?.description == "2019-02-01")
    }

    /// Cap 91.2 and base 100 with a cut of 10 % are not the same target.
    @Test(arguments: [("90.0", "yes"), ("90.1", "no"), ("89.95", "no")])
    func twoFormsOfOneTarget(cap: String, agrees: String) throws {
        let index = try PlanSample(
            "x,A,X,某,binding,cap,,down,2015,100,t,,2020,<=,\(cap),t,no,plan,official",
            "c,A,C,丙,binding,cumulative-cut,,down,2015,100,t,,2020,<=,-10,%,no,plan,official",
            indicators: ["x": try #require(UnitOfMeasure("t")), "c": try #require(UnitOfMeasure("t"))]
        ).withSeries("x", ofRow: 1).run()
        #expect(index["c", "implied-cap", "A", .year(2020)]?.number == 90)
        #expect(index["c", "agrees-with-cap", "A", .year(2020)]?.word == agrees)
    }
}

extension PlanSample {
    /// The same plan, with the series that measures one of its rows named.
    func withSeries(_ series: String, ofRow row: Int) -> PlanSample {
        var copy = self
        copy.rows = rows.enumerated().map { ($0 == row ? series : "") + "," + $1 }
        copy.hasSeries = true
        return copy
    }
}
