import StatisticalData
import Studies
import Testing

/// The five-year assessment as a study: points certain and possible from targets, ranks and rules.
struct TargetAssessmentStudyTests {
    private let study = "target-assessment-2016-2020"
    private let period = Period.years(2016, 2020)

    private func value(_ item: String, _ measure: String, _ period: Period? = nil) throws -> ResultValue? {
        try ExampleFolder.result(study)[item, measure, "320000", period ?? self.period]
    }

    /// Decided by figures of 2020: energy per GDP -20.64 (-17), good air days 81.0 (72), PM2.5 from 58 to 38 or less
    /// (-20 %), good surface water 87.5 (70), water worse than class V 0 (0). Everything else has no figure of 2020.
    @Test func outcomesOfJiangsu() throws {
        let met = ["energy-per-gdp-cut", "good-air-days", "pm25-cut", "surface-water-good", "surface-water-inferior"]
        let index = try ExampleFolder.result(study)
        let outcomes = index.result.values.filter { $0.key.measure == "outcome" }
        #expect(outcomes.count == 20)
        for outcome in outcomes {
            #expect(outcome.word == (met.contains(outcome.key.item) ? "met" : "unknown"), "\(outcome.key.item)")
        }
    }

    /// 4 + 5 + 5 + 3 + 5 points of targets; rank 9 of 2016 is 3.2, four years have 1.0 to 4: 29.2 to 99.2. If the open
    /// binding targets (37 points) were all missed, they count twice, and incidents take 20: -27.8.
    @Test func pointsOfJiangsu() throws {
        let expected = [
            ("resource-use", "points-certain", 4.0), ("environmental-protection", "points-certain", 18),
            ("annual-evaluation", "points-certain", 7.2), ("annual-evaluation", "points-possible", 19.2),
            ("public-satisfaction", "points-certain", 0), ("public-satisfaction", "points-possible", 10),
            ("binding", "missed-certain", 0), ("binding", "missed-possible", 11), ("binding", "deduction-possible", 37),
            ("environmental-incidents", "deduction-possible", 20), ("assessment", "points", 100),
            ("assessment", "earned-certain", 29.2), ("assessment", "earned-possible", 99.2),
            ("assessment", "points-certain", -27.8), ("assessment", "points-possible", 99.2),
        ]
        for (item, measure, number) in expected {
            #expect(agree(try value(item, measure)?.number, number), "\(item) \(measure)")
        }
        #expect(agree(try value("annual-evaluation", "points-certain", .year(2016))?.number, 3.2))
        #expect(try value("annual-evaluation", "rank", .year(2016))?.number == 9)
    }

    /// No grade, with every reason; and no point without the mark of its list.
    @Test func theGradeStaysOpen() throws {
        #expect(try value("assessment", "grade")?.word == "undetermined")
        let result = try ExampleFolder.result(study).result
        #expect(
            result.notices.map(\.code) == [
                "notice-grade-open-grade-limits", "notice-grade-open-binding-targets",
                "notice-grade-open-falsification",
            ])
        for value in result.values where value.key.measure.contains("points") {
            #expect(value.trust == .unverified, "\(value.key)")
        }
    }

    /// A figure of 2019 beyond the target does not decide a target of 2020: CO2 per GDP -24.5 of -20.5.
    @Test func onlyTheTargetYearDecides() throws {
        let achieved = try #require(try value("co2-per-gdp-cut", "achieved", .year(2019)))
        #expect(achieved.number == -24.5)
        #expect(try value("co2-per-gdp-cut", "outcome")?.word == "unknown")
    }

    @Test func withKnownRulesThereIsAGrade() throws {
        var sample = AssessmentSample()
        sample.rules += ["limit-excellent,,,90,,,", "limit-good,,,80,,,", "limit-qualified,,,60,,,"]
        let index = try sample.run()
        #expect(index["assessment", "points-certain", "A", Self.sampled]?.number == 88.5)
        #expect(index["assessment", "points-possible", "A", Self.sampled]?.number == 88.5)
        #expect(index["assessment", "grade", "A", Self.sampled]?.word == "good")
        #expect(index.result.notices.map(\.code) == ["notice-grade-by-points"])
        for value in index.result.values {
            guard let number = value.number else { continue }
            #expect(agree(number, try PlainEvaluator(index: index).evaluate(value).value), "\(value.key)")
        }
    }

    static let sampled = Period.years(2016, 2020)

    /// x is missed: its 20 points go. Inland points: y has 40 instead of 30, the whole is 110.
    @Test func missedTargetsAndInlandPoints() throws {
        var sample = AssessmentSample()
        sample.figure = "11"
        let index = try sample.run()
        #expect(index["x", "outcome", "A", Self.sampled]?.word == "missed")
        #expect(index["assessment", "points-possible", "A", Self.sampled]?.number == 68.5)
        #expect(index["assessment", "grade", "A", Self.sampled]?.word == "undetermined")
        sample = AssessmentSample()
        sample.yaml = sample.yaml.replacing("rules: rules.csv}", with: "rules: rules.csv, points: inland}")
        sample.yaml = sample.yaml.replacing("total-points: 100", with: "total-points: 110")
        sample.rows[0] = sample.rows[0].replacing(",50,", with: ",60,")
        #expect(try sample.run()["y", "points", "A", Self.sampled]?.number == 40)
    }

    @Test func anItemThatDoesNotApplyStaysOpen() throws {
        var sample = AssessmentSample()
        sample.yaml += "\nnot-applicable: [y]"
        let index = try sample.run()
        #expect(index["y", "outcome", "A", Self.sampled]?.word == "not applicable")
        #expect(index["y", "points-certain", "A", Self.sampled]?.number == 0)
        #expect(index["y", "points-possible", "A", Self.sampled]?.number == 30)
    }

    @Test func falsifiedDataDecide() throws {
        var sample = AssessmentSample()
        sample.yaml = sample.yaml.replacing("falsified: false", with: "falsified: true")
        let index = try sample.run()
        #expect(index["assessment", "grade", "A", Self.sampled]?.word == "unqualified")
        #expect(index.result.notices.map(\.code) == ["notice-grade-by-falsified"])
    }

    @Test(arguments: [
        ("group,50,", "group,49,", "assessment-points-do-not-sum list.csv:2:points"),
        ("y,g,", "y,h,", "assessment-unknown-group list.csv:4:points"),
        ("annual,20", "incidents,20", "assessment-needs-one-row list.csv"),
        ("target,20,", "target,x,", "csv-not-a-number list.csv:3:points"),
        ("y,g,Y,乙,target", "x,g,Y,乙,target", "assessment-duplicate list.csv:4:points"),
        ("annual-best,,,4", "annual-best,,,5", "assessment-points-do-not-sum rules.csv:2:value"),
        ("missed-share,,,0", "missed-share,,,2", "assessment-invalid-rule rules.csv"),
        ("unqualified-from,,,3", "unqualified-from,,,2.5", "csv-malformed-integer rules.csv:8:value"),
        ("annual-step", "annual-best", "assessment-duplicate rules.csv:3:id"),
        ("annual-step", "annual-stop", "csv-unknown-word rules.csv:3:id"),
        ("target: x", "target: z", "plan-unknown-target study.yaml"),
        ("x: {plan: P", "z: {plan: P", "framework-unknown-element study.yaml"),
        ("plan: P", "plan: Q", "plan-unknown study.yaml"),
        ("rank: r", "rank: q", "indicator-unknown study.yaml"),
        ("satisfaction: s", "satisfaction: m", "unit-mismatch study.yaml"),
        ("from: 2016", "from: 2021", "study-years-reversed study.yaml"),
        ("annual-areas,,,31", "annual-areas,,,5", "assessment-rank-out-of-range study.yaml"),
        ("incidents: 1", "incidents: -1", "assessment-negative-incidents study.yaml"),
        ("total-points: 100", "total-points: 99", "assessment-points-do-not-sum list.csv"),
        ("rules: rules.csv", "rules: rule.csv", "file-missing study.yaml"),
        ("falsified: false", "falsified: false\nnot-applicable: [q]", "framework-unknown-element study.yaml"),
    ])
    func faults(old: String, new: String, fault: String) throws {
        var sample = AssessmentSample()
        try sample.replace(old, by: new)
        let found = try sample.faults().map { $0.replacing("studies/", with: "") }
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test func theSampleItselfIsSound() throws {
        let found = try AssessmentSample().faults()
        #expect(found == [], "\(found)")
    }
}

