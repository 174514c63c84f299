import Testing

@testable import Courses

/// Formulas of exercises: values, order of operations, everything that is refused.
struct FormulaTests {
    private static let figures: [String: [Double]] = [
        "changes": [-4.7, -5.7, -6.1, -3.05, -3.1], "one": [2], "pair": [3, 4],
    ]

    @Test(arguments: [
        ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("2 ^ 3 ^ 2", 512), ("-2^2", -4), ("7 - 2 - 1", 4), ("8 / 4 / 2", 1),
        ("sum(pair)", 7), ("mean(pair)", 3.5), ("product(pair)", 12), ("count(changes)", 5), ("median(changes)", -4.7),
        ("min(pair)", 3), ("max(pair)", 4), ("first(pair)", 3), ("last(pair)", 4), ("at(pair, 2)", 4),
        ("above(pair, 3)", 1), ("below(changes, -4)", 3), ("sum(pair * pair)", 25), ("sum(one * pair)", 14),
        ("sqrt(sum(pair^2))", 5), ("abs(-3)", 3), ("round(2.345 * 100, 0)", 235), ("ln(exp(2))", 2),
        ("correlation(pair, pair * 2 + 1)", 1), ("deviation(pair)", 0.5.squareRoot()),
        // A change of 21 per cent in two years is 10 per cent a year.
        ("yearly(21, 2)", 10),
    ])
    func values(text: String, expected: Double) throws {
        #expect(abs(try Formula(text).number(Self.figures) - expected) < 1e-12)
    }

    /// Changes in per cent compound: two times 10 per cent are 21, a fall by half and a rise by half are -25.
    @Test func changesCompound() throws {
        #expect(abs(try Formula("compound(c)").number(["c": [10, 10]]) - 21) < 1e-12)
        #expect(abs(try Formula("compound(c)").number(["c": [-50, 50]]) + 25) < 1e-12)
        #expect(try Formula("sum(c)").number(["c": [-50, 50]]) == 0)
    }

    @Test(arguments: [
        ("1 +", Formula.Failure.unreadable("")), ("1 2", .unreadable("2")), ("(1", .unreadable("")),
        ("", .unreadable("")),
        ("sum(pair", .unreadable("")), ("a $ b", .unreadable("$ b")), ("1.2.3", .unreadable("1.2.3")),
        ("eval(1)", .unknownFunction("eval")), (String(repeating: "(", count: 200) + "1", .tooLong),
        (String(repeating: "1+", count: 300) + "1", .tooLong), (String(repeating: "-", count: 100) + "1", .tooLong),
    ])
    func unreadable(text: String, failure: Formula.Failure) {
        #expect(throws: failure) { try Formula(text) }
    }

    @Test(arguments: [
        ("other", Formula.Failure.unknownName("other")), ("pair", .notOne(2)), ("pair + changes", .lengths(2, 5)),
        ("1 / 0", .notFinite), ("ln(0)", .notFinite), ("sqrt(-1)", .notFinite), ("sum(pair, pair)", .wrongCount("sum")),
        ("at(pair, 3)", .wrongCount("at")), ("at(pair, 0)", .wrongCount("at")),
        ("correlation(pair, changes)", .lengths(2, 5)),
    ])
    func notComputable(text: String, failure: Formula.Failure) throws {
        let formula = try Formula(text)
        #expect(throws: failure) { try formula.number(Self.figures) }
    }

    @Test func namesAreTold() throws {
        #expect(try Formula("sum(a * b) / c - 1").names == ["a", "b", "c"])
    }
}
