import Programmes
import StatisticalData
import TestSupport
import Testing

@testable import IATI

/// Parts of the export; whole files are checked with the command.
struct ExportTests {
    @Test(arguments: [
        (1.0, "1"), (0.5, "0.5"), (1e21, "1000000000000000000000"), (1.25e-7, "0.000000125"),
        (-2.5e20, "-250000000000000000000"),
        (-1e-10, "-0.0000000001"),
    ])
    func numbersHaveNoExponent(value: Double, text: String) {
        #expect(IATIExport.plain(value) == text)
        #expect(Double(text) == value)
        #expect(XPathEvaluation.number(text) == value)
    }

    @Test func sharesAddUpToHundred() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let counts = (0..<(1 + Int(random.next() % 7))).map { ("\($0)", 1 + Int(random.next() % 40)) }
            let shares = IATIExport.shares(counts)
            #expect(shares.count == counts.count)
            let cents = shares.reduce(0.0) { $0 + ((Double($1.1) ?? 0) * 100).rounded() }
            #expect(cents == 10_000)
        }
        #expect(IATIExport.shares([]).isEmpty)
    }

    @Test func markupIsEscaped() {
        var writer = MarkupWriter()
        writer.element("a", [("b", "1 < \"2\" & 3"), ("c", nil)], text: "x > y\u{1}")
        #expect(writer.text.hasSuffix("<a b=\"1 &lt; &quot;2&quot; &amp; 3\">x &gt; y\u{FFFD}</a>\n"))
    }
}
