public import StatisticalData
import Studies

/// The page that shows how a value came about as a tree, down to the rows of the files.
struct DerivationPage {
    let context: PageContext
    let explanation: Explanation
    let value: ResultValue
    let index: ResultIndex

    private var wording: Wording { context.wording }

    func page() -> Page {
        var shown = Shown()
        return Page(
            path: context.path, title: label(value.key),
            lead: [
                Run(wording("derivation-lead") + " "),
                Run(wording("derivation-section"), href: context.links.explanation(value.key)),
            ],
            sections: [
                Section("tree", wording("derivation-tree-heading"), [.tree(node(explanation, &shown))])
            ], dataKnownOn: index.result.dataKnownOn, query: value.key.query)
    }

    /// What the tree holds so far.
    private struct Shown {
        var nodes = 0
        var values: Set<ResultKey> = []
    }

    /// Nodes beyond this many are cut; their values lead to their own trees.
    private static let most = 1000

    /// A node; a value that was opened before is not opened again.
    private func node(_ explanation: Explanation, _ shown: inout Shown) -> TreeNode {
        shown.nodes += 1
        let role = explanation.role.isEmpty ? [] : [Run(explanation.role + " = ")]
        let runs = role + runs(explanation)
        if case .result(let value) = explanation.content, !shown.values.insert(value.key).inserted,
            !explanation.inputs.isEmpty
        {
            return TreeNode(runs: runs + [Run(" "), Run(wording("derivation-again"))])
        }
        var children: [TreeNode] = []
        for input in explanation.inputs where shown.nodes < Self.most { children.append(node(input, &shown)) }
        return TreeNode(runs: runs, children: children)
    }

    private func runs(_ explanation: Explanation) -> [Run] {
        switch explanation.content {
        case .result(let value):
            let number = Run(
                context.numbers.text(value), href: context.links.derivation(value.key), mark: wording.mark(value.trust),
                isStrong: true)
            return [
                number, Run(wording("parenthesis", ["text": label(value.key)]) + " "),
                Run(wording(value.derivation.formula) + " " + value.derivation.expression),
            ]
        case .observation(let observation):
            return [
                context.run(observation).strong,
                Run(wording("parenthesis", ["text": place(observation.place)]) + " "), source(observation.source),
            ]
        case .declared(let declared):
            let text =
                switch declared.finding {
                case .number(let number, _, _): context.numbers.text(number, unit: declared.unit)
                case .word(let word): wording.finding(word)
                }
            let run = Run(
                text, href: context.links.row(declared.place), mark: wording.mark(declared.trust), isStrong: true)
            return [run, Run(wording("parenthesis", ["text": place(declared.place)]))]
                + (declared.source.map { [Run(" "), source($0)] } ?? [])
        }
    }

    private func label(_ key: ResultKey) -> String {
        let name = index.result.items.first { $0.id == key.item }?.name[context.language] ?? key.item
        let label = wording(
            "explain-label",
            ["item": name, "measure": wording.measure(key.measure), "period": key.period.description])
        return context.area(key.area) + wording("colon") + label
    }

    private func place(_ place: Place) -> String {
        wording("explain-place", ["file": place.file, "line": place.line.map(String.init) ?? "–"])
    }

    private func source(_ id: Source.ID) -> Run {
        let source = context.assessment.sources.first { $0.id == id }
        return Run(source?.title[context.language] ?? id.rawValue, href: context.links.source(id))
    }
}

extension Links {
    /// The tree of a value.
    func derivation(_ key: ResultKey) -> String { page("derivation") + "?" + key.query }
}

extension ResultKey {
    /// The key as the query of an address.
    var query: String {
        [
            ("study", study), ("item", item), ("measure", measure), ("area", area.rawValue),
            ("period", period.description),
        ].map { $0 + "=" + QueryText.encoded($1) }.joined(separator: "&")
    }

    /// Reads a key from the query of an address.
    ///
    /// - Throws: `RequestProblem.malformed` when a part is missing or the period is none.
    public init(_ items: [(name: String, value: String)]) throws(RequestProblem) {
        func value(_ name: String) throws(RequestProblem) -> String {
            guard let found = items.first(where: { $0.name == name }) else { throw RequestProblem.malformed }
            return found.value
        }
        guard let period = Period(try value("period")) else { throw RequestProblem.malformed }
        self.init(
            study: try value("study"), item: try value("item"), measure: try value("measure"),
            area: Area.ID(try value("area")), period: period)
    }
}
