import Declarations
import StatisticalData
import Testing

/// What does not fit the schema is named with its line, all of it in one run.
struct SchemaTests {
    /// Each row: a text after the two required lines, and the fault.
    @Test(
        arguments: [
            ("wieght: 3\n", "yaml-unknown-key:3:wieght"), ("observed:\n  a: {b: c}\n", "yaml-not-a-text:4:observed.a"),
            ("weight: many\n", "yaml-not-a-number:3:weight"), ("weight: 1,5\n", "yaml-not-a-number:3:weight"),
            ("weight: 1_000\n", "yaml-not-a-number:3:weight"), ("weight: .nan\n", "yaml-not-a-number:3:weight"),
            ("weight: .inf\n", "yaml-not-a-number:3:weight"), ("weight: -.Inf\n", "yaml-not-a-number:3:weight"),
            ("weight: nan\n", "yaml-not-a-number:3:weight"), ("weight: infinity\n", "yaml-not-a-number:3:weight"),
            ("weight: 1e400\n", "yaml-not-a-number:3:weight"), ("weight: 1:30\n", "yaml-not-a-number:3:weight"),
            ("weight: 0x10\n", "yaml-not-a-number:3:weight"), ("weight: 0x1p4\n", "yaml-not-a-number:3:weight"),
            ("weight: ''\n", "yaml-not-a-number:3:weight"), ("weight:\n", "yaml-not-a-number:3:weight"),
            ("weight: ~\n", "yaml-not-a-number:3:weight"), ("weight: [1]\n", "yaml-not-a-number:3:weight"),
            ("weight: {a: 1}\n", "yaml-not-a-number:3:weight"),
            ("weights:\n  a: 1\n  b: x\n", "yaml-not-a-number:5:weights.b"),
            ("weights: {a: .nan}\n", "yaml-not-a-number:3:weights.a"), ("weights: 3\n", "yaml-not-a-mapping:3:weights"),
            ("weights: [3]\n", "yaml-not-a-mapping:3:weights"), ("count: 1.5\n", "yaml-not-a-integer:3:count"),
            ("count: 99999999999999999999\n", "yaml-not-a-integer:3:count"),
            ("count: 1_000\n", "yaml-not-a-integer:3:count"),
            ("open: yes\n", "yaml-not-a-boolean:3:open"), ("open: on\n", "yaml-not-a-boolean:3:open"),
            ("open: True\n", "yaml-not-a-boolean:3:open"), ("open: 1\n", "yaml-not-a-boolean:3:open"),
            ("known: 2019-02-29\n", "yaml-not-a-date:3:known"), ("known: 2019-1-31\n", "yaml-not-a-date:3:known"),
            ("period: 2019-13\n", "yaml-not-a-period:3:period"), ("period: 2019/2016\n", "yaml-not-a-period:3:period"),
            ("areas: CN\n", "yaml-not-a-list:3:areas"), ("areas: {a: b}\n", "yaml-not-a-list:3:areas"),
            ("areas:\n- CN\n- [a]\n", "yaml-not-a-text:5:areas"), ("areas:\n- CN\n-\n", "yaml-not-a-text:5:areas"),
            ("areas:\n", "yaml-not-a-list:3:areas"), ("observed: [a]\n", "yaml-not-a-mapping:3:observed"),
        ])
    func oneFault(text: String, fault: String) {
        #expect(SampleStudy.faults(of: SampleStudy.required + text) == [fault])
    }

    @Test(
        arguments: [
            ("title: {en: a, zh: b}\n", ["yaml-missing-key:1:kind"]),
            ("kind: plan-ledger\n", ["yaml-missing-key:1:title"]),
            ("kind: plan-ledger\ntitle:\n  en: a\n", ["yaml-missing-key:3:title.zh"]),
            ("kind: plan-ledgre\ntitle: {en: a, zh: b}\n", ["yaml-unknown-word:1:kind"]),
            ("kind: Plan-Ledger\ntitle: {en: a, zh: b}\n", ["yaml-unknown-word:1:kind"]),
            ("kind: [plan-ledger]\ntitle: {en: a, zh: b}\n", ["yaml-not-a-text:1:kind"]),
            ("plan\n", ["yaml-not-a-mapping:1:-"]), ("- a\n- b\n", ["yaml-not-a-mapping:1:-"]),
            ("~\n", ["yaml-not-a-mapping:1:-"]),
            ("{}\n", ["yaml-missing-key:1:kind", "yaml-missing-key:1:title"]),
        ] as [(String, [String])])
    func wholeText(text: String, faults: [String]) {
        #expect(SampleStudy.faults(of: text) == faults)
    }

    @Test func allFaultsInOneRun() {
        let text = """
            kind: index
            tilte: {en: a, zh: b}
            weight: x
            count: 0.5
            known: never
            areas: 3
            weights: {a: b, c: 3, d: e}
            """
        #expect(
            Set(SampleStudy.faults(of: text)) == [
                "yaml-unknown-word:1:kind", "yaml-unknown-key:2:tilte", "yaml-missing-key:1:title",
                "yaml-not-a-number:3:weight", "yaml-not-a-integer:4:count", "yaml-not-a-date:5:known",
                "yaml-not-a-list:6:areas", "yaml-not-a-number:7:weights.a", "yaml-not-a-number:7:weights.d",
            ])
    }

    @Test func nearestIsSuggested() throws {
        let faults = try #require(throws: Faults.self) {
            try SampleStudy("kind: plan-leger\ntitle: {en: a, zh: b, zn: c}\nqqqqqqqqq: 1\n")
        }.list
        #expect(faults.map { $0.arguments["nearest"] } == ["plan-ledger", "en", "-"])
        #expect(faults.last?.arguments["expected"]?.hasPrefix("kind, title, weight") == true)
    }

    /// A number, date or word in quotes either counts or is refused where it stands, never without a line.
    @Test(arguments: ["weight: \"5\"", "count: '5'", "open: \"true\"", "known: \"2019\"", "weights: {a: \"5\"}"])
    func quotedValues(text: String) {
        for fault in SampleStudy.faults(of: SampleStudy.required + text + "\n") {
            #expect(fault.hasPrefix("yaml-not-a-"), "\(fault)")
            #expect(fault.contains(":3:"), "\(fault)")
        }
    }

    /// YAML 1.1 reads 010 as eight: it must be ten, as everybody reads it, or be refused.
    @Test(arguments: [("010", 10), ("-010", -10), ("0100", 100), ("007", 7), ("08", 8), ("+5", 5), ("-0", 0)])
    func leadingZeros(written: String, value: Int) {
        let text = SampleStudy.required + "count: \(written)\n"
        do throws(Faults) {
            #expect(try SampleStudy(text).count == value)
        } catch {
            #expect(SampleStudy.faults(of: text) == ["yaml-not-a-integer:3:count"])
        }
    }

    @Test func faultsAreCounted() throws {
        let entries = (0..<500).map { "  k\($0): x\n" }.joined()
        let faults = try #require(throws: Faults.self) {
            try SampleStudy(SampleStudy.required + "weights:\n" + entries)
        }.list
        #expect(faults.count == 101)
        #expect(faults.last?.arguments == ["count": "400"])
    }
}
