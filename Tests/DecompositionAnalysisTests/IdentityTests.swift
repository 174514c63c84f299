import DecompositionAnalysis
import Testing
import TestSupport

/// The text of an identity: what is read, and where it is at fault.
struct IdentityTests {
    @Test func ratiosOfSums() throws {
        let text = "emissions : output[] * output[region]/output[] as share*output[region,sector]/output[region]"
        let identity = try Identity(text)
        #expect(identity.target == "emissions")
        #expect(identity.factors.map(\.label) == ["output[]", "share", "output[region,sector]/output[region]"])
        #expect(identity.factors.map(\.position) == [13, 24, 57])
        #expect(identity.factors[1].numerator == Identity.Term("output", by: ["region"]))
        #expect(identity.factors[1].denominator == Identity.Term("output", by: []))
        #expect(identity.dimensions == ["region", "sector"])
        #expect(identity.names == ["emissions", "output"])
        #expect(!identity.isPlain && !identity.needsTarget)
    }

    @Test func sums() throws {
        let identity = try Identity("CO2 = GDP * sum(sector: share * intensity * sum(fuel: mix * factor))")
        #expect(identity.factors.map(\.label) == ["GDP", "share", "intensity", "mix", "factor"])
        #expect(identity.factors.map(\.level) == [nil, ["sector"], ["sector"], ["fuel"], ["fuel"]])
        #expect(identity.factors.map(\.constantOver) == [["sector", "fuel"], ["fuel"], ["fuel"], [], []])
        #expect(identity.isPlain)
    }

    /// Chinese names and signs, names in quotes, and `sum` and `as` as names.
    @Test func otherWords() throws {
        let identity = try Identity("能耗＝总产值 × 结构 as 结构效应 · sum（行业：'能耗 强度'÷a-b.c_2）")
        #expect(identity.factors.map(\.label) == ["总产值", "结构效应", "能耗 强度/a-b.c_2"])
        #expect(try Identity("sum = sum * as").factors.map(\.label) == ["sum", "as"])
    }

    static let faulty: [(String, [IdentityFault.Kind], [Int])] = [
        ("", [.empty], [1]), ("  ", [.empty], [1]), ("= a", [.name], [1]), ("V a", [.equals], [3]),
        ("V", [.equals], [2]), ("V =", [.name], [4]), ("V = a *", [.name], [8]), ("V = a b", [.trailing], [7]),
        ("V = a / b / c", [.trailing], [11]), ("V = a[x", [.bracket], [8]), ("V = a[x,]", [.name], [9]),
        ("V = a[x x]", [.bracket], [9]), ("V = sum(x a)", [.colon], [11]), ("V = sum(x: a", [.parenthesis], [5]),
        ("V = sum(x: a]", [.parenthesis], [13]), ("V = sum(x: a) * sum(y: b)", [.sums], [17]),
        ("V = a $ b ; c", [.character, .character], [7, 11]), ("V = 'a", [.quote], [5]), ("V = ''", [.quote], [5]),
        ("V = a * b * a", [.label], [13]), ("V = a as total", [.reserved], [5]),
        ("V = a[x,x] * sum(y: b * sum(y: c)) * b", [.dimension, .dimension, .label], [9, 29, 38]),
        ("V = a) * b", [.trailing], [6]), ("V = a as", [.name], [9]), ("V = (a * b)", [.name], [5]),
        ("V = sum(: a)", [.name], [9]),
    ]

    @Test(arguments: faulty)
    func faultsHaveTheirPlace(text: String, kinds: [IdentityFault.Kind], positions: [Int]) {
        let faults = #expect(throws: IdentityFaults.self) { try Identity(text) }
        #expect(faults?.list.map(\.kind) == kinds)
        #expect(faults?.list.map(\.position) == positions)
    }

    @Test func lengthDepthAndFactorsAreBounded() throws {
        func kinds(_ text: String) -> [IdentityFault.Kind] {
            do { _ = try Identity(text) } catch { return error.list.map(\.kind) }
            return []
        }
        let names = (1...33).map { "f\($0)" }
        #expect(kinds("V = " + names.joined(separator: "*")) == [.factors])
        #expect(kinds("V = " + names.dropLast().joined(separator: "*")) == [])
        let open = (1...9).map { "a\($0) * sum(d\($0): " }
        #expect(kinds("V = " + open.joined() + "b" + String(repeating: ")", count: 9)) == [.depth])
        #expect(kinds("V = " + open.dropLast().joined() + "b" + String(repeating: ")", count: 8)) == [])
        #expect(kinds("V = " + String(repeating: "a", count: 3997)) == [.tooLong])
        #expect(kinds("V = " + String(repeating: "a", count: 3996)) == [])
        #expect(kinds(String(repeating: "[", count: 4000)) == [.name])
    }

    /// Any text is read or has faults within it; what is read can be written and read again. Seed 20261125.
    @Test func anyText() {
        var random = SeededGenerator(seed: 20_261_125)
        let words = [
            "V", "=", ":", "*", "/", "[", "]", "(", ")", ",", "sum(", "as", "a", "b", "'", " ", "é", "结构", "$", "\n",
            "1",
            "sum(x:", "V = a * ", "total", "\u{0}", "👩‍👩‍👧",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined()
            do {
                let identity = try Identity(text)
                read += 1
                #expect(!identity.factors.isEmpty)
                let again = "'\(identity.target)'" + "=" + identity.factors.map(Self.written).joined(separator: "*")
                #expect((try? Identity(again))?.factors.map(\.label) == identity.factors.map(\.label), "\(text)")
            } catch {
                #expect(!error.list.isEmpty)
                #expect(error.list.allSatisfy { (1...text.count + 1).contains($0.position) }, "\(text)")
            }
        }
        #expect(read > 50)
    }

    /// A factor with its label; names that need quotes have them.
    private static func written(_ factor: Identity.Factor) -> String {
        func term(_ term: Identity.Term) -> String {
            "'\(term.name)'" + (term.detail.map { "[" + $0.map { "'\($0)'" }.joined(separator: ",") + "]" } ?? "")
        }
        return term(factor.numerator) + (factor.denominator.map { "/" + term($0) } ?? "") + " as '\(factor.label)'"
    }
}
