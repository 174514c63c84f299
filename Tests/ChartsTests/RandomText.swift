import TestSupport

/// Labels as bad as they come: markup, control characters, right-to-left, very long.
enum RandomText {
    private static let pieces = [
        "Jiangsu", " ", "江苏省", "，", "<script>alert(1)</script>", "]]>", "&amp;", "\u{0}\u{1}\u{1F}", "\"'", "مرحبا",
        "\u{202E}",
        "style=", "\u{FFFF}", "e\u{301}", "👩‍👩‍👧", "{name}", "\n", "-", "Verylongwordwithoutanyplacetobreakit", "…",
    ]

    static func make(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...12, using: &generator)
        return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    }
}
