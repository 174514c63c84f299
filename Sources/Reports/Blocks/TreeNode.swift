/// A node of a tree of lines, each of which can be opened.
struct TreeNode: Sendable {
    let runs: [Run]
    var children: [TreeNode] = []

    /// Levels that stand open at first.
    private static let open = 2

    /// The tree in HTML.
    var html: String { "<ul class=\"tree\">\n" + item(depth: 0) + "</ul>" }

    private func item(depth: Int) -> String {
        let line = InlineMarkup.html(runs)
        guard !children.isEmpty else { return "<li>" + line + "</li>\n" }
        return "<li><details\(depth < Self.open ? " open=\"open\"" : "")><summary>" + line + "</summary>\n<ul>\n"
            + children.map { $0.item(depth: depth + 1) }.joined() + "</ul></details></li>\n"
    }
}
