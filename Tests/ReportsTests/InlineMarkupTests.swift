import Testing

@testable import Reports
import TestSupport

/// What texts of anybody become in HTML.
struct InlineMarkupTests {
    @Test(arguments: [
        "http://a.example/b", "https://a.example/b?c=d:e#f", "HTTPS://a.example", "a.html", "../zh/index.html#x:y",
        "#L12", "?a=b:c", "files/a:b.html", "",
    ])
    func safe(address: String) {
        #expect(InlineMarkup.isSafe(address))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
        "java\nscript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "mailto:a@b.example",
        "ftp://a.example", "javascript:http://a.example", ":", "http :x",
    ])
    func unsafe(address: String) {
        #expect(!InlineMarkup.isSafe(address))
        let html = InlineMarkup.html([Run("x", href: address)])
        #expect(html == "x")
    }

    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"), ("a\u{0}\u{1}\u{8}b", "ab"),
        ("a\tb\nc", "a\tb\nc"), ("\u{7F}", ""), ("绿色", "绿色"), ("&amp;", "&amp;amp;"),
    ])
    func escaped(text: String, html: String) {
        #expect(InlineMarkup.escaped(text) == html)
    }

    @Test func runs() {
        let mark = Run.Mark(text: "<u>", title: "a\"b", style: "mark")
        let html = InlineMarkup.html([Run("1 < 2", href: "a.html?b=1&c=2", mark: mark, isStrong: true), Run(" &")])
        #expect(
            html == "<strong><a href=\"a.html?b=1&amp;c=2\">1 &lt; 2</a></strong>"
                + "<abbr class=\"mark\" title=\"a&quot;b\">&lt;u&gt;</abbr> &amp;")
    }

    /// Random text of the characters that hurt: what comes out holds no markup, and reads back as what went in.
    @Test(arguments: [UInt64(1), 2, 3])
    func randomTextReadsBack(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("<>&\"'ab;#绿 ")
        for _ in 0..<200 {
            let text = String((0..<12).compactMap { _ in letters.randomElement(using: &generator) })
            let html = InlineMarkup.escaped(text)
            #expect(!html.contains { "<>\"'".contains($0) })
            #expect(html.firstMatch(of: /&(?!(amp|lt|gt|quot|#39);)/) == nil)
            let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
                .reduce(html) { $0.replacing($1.0, with: $1.1) }
            #expect(back == text)
        }
    }
}
