extension TextMetrics {
    /// Returns `text` in at most `lineCount` lines no wider than `limit`.
    ///
    /// Lines break at spaces, between ideographs (never before closing punctuation), and inside a word only if the
    /// word alone is too wide. What does not fit is replaced by an ellipsis.
    public static func wrapped(
        _ text: String, to limit: Double, size: Double, lineCount: Int, isBold: Bool = false
    ) -> [String] {
        func fits(_ line: String) -> Bool { width(line, size: size, isBold: isBold) <= limit }
        var lines = [""]
        for piece in pieces(text).flatMap({ fits(trimmed($0)) ? [$0] : $0.map(String.init) }) {
            let current = lines[lines.count - 1]
            if current.isEmpty || fits(trimmed(current + piece)) {
                lines[lines.count - 1] = current + piece
            } else if lines.count < max(lineCount, 1) {
                lines.append(piece)
            } else {
                lines[lines.count - 1] = trimmed(current) + "…"
                return lines.map { truncated(trimmed($0), to: limit, size: size, isBold: isBold) }
            }
        }
        return lines.map(trimmed)
    }

    /// Returns the width of the widest part of `text` that is not broken.
    static func widestPiece(_ text: String, size: Double) -> Double {
        pieces(text).map { width(trimmed($0), size: size) }.max() ?? 0
    }

    /// Cuts the text after spaces and around ideographs.
    private static func pieces(_ text: String) -> [String] {
        var result: [String] = []
        var mayBreak = true
        for character in text {
            let isIdeograph = character.unicodeScalars.first.map(isWide) ?? false
            let isClosing = "，。、；：！？）》】”’…".contains(character)
            if result.isEmpty || ((mayBreak || isIdeograph) && !isClosing) {
                result.append(String(character))
            } else {
                result[result.count - 1].append(character)
            }
            mayBreak = character.isWhitespace || (isIdeograph && !"（《【“‘".contains(character))
        }
        return result
    }

    private static func trimmed(_ text: String) -> String {
        var slice = text[...]
        while slice.last?.isWhitespace == true { slice.removeLast() }
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        return String(slice)
    }
}
