import Declarations
import StatisticalData
import Testing

/// Texts that are right, and the places of what they say.
struct DecodingTests {
    @Test func everyShape() throws {
        let study = try SampleStudy(SampleStudy.full)
        #expect(study.kind == "composite-index")
        #expect(study.title == LocalisedText(en: "Green Development Index: 2016", zh: "绿色发展指数"))
        #expect(study.weight == 0.011)
        #expect(study.count == 109)
        #expect(study.open == true)
        #expect(study.known == KnownDate("2017-12-26"))
        #expect(study.period == .years(2016, 2019))
        #expect(study.areas == ["CN", "320000"])
        #expect(study.observed == ["resource-use": "gdi-resource-use", "green-living": "gdi-green-living"])
        #expect(study.weights == ["binding": 3, "other": 1.5])
    }

    @Test func optionalKeysMayBeMissing() throws {
        let study = try SampleStudy(SampleStudy.required)
        #expect(study.weight == nil && study.open == nil && study.areas == nil)
    }

    /// What YAML 1.1 takes for something else stays the text that was written.
    @Test(arguments: [
        "no", "yes", "on", "off", "y", "n", "320000", "0320", "1_000", "2019-01-31", "2016", "1e3", "0x10", "3.10",
        ".5",
        "12:30:45", "=", "<", "true", "江苏", "'null'", "\"~\"",
    ])
    func textStaysText(written: String) throws {
        let plain = written.trimmingPrefix { $0 == "'" || $0 == "\"" }.filter { $0 != "'" && $0 != "\"" }
        let study = try SampleStudy(
            SampleStudy.required + "areas: [\(written)]\nobserved: {a: \(written), \(written): b}\n")
        #expect(study.areas == [plain])
        #expect(study.observed == ["a": plain, plain: "b"])
    }

    @Test(
        arguments: [
            ("2019-01-31", "2019-01-31"), ("2019-01", "2019-01"), ("2019", "2019"), ("\"2019\"", "2019"),
            ("'2019-01-31'", "2019-01-31"),
        ])
    func dates(written: String, date: String) throws {
        #expect(try SampleStudy(SampleStudy.required + "known: \(written)\n").known == KnownDate(date))
    }

    @Test(
        arguments: [
            ("3", 3), ("-3.10", -3.1), ("1e3", 1000), ("0", 0), ("+5", 5), ("0.1", 0.1),
            ("123456789.125", 123_456_789.125),
        ] as [(String, Double)])
    func numbers(written: String, value: Double) throws {
        #expect(try SampleStudy(SampleStudy.required + "weight: \(written)\n").weight == value)
    }

    /// Line ends of other systems, a mark, comments, a start of document.
    @Test(arguments: [
        "kind: plan-ledger\r\ntitle: {en: Plan, zh: 规划}\r\n", "\u{FEFF}kind: plan-ledger\ntitle: {en: Plan, zh: 规划}\n",
        "---\nkind: plan-ledger # a comment\ntitle: {en: Plan, zh: 规划}\n...\n",
        "kind: plan-ledger\ntitle: {en: Plan, zh: 规划}",
        "{kind: plan-ledger, title: {en: Plan, zh: 规划}}",
        "kind: >-\n  plan-ledger\ntitle:\n  en: |-\n    Plan\n  zh: '规划'\n",
    ])
    func formsOfOneDeclaration(text: String) throws {
        #expect(try SampleStudy(text) == SampleStudy(SampleStudy.required))
    }

    @Test func places() throws {
        let declaration = try Declaration(SampleStudy.full, file: "a.yaml")
        func line(_ path: String...) -> Int? { declaration.root.place(of: path).line }
        #expect(line("kind") == 2)
        #expect(line("title", "zh") == 5)
        #expect(line("observed", "green-living") == 14)
        #expect(line("weights", "other") == 15)
        #expect(line("weights", "nothing") == 15)
        #expect(line("nothing") == 2)
        #expect(declaration.root["kind"]?.text == "composite-index")
        #expect(declaration.root["title"]?["zh"]?.text == "绿色发展指数")
        #expect(declaration.root["title"]?.text == nil)
        #expect(declaration.root["kind"]?.place == Place(file: "a.yaml", line: 2, column: "7"))
    }
}
