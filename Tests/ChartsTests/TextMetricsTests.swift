import Charts
import Testing
import TestSupport

@Suite("Text metrics")
struct TextMetricsTests {
    @Test(
        "widths in em with five per cent",
        arguments: [
            ("江苏", 2.0), ("2024", 2.22), ("1.5", 1.388), ("", 0.0), ("，", 1.0), ("e\u{301}", 0.53),
        ])
    func widths(text: String, em: Double) {
        #expect(abs(TextMetrics.width(text, size: 10) - em * 10 * 1.05) < 1e-9)
    }

    @Test("cut and wrapped text fits, and wrapped text is whole if there are lines enough", arguments: 0..<200)
    func fits(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = RandomText.make(&generator)
        let limit = Double.random(in: 30...300, using: &generator)
        #expect(TextMetrics.width(TextMetrics.truncated(text, to: limit, size: 13), size: 13) <= limit)
        let lines = TextMetrics.wrapped(text, to: limit, size: 13, lineCount: 3)
        #expect(lines.count <= 3)
        #expect(lines.allSatisfy { TextMetrics.width($0, size: 13) <= limit })
        let whole = TextMetrics.wrapped(text, to: limit, size: 13, lineCount: 1000).joined()
        #expect(whole.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    }

    @Test("Chinese breaks between characters, but not before punctuation")
    func chinese() {
        #expect(TextMetrics.wrapped("绿色发展，指数", to: 4.5 * 10.5, size: 10, lineCount: 3) == ["绿色发", "展，指数"])
    }
}
