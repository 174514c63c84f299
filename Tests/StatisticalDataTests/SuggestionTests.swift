import Testing

@testable import StatisticalData
import TestSupport

/// The nearest valid word, and the distance it rests on.
struct SuggestionTests {
    /// Textbook pairs (Wagner and Fischer 1974; Wikipedia, "Levenshtein distance").
    @Test(arguments: [
        ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("flaw", "lawn", 2), ("gumbo", "gambol", 2),
        ("", "abc", 3),
        ("abc", "", 3), ("", "", 0), ("江苏省", "江苏", 1), ("绿色", "绿化", 1),
    ])
    func distance(left: String, right: String, expected: Int) {
        #expect(Suggestion.edits(Array(left), Array(right)) == expected)
    }

    @Test(arguments: [5, 1965] as [UInt64])
    func laws(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1000 {
            let (a, b, c) = (
                Self.word(using: &generator), Self.word(using: &generator), Self.word(using: &generator)
            )
            let ab = Suggestion.edits(a, b)
            #expect(ab == Suggestion.edits(b, a))
            #expect((ab == 0) == (a == b))
            #expect(Suggestion.edits(a, c) <= ab + Suggestion.edits(b, c))
            #expect(ab >= abs(a.count - b.count) && ab <= max(a.count, b.count))
            #expect(ab == Self.plainDistance(a[...], b[...]))
        }
    }

    @Test(
        arguments: [
            ("energy-per-gpd", "energy-per-gdp"), ("Energy-Per-GDP", "energy-per-gdp"), ("gdp", "gdp"), ("gpd", "gdp"),
            ("population-densty", "population-density"), ("entirely-different", nil), ("", nil), ("indikator", nil),
        ] as [(String, String?)])
    func nearest(word: String, expected: String?) {
        let candidates = ["population-density", "energy-per-gdp", "gdp", "water-use-total"]
        #expect(Suggestion.nearest(to: word, among: candidates) == expected)
    }

    @Test func endsOnLongWords() {
        let long = String(repeating: "a", count: 100_000)
        #expect(Suggestion.nearest(to: long, among: [long]) == nil)
        #expect(Suggestion.nearest(to: "gdp", among: [long, "gdq"]) == "gdq")
        #expect(Suggestion.nearest(to: "gdp", among: []) == nil)
    }

    /// No candidate is nearer than the one suggested.
    @Test func nothingIsNearer() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let candidates = (0..<6).map { _ in String(Self.word(using: &generator)) }
            let word = Self.word(using: &generator)
            let distances = candidates.map { Suggestion.edits(word, Array($0)) }
            let least = try #require(distances.min())
            let found = Suggestion.nearest(to: String(word), among: candidates)
            #expect(found == (least <= 2 ? candidates[try #require(distances.firstIndex(of: least))] : nil))
        }
    }

    private static func word(using generator: inout SeededGenerator) -> [Character] {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in "ab省".randomElement(using: &generator) ?? "a" }
    }

    /// The definition, without a table.
    private static func plainDistance(_ left: ArraySlice<Character>, _ right: ArraySlice<Character>) -> Int {
        guard let first = left.first else { return right.count }
        guard let other = right.first else { return left.count }
        if first == other { return plainDistance(left.dropFirst(), right.dropFirst()) }
        return 1
            + min(
                plainDistance(left.dropFirst(), right), plainDistance(left, right.dropFirst()),
                plainDistance(left.dropFirst(), right.dropFirst()))
    }
}
