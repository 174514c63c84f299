import StatisticalData
import Studies
import Testing

/// What is wrong with a study is told with its line, all of it in one run.
struct StudyFaultTests {
    private func faults(_ yaml: String) -> [String] {
        do {
            _ = try Study(id: "s", yaml: yaml, file: "s.yaml")
            return []
        } catch {
            return error.list.map { $0.code + " " + $0.place.description }
        }
    }

    @Test func unknownKeyMissingKeyAndWrongShapeEachHaveTheirLine() {
        let found = faults(
            """
            kind: plan-ledger
            title: {en: A, zh: 甲}
            targts: {file: f.csv, plan: P}
            earlier-views: [soon]
            """)
        #expect(found.contains { $0.hasPrefix("yaml-unknown-key s.yaml:3") })
        #expect(found.contains { $0.hasPrefix("yaml-missing-key s.yaml:1") })
        #expect(found.contains { $0.hasPrefix("yaml-not-a-date s.yaml:4") })
        #expect(found.count == 3)
    }

    @Test(arguments: [
        ("title: {en: A, zh: 甲}", "study-without-kind s.yaml:1"),
        ("title: {en: A, zh: 甲}\nkind: composite", "study-unknown-kind s.yaml:2"),
        ("kind: growth-identity\ntitle: A", "yaml-not-a-mapping s.yaml:2"),
    ])
    func kindAndTitle(yaml: String, fault: String) {
        #expect(faults(yaml).contains { $0.hasPrefix(fault) }, "\(faults(yaml))")
    }

    /// A sound row, in which one thing is replaced.
    private static let row = "x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official"

    @Test(arguments: [
        ("x,A,", "x,D,", "area-unknown targets.csv:2:area"),
        ("x,A,", "z,A,", "indicator-unknown targets.csv:2:indicator"),
        ("20,%,no", "20,t,no", "unit-mismatch targets.csv:2:unit"),
        ("10,%,,2020", "10,t,,2020", "unit-mismatch targets.csv:2:base_unit"),
        ("no,plan", "no,nowhere", "source-unknown targets.csv:2:source"),
        ("binding", "bindung", "csv-unknown-word targets.csv:2:nature"),
        (">=,20", ">=,many", "csv-not-a-number targets.csv:2:target"),
        (",2020,", ",20x0,", "csv-malformed-integer targets.csv:2:target_year"),
        (",2020,", ",,", "csv-empty-field targets.csv:2:target_year"),
        (",2015,", ",2021,", "target-base-year-not-before targets.csv:2:target"),
        (
            "level,,up,2015,10,%,,2020,>=", "cumulative-cut,,down,2015,,,,2020,<=",
            "target-sign-against-form targets.csv:2:target"
        ),
    ])
    func faultsOfATarget(old: String, new: String, fault: String) throws {
        #expect(Self.row.contains(old))
        let found = try PlanSample(Self.row.replacing(old, with: new)).faults()
        #expect(found.contains(fault), "\(found)")
    }

    @Test func everyFaultyRowIsTold() throws {
        let good = "x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official"
        let bad = "x,D,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official"
        let found = try PlanSample(good, bad, bad).faults()
        #expect(found.contains("area-unknown targets.csv:3:area") && found.contains("area-unknown targets.csv:4:area"))
        #expect(try PlanSample(good, good).faults() == ["plan-duplicate-target targets.csv:3"])
    }

    @Test func unknownPlanFileAndYears() throws {
        var sample = PlanSample("x,A,X,某,binding,level,,up,2015,10,%,,2020,>=,20,%,no,plan,official")
        sample.workspace.files["targets.csv"] = nil
        let wrong = sample.yaml.replacing("plan: P", with: "plan: Q")
        sample.workspace.files["targets.csv"] = PlanSample.header + "\n"
        #expect(try sample.workspace.faults(wrong) == ["plan-unknown studies/study.yaml:3:36"])
        sample.workspace.files["targets.csv"] = nil
        #expect(try sample.workspace.faults(sample.yaml) == ["file-missing studies/study.yaml:3:17"])
        let growth = """
            kind: growth-identity
            title: {en: A, zh: 甲}
            ratio: x
            numerator: unknown
            areas: {parent: V}
            years: {from: 2020, to: 2016}
            peers: [Q]
            """
        #expect(
            try sample.workspace.faults(growth).sorted() == [
                "area-unknown studies/study.yaml:5:8", "area-unknown studies/study.yaml:7:8",
                "indicator-unknown studies/study.yaml:4:12", "study-years-reversed studies/study.yaml:6:8",
            ])
    }
}
