/// A part of a page; exactly one of its members is set. Templates choose by it.
struct Block: Sendable {
    private(set) var paragraph: Paragraph?
    private(set) var facts: Facts?
    private(set) var table: Table?
    private(set) var figure: Figure?
    private(set) var list: List?
    private(set) var notice: Paragraph?
    private(set) var form: Form?
    private(set) var tree: TreeNode?
    private(set) var markup: Markup?

    /// HTML that is safe already.
    struct Markup: Sendable {
        let html: String
    }

    /// Running text.
    struct Paragraph: Sendable {
        let runs: [Run]
    }

    /// Large figures with labels.
    struct Facts: Sendable {
        let items: [Fact]
    }

    /// A large figure.
    struct Fact: Sendable {
        let label: String
        let value: [Run]
        let note: [Run]
    }

    /// A list.
    struct List: Sendable {
        let items: [Paragraph]
    }

    static func paragraph(_ runs: [Run]) -> Block {
        var block = Block()
        block.paragraph = Paragraph(runs: runs)
        return block
    }

    static func paragraph(_ text: String) -> Block {
        paragraph([Run(text)])
    }

    static func notice(_ runs: [Run]) -> Block {
        var block = Block()
        block.notice = Paragraph(runs: runs)
        return block
    }

    /// HTML that a renderer made and that is safe already.
    static func markup(_ html: String) -> Block {
        var block = Block()
        block.markup = Markup(html: html)
        return block
    }

    static func form(_ form: Form) -> Block {
        var block = Block()
        block.form = form
        return block
    }

    static func tree(_ tree: TreeNode) -> Block {
        var block = Block()
        block.tree = tree
        return block
    }

    static func facts(_ items: [Fact]) -> Block {
        var block = Block()
        block.facts = Facts(items: items)
        return block
    }

    static func table(_ table: Table) -> Block {
        var block = Block()
        block.table = table
        return block
    }

    static func figure(_ figure: Figure) -> Block {
        var block = Block()
        block.figure = figure
        return block
    }

    static func list(_ items: [[Run]]) -> Block {
        var block = Block()
        block.list = List(items: items.map { Paragraph(runs: $0) })
        return block
    }
}
