import StatisticalData
import Studies
import Testing

/// Progress within thresholds as a study.
struct GreenEconomyProgressStudyTests {
    private func value(_ item: String, _ measure: String) throws -> ResultValue? {
        try ExampleFolder.result("green-economy-progress")[item, measure, "320000", .year(2020)]
    }

    /// Energy per GDP: the five annual changes make -20.6405 % of -17; PM2.5: from 58 to 37.5 is -35.3448 % of -20.
    @Test func progressOfJiangsu() throws {
        #expect(agree(try value("energy-use", "progress")?.number, 20.6405 / 17, within: 1e-5))
        #expect(agree(try value("air-pollution", "progress")?.number, (20.5 / 58) / 0.2))
        #expect(try value("energy-use", "progress-class")?.word == "on target")
        #expect(try value("mean-years-schooling", "progress-class")?.word == "no data")
        #expect(try value("progress-index", "with-progress")?.number == 2)
        #expect(try value("progress-index", "indicators")?.number == 13)
        #expect(try value("progress-index", "dashboard-indicators")?.number == 6)
        #expect(try value("progress-index", "dashboard-with-progress")?.number == 0)
    }

    /// Thresholds are not known: no weight, no index, and every result says that the formula is not the official one.
    @Test func thereIsNoIndexWithoutThresholds() throws {
        let result = try ExampleFolder.result("green-economy-progress").result
        #expect(try value("progress-index", "index")?.word == "undetermined")
        #expect(!result.values.contains { $0.key.measure.hasSuffix("weight") })
        #expect(result.notices.map(\.code) == ["notice-not-official-formula", "notice-no-progress-index"])
        guard case .greenEconomyProgress(let detail) = result.detail else {
            Issue.record("another kind of study")
            return
        }
        #expect(!detail.isOfficialFormula)
        #expect(detail.indicators.count { !$0.isDashboard } == 13 && detail.indicators.count { $0.isDashboard } == 6)
        for value in result.values where value.word != nil { #expect(value.trust >= .press) }
    }

    /// x from 10 to 16 of 20 with threshold 25: P = 0.6, raw weight 2.5; y from 40 down to 25 of 30, threshold 20: P = 1.5,
    /// raw weight 2. Index (0.6·2.5 + 1.5·2)/4.5 = 1; with a cap of 1, (1.5 + 2)/4.5.
    @Test func indexByHand() throws {
        var sample = ProgressSample()
        for (cap, expected) in [("", 1.0), ("\ncap: 1", 3.5 / 4.5)] {
            sample.cap = cap
            let index = try sample.run()
            #expect(agree(index["progress-index", "index", "A", .year(2020)]?.number, expected))
            #expect(agree(index["x", "weight", "A", .year(2020)]?.number, 2.5 / 4.5))
            #expect(agree(index["y", "raw-weight", "A", .year(2020)]?.number, 2))
            #expect(index["x", "progress-class", "A", .year(2020)]?.word == "below expectation")
            #expect(index["z", "progress-class", "A", .year(2020)]?.word == "no data")
            #expect(index.result.notices.map(\.code) == ["notice-not-official-formula"])
            for value in index.result.values {
                guard let number = value.number else { continue }
                #expect(agree(number, try PlainEvaluator(index: index).evaluate(value).value), "\(value.key)")
            }
        }
    }

    /// The figure of another year than the one looked at does not count, and is no regress.
    @Test func anotherYearHasNoData() throws {
        var sample = ProgressSample()
        sample.year = 2019
        let index = try sample.run()
        #expect(index["x", "progress-class", "A", .year(2019)]?.word == "no data")
        #expect(index["progress-index", "index", "A", .year(2019)]?.word == "undetermined")
    }

    @Test(arguments: [
        ("up,25", "up,0", "progress-threshold-not-positive list.csv:2:threshold"),
        ("up,25", "down,25", "progress-against-direction list.csv:2:threshold"),
        ("up,25", "none,25", "csv-unknown-word list.csv:2:direction"),
        ("%,up,25", "t,up,25", "unit-mismatch list.csv:2:threshold"),
        ("%,up,25", "no unit,up,25", "csv-malformed-unit list.csv:2:unit"),
        ("y,index", "x,index", "progress-duplicate list.csv:3:threshold"),
        ("x: {plan: P, target: x}", "q: {plan: P, target: x}", "framework-unknown-element study.yaml"),
        ("2015,10,%", "2015,20,%", "progress-target-is-base list.csv:2:threshold"),
        ("figures: {z: x}", "figures: {q: x}", "framework-unknown-element study.yaml"),
        ("figures: {z: x}", "figures: {z: q}", "indicator-unknown study.yaml"),
        ("list.csv", "lost.csv", "file-missing study.yaml"),
    ])
    func faults(old: String, new: String, fault: String) throws {
        var sample = ProgressSample()
        try sample.replace(old, by: new)
        let found = try sample.faults().map { $0.replacing("studies/", with: "") }
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test func capAndSample() throws {
        var sample = ProgressSample()
        let found = try sample.faults()
        #expect(found == [], "\(found)")
        sample.cap = "\ncap: 0"
        #expect(try sample.faults().contains { $0.hasPrefix("progress-cap-not-positive studies/study.yaml") })
    }
}

/// Two indicators of the index with targets and one of the dashboard without.
private struct ProgressSample {
    var cap = ""
    var year = 2020
    var rows = ["x,index,X,甲,%,up,25", "y,index,Y,乙,%,down,20", "z,dashboard,Z,丙,any of two,up,"]
    var targets = [
        "P,x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official",
        "P,y,A,Y,某,binding,level,,down,2015,40,%,,2020,<=,30,%,no,plan,official",
    ]
    var yaml = """
        kind: green-economy-progress
        title: {en: Sample, zh: 样例}
        framework: list.csv
        targets: {file: targets.csv, items: {x: {plan: P, target: x}, y: {plan: P, target: y}}}
        figures: {z: x}
        """

    mutating func replace(_ old: String, by new: String) throws {
        let before = [yaml] + rows + targets
        yaml = yaml.replacing(old, with: new)
        rows = rows.map { $0.replacing(old, with: new) }
        targets = targets.map { $0.replacing(old, with: new) }
        try #require(before != [yaml] + rows + targets, "the sample does not hold \(old)")
    }

    private func workspace() throws -> SampleWorkspace {
        var workspace = SampleWorkspace()
        workspace.indicators = ["x": .percent, "y": .percent]
        workspace.observations = [
            try .printed("16", "x", "2020", unit: "%"), try .printed("25", "y", "2020", unit: "%"),
        ]
        workspace.files = [
            "list.csv": (["id,part,name_en,name_zh,unit,direction,threshold"] + rows).joined(separator: "\n") + "\n",
            "targets.csv": ([PlanSample.header] + targets).joined(separator: "\n") + "\n",
        ]
        return workspace
    }

    func run() throws -> ResultIndex { try workspace().run(yaml + "\nyear: \(year)" + cap) }

    func faults() throws -> [String] { try workspace().faults(yaml + "\nyear: \(year)" + cap) }
}