/// Two targets of 20 and 30 points, ranks 9 in every year of five, satisfaction 80 %, one incident.
private struct AssessmentSample {
    var rows = [
        "g,,G,组,group,50,,,,", "x,g,X,甲,target,20,,yes,,", "y,g,Y,乙,target,30,40,no,,",
        "r,,R,丙,annual,20,,,,", "s,,S,丁,satisfaction,30,,,,", "i,,I,戊,incidents,0,,,,",
    ]
    var rules = [
        "annual-best,,,4,,,", "annual-step,,,0.1,,,", "annual-areas,,,31,,,", "points-per-satisfied,,,0.3,,,",
        "missed-share,,,0,,,",
        "deducted-once-more-from,,,2,,,", "unqualified-from,,,3,,,", "incident-deduction,,,5,,,",
        "incident-limit,,,20,,,",
    ]
    var figure = "20"
    var yaml = """
        kind: target-assessment
        title: {en: Sample, zh: 样例}
        framework: {file: list.csv, total-points: 100, rules: rules.csv}
        targets:
          file: targets.csv
          items:
            x: {plan: P, target: x}
            y: {plan: P, target: y}
        years: {from: 2016, to: 2020}
        rank: r
        satisfaction: s
        incidents: 1
        falsified: false
        """

    mutating func replace(_ old: String, by new: String) throws {
        let before = [yaml] + rows + rules
        yaml = yaml.replacing(old, with: new)
        rows = rows.map { $0.replacing(old, with: new) }
        rules = rules.map { $0.replacing(old, with: new) }
        try #require(before != [yaml] + rows + rules, "the sample does not hold \(old)")
    }

    private func workspace() throws -> SampleWorkspace {
        var workspace = SampleWorkspace()
        workspace.indicators = ["x": .percent, "y": .percent, "r": .one, "s": .percent]
        workspace.indicators["m"] = UnitOfMeasure("10^4 t")
        workspace.observations =
            try (2016...2020).map { try .printed($0 == 2016 ? "6" : "1", "r", String($0), unit: "1", trust: .press) }
            + [
                .printed(figure, "x", "2020", unit: "%"), .printed("30", "y", "2020", unit: "%"),
                .printed("80", "s", "2020", unit: "%"),
            ]
        let targets = ["x", "y"].map { "P,\($0),A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official" }
        workspace.files = [
            "list.csv": (["id,group,name_en,name_zh,kind,points,points_inland,binding,trust,note"] + rows)
                .joined(separator: "\n") + "\n",
            "rules.csv": (["id,name_en,name_zh,value,trust,note,note_zh"] + rules).joined(separator: "\n") + "\n",
            "targets.csv": ([PlanSample.header] + targets).joined(separator: "\n") + "\n",
        ]
        return workspace
    }

    func run() throws -> ResultIndex { try workspace().run(yaml) }

    func faults() throws -> [String] { try workspace().faults(yaml) }
}
