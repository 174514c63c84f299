/// Writes runs of text as HTML: everything escaped, links only to web pages and to pages of the site.
enum InlineMarkup {
    /// The runs, one after the other.
    static func html(_ runs: [Run]) -> String {
        var html = ""
        for run in runs { add(run, to: &html) }
        return html
    }

    private static func add(_ run: Run, to html: inout String) {
        let href = run.href.flatMap { isSafe($0) ? $0 : nil }
        if run.isStrong { html += "<strong>" }
        if let href { html += "<a href=\"" + escaped(href) + "\">" }
        html += escaped(run.text)
        if href != nil { html += "</a>" }
        if run.isStrong { html += "</strong>" }
        guard let mark = run.mark else { return }
        html += "<abbr class=\"" + escaped(mark.style) + "\" title=\"" + escaped(mark.title) + "\">"
        html += escaped(mark.text) + "</abbr>"
    }

    /// Whether an address may be linked: `http`, `https`, or one without a scheme.
    ///
    /// Addresses come from source records, which anybody may have written: `javascript:` must not become a link.
    static func isSafe(_ address: String) -> Bool {
        guard let colon = address.firstIndex(of: ":") else { return true }
        if let other = address.firstIndex(where: { "/?#".contains($0) }), other < colon { return true }
        return ["http", "https"].contains(address[..<colon].lowercased())
    }

    /// Text with what HTML reads as markup replaced; control characters that HTML forbids left out.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || "&<>\"'".utf8.contains($0) }) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
