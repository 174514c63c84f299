import TestSupport
import Testing

@testable import Markdown

/// Markdown as safe HTML.
struct MarkdownTests {
    @Test(arguments: [
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>\n"), ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>\n"),
        ("    x < y", "<pre><code>x &lt; y\n</code></pre>\n"), ("[a](b.html)", "<p><a href=\"b.html\">a</a></p>\n"),
        ("", ""), ("江苏**绿色**", "<p>江苏<strong>绿色</strong></p>\n"),
    ])
    func texts(text: String, html: String) {
        #expect(Markdown.html(text) == html)
    }

    @Test func tablesAndHeadings() {
        let html = Markdown.html("# T\n\n## S\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", demotedBy: 1, withoutTitle: true)
        #expect(!html.contains("T<") && html.hasPrefix("<h3>S</h3>"))
        #expect(html.contains("<th>a</th>") && html.contains("<td>2</td>"))
        #expect(Markdown.html("###### x", demotedBy: 3) == "<h6>x</h6>\n")
    }

    /// No raw HTML, no addresses of scripts, no images.
    @Test(arguments: [
        "<script>alert(1)</script>", "a <b onclick=\"x\">c</b>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:x)",
        "[a](data:text/html,x)", "![x](https://example.org/a.png)", "![[x](y)](javascript:x)", "<iframe src=x>",
        "[a](vbscript:x)", "<!-- x -->", "<a href=\"javascript:x\">y</a>", "[x]: javascript:alert(1)\n\n[x]",
    ])
    func nothingThatRuns(text: String) {
        let html = Markdown.html(text).lowercased().replacing("<!-- raw html omitted -->", with: "")
        for word in ["<script", "<iframe", "<img", "onclick=", "javascript:", "vbscript:", "data:", "<b "] {
            #expect(!html.contains(word), "\(html)")
        }
    }

    /// Seed 81: any text is rendered, and every bracket in it comes from the renderer.
    @Test func anyText() {
        var random = SeededGenerator(seed: 81)
        let pieces = [
            "<", ">", "*", "_", "`", "[", "](", ")", "!", "#", "\n", " ", "|", "-", "a", "江", "\u{0}", "&", "\\",
            "javascript:",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            let html = Markdown.html(text.joined())
            #expect(!html.contains("<img") && !html.contains("href=\"javascript"))
        }
    }
}
