import Charts
import Testing

@Suite("SVG parts")
struct SVGTests {
    @Test(
        "text is escaped and forbidden characters are dropped",
        arguments: [
            ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"),
            ("</text><script>", "&lt;/text&gt;&lt;script&gt;"),
            ("\u{0}\u{8}a\u{1B}\u{85}\u{FFFE}\u{FFFF}b", "ab"), ("a\tb\nc", "a b c"), ("a\u{202E}b\u{2067}", "ab"),
            ("شرق 江苏 𠮷", "شرق 江苏 𠮷"),
        ])
    func escaping(text: String, escaped: String) {
        #expect(XMLText.escaped(text) == escaped)
    }

    @Test(
        "coordinates are rounded to 0.01",
        arguments: [
            (1.0, "1"), (1.5, "1.5"), (1.005_1, "1.01"), (-0.001, "0"), (-3.25, "-3.25"), (0.1 + 0.2, "0.3"),
            (2.05, "2.05"),
            (.nan, "0"), (.infinity, "10000000"), (-.infinity, "-10000000"),
        ])
    func coordinates(value: Double, text: String) {
        #expect(Coordinate.text(value) == text)
    }

    /// RFC 9923 and the authors' list of test vectors.
    @Test("FNV-1a", arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func hash(text: String, digits: String) {
        #expect(StableHash.hexadecimal(text) == digits)
    }

    @Test(
        "only harmless links are written",
        arguments: [
            ("a.html#x", true), ("../b?c=1:2", true), ("https://example.org/", true), ("#top", true),
            ("javascript:alert(1)", false), ("JAVASCRIPT:alert(1)", false), (" javascript:alert(1)", false),
            ("java\nscript:alert(1)", false), ("data:text/html,x", false), ("", false),
        ])
    func links(address: String, isWritten: Bool) {
        let chart = BarChart(
            frame: Samples.frame("Links"), bars: [Bar(label: "a", value: 1, href: address)], orientation: .horizontal,
            valueTitle: "v", categoryTitle: "c", style: .english(decimals: 0))
        #expect(chart.svg().contains("<a ") == isWritten)
        #expect((chart.table.rows[0][1].href != nil) == isWritten)
    }

    @Test("a key tells equal charts apart, and ids are those of title and description")
    func ids() throws {
        var first = Samples.barVertical.described(by: Phrases.english)
        let text = first.svg()
        let match = try #require(text.firstMatch(of: #/aria-labelledby="(t[0-9a-f]{16}) (d[0-9a-f]{16})"/#))
        #expect(text.contains("<title id=\"\(match.1)\">"))
        #expect(text.contains("<desc id=\"\(match.2)\">"))
        first.frame.key = "second"
        #expect(!first.svg().contains(match.1))
    }
}
