import Declarations
import StatisticalData
import Testing

/// Texts that are no declaration, or use what is refused.
struct RefusalTests {
    /// The faults of parsing alone, as `code:line`.
    static func faults(of text: String) -> [String] {
        do throws(Faults) {
            _ = try Declaration(text, file: "a.yaml")
            return []
        } catch {
            return error.list.map { "\($0.code):\($0.place.line ?? 0)" }
        }
    }

    @Test(
        arguments: [
            ("", ["yaml-empty:0"]), (" \n\n", ["yaml-empty:0"]), ("# only\n# comments\n", ["yaml-empty:0"]),
            ("\u{FEFF}", ["yaml-empty:0"]),
            ("a: 1\n\tb: 2\n", ["yaml-malformed:2"]), ("a:\n\t- b\n", ["yaml-malformed:2"]),
            ("a: 1\n---\nb: 2\n", ["yaml-malformed:2"]),
            ("a: [1, 2\nb: 3\n", ["yaml-malformed:2"]), ("a: 'x\n", ["yaml-malformed:2"]),
            ("a: b: c\n", ["yaml-malformed:1"]),
            ("a: 1\nb: 2\n c: 3\n", ["yaml-malformed:3"]), ("a: 1\nb: 2\na: 3\n", ["yaml-malformed:1"]),
            ("a: @b\n", ["yaml-malformed:1"]),
            ("a: %b\n", ["yaml-malformed:1"]), ("}\n", ["yaml-malformed:1"]), ("a: \"\\q\"\n", ["yaml-malformed:1"]),
            ("a: \u{7}\n", ["yaml-malformed:0"]), ("a: *b\n", ["yaml-malformed:1"]),
            ("[a]: b\n", ["yaml-key-not-text:1"]), ("a: 1\n? {b: c}\n: d\n", ["yaml-key-not-text:2"]),
            ("a: 1\n? [b]\n", ["yaml-key-not-text:2"]),
        ] as [(String, [String])])
    func malformed(text: String, faults: [String]) {
        #expect(Self.faults(of: text) == faults)
    }

    @Test(
        arguments: [
            ("a: &x 1\n", 1), ("a: 1\nb: &x {c: d}\n", 2), ("a: &x [1]\n", 1), ("&x\na: b\n", 1),
            ("a: 1\n&k b: 2\n", 2),
            ("a: &x 1\nb: *x\n", 1), ("a: 1\n? &k b\n: 2\n", 2),
        ])
    func anchors(text: String, line: Int) {
        #expect(Self.faults(of: text).first == "yaml-anchor:\(line)")
    }

    /// An anchored value is refused wherever it is used.
    @Test(arguments: ["a: &x 1\n*x : 2\n", "a: &x {p: q}\nb:\n  <<: *x\n"])
    func aliases(text: String) {
        #expect(Self.faults(of: text).contains("yaml-anchor:1"))
    }

    /// A tag is refused or changes nothing.
    @Test(arguments: [
        "kind: !!str plan-ledger\ntitle: {en: Plan, zh: 规划}\n", "kind: !own plan-ledger\ntitle: {en: Plan, zh: 规划}\n",
        "kind: plan-ledger\ntitle: !!map {en: Plan, zh: 规划}\n", "kind: plan-ledger\ntitle: !!set {en: Plan, zh: 规划}\n",
        "kind: plan-ledger\ntitle: {en: !!binary Plan, zh: !!timestamp 规划}\n",
        "!!omap\nkind: plan-ledger\ntitle: {en: Plan, zh: 规划}\n",
    ])
    func tags(text: String) throws {
        guard SampleStudy.faults(of: text).isEmpty else { return }
        #expect(try SampleStudy(text) == SampleStudy(SampleStudy.required))
    }

    @Test func duplicateKeysAreNamed() throws {
        let fault = try #require(throws: Faults.self) {
            try Declaration("x: 1\nb:\n  weight: 1\n  other: 2\n  weight: 3\n", file: "a.yaml")
        }.list.first
        #expect(fault?.code == "yaml-malformed")
        #expect(fault?.arguments["found"]?.contains("weight") == true)
        #expect([3, 5].contains(fault?.place.line))
    }

    @Test(arguments: [
        String(repeating: "[", count: 5000), String(repeating: "{a: ", count: 5000),
        String(repeating: "- ", count: 5000),
        String(repeating: "[", count: 500_000), String(repeating: "? ", count: 5000),
        String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
        (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        String(repeating: "[", count: 41) + String(repeating: "]", count: 41),
    ])
    func tooDeep(text: String) {
        #expect(
            ["yaml-too-deep:1", "yaml-malformed", "yaml-too-deep"].contains {
                Self.faults(of: text).first?.hasPrefix($0) == true
            })
    }

    @Test func asDeepAsAllowed() {
        #expect(Self.faults(of: String(repeating: "[", count: 39) + String(repeating: "]", count: 39)) == [])
    }

    @Test func tooLarge() {
        let comment = "# " + String(repeating: "x", count: 1 << 20) + "\na: 1\n"
        #expect(Self.faults(of: comment) == ["yaml-too-large:0"])
        #expect(Self.faults(of: "[" + String(repeating: "a,", count: 150_000) + "]") == ["yaml-too-large:0"])
    }

    /// Each level repeats the one before nine times: 9^12 values if they were ever written out.
    @Test(arguments: ["k12: *a11", "k12: {x: *a11}", "? *a11\n: 1", "? [*a11]\n: 1", "{*a11 : 1, *a10 : 2}"])
    func billionLaughs(last: String) throws {
        var text = "k0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            text +=
                "k\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        let faults = Self.faults(of: text + last + "\n")
        #expect(faults.first?.hasPrefix("yaml-") == true)
        #expect(faults.count <= 200)
    }
}
