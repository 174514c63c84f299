public import StatisticalData

/// Checks a file against the standard: its structure, the rules, the codes.
public struct IATICheck {
    let tree: IATITree
    let file: String
    let now: KnownDate
    private let evaluation: XPathEvaluation
    private(set) var findings: [Fault] = []

    /// All that is found in a file, in the order of its lines; nothing for a file without fault.
    ///
    /// - Parameters:
    ///   - now: the day of the check; dates after it are in the future.
    /// - Throws: a `Fault` for what cannot be read as XML.
    public static func findings(_ bytes: [UInt8], file: String, on now: KnownDate) throws(Fault) -> [Fault] {
        let tree = try IATIReader.read(bytes, file: file)
        var check = IATICheck(tree: tree, file: file, now: now)
        check.structure()
        for rule in IATIRules.standard { check.apply(rule) }
        return check.findings.enumerated().sorted {
            ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
        }
        .map(\.element)
    }

    init(tree: IATITree, file: String, now: KnownDate) {
        self.tree = tree
        self.file = file
        self.now = now
        evaluation = XPathEvaluation(tree: tree)
    }

    /// Adds a finding at an element.
    mutating func add(
        _ message: IATIMessage, _ severity: Fault.Severity, at element: Int, _ arguments: [String: String]
    ) {
        let place = Place(file: file, line: tree.elements[element].line, column: tree.path(of: element))
        findings.append(Fault("iati-" + message.rawValue, at: place, severity: severity, arguments))
    }

    /// Applies a rule to every element it is about.
    mutating func apply(_ rule: IATIRule) {
        guard let context = XPath(rule.context), !tree.elements.isEmpty else { return }
        for node in evaluation.nodes(context, at: .element(0)) {
            let values: [String?]
            if let each = rule.each, let path = XPath(each) {
                var seen: Set<String> = []
                values = evaluation.nodes(path, at: node).map { evaluation.text($0) }
                    .filter { seen.insert($0).inserted && !$0.contains("'") }
            } else {
                values = [nil]
            }
            for value in values { apply(rule, at: node, value) }
        }
    }

    private mutating func apply(_ rule: IATIRule, at node: XPathNode, _ value: String?) {
        func expression(_ text: String) -> XPath? {
            XPath(
                value.map { text.split(separator: "$1", omittingEmptySubsequences: false).joined(separator: $0) }
                    ?? text)
        }
        if let condition = rule.condition.flatMap(expression), !evaluation.holds(condition, at: node) { return }
        func nodes(_ path: String) -> [XPathNode] {
            expression(path).map { evaluation.nodes($0, at: node) } ?? []
        }
        func holds(_ text: String) -> Bool { expression(text).map { evaluation.holds($0, at: node) } ?? false }
        for breach in breaches(rule.kind, at: node, nodes: nodes, holds: holds) {
            var arguments = breach.arguments
            arguments["rule"] = rule.id
            add(rule.message, rule.severity, at: breach.node.element, arguments)
        }
    }

    /// A breach: where, and what the message names.
    struct Breach {
        let node: XPathNode
        var arguments: [String: String] = [:]
    }

    private func breaches(
        _ kind: IATIRule.Kind, at node: XPathNode, nodes: (String) -> [XPathNode], holds: (String) -> Bool
    ) -> [Breach] {
        switch kind {
        case .atLeastOne(let paths):
            let isThere = paths.contains { !nodes($0).isEmpty }
            return isThere ? [] : [Breach(node: node, arguments: ["expected": paths.joined(separator: ", ")])]
        case .noMoreThanOne(let paths):
            let found = paths.flatMap(nodes)
            return found.count <= 1 ? [] : [Breach(node: found.last ?? node, arguments: ["found": String(found.count)])]
        case .unique(let paths):
            let found = paths.flatMap(nodes)
            return Set(found.map(evaluation.text)).count == found.count
                ? [] : [Breach(node: found.last ?? node, arguments: ["found": found.last.map(evaluation.text) ?? ""])]
        case .prefix(let path, let prefixes):
            let texts = prefixes.flatMap(nodes).map(evaluation.text)
            return told(nodes(path)) { text in texts.contains { text.hasPrefix($0 + "-") } }
        case .agency(let path):
            return told(nodes(path)) { $0.prefixMatch(of: /[A-Z]{2}-[A-Z0-9_]+-./) != nil }
        case .everyLanguage: return every("narrative", lacks: "xml:lang", unless: "xml:lang", at: node)
        case .everyCurrency: return currencies(at: node)
        case .everySector:
            guard nodes("sector").isEmpty else { return [] }
            return nodes("transaction[not(sector)]").map { Breach(node: $0) }
        case .notAfterNow(let path): return future(nodes(path))
        case .order(let first, let second): return disordered(nodes(first), nodes(second))
        case .between(let path):
            return outside(nodes(path), nodes("period-start/@iso-date"), nodes("period-end/@iso-date"))
        case .oneYear: return long(nodes("period-start/@iso-date"), nodes("period-end/@iso-date"))
        case .noReserved(let path):
            return told(nodes(path)) { text in !text.isEmpty && !text.contains { "/&|?".contains($0) } }
        case .noSpaces(let path):
            return told(nodes(path)) { text in
                !(text.first?.isWhitespace ?? false) && !(text.last?.isWhitespace ?? false)
            }
        case .sum(let paths): return wrongSum(paths.flatMap(nodes), at: node)
        case .percentage(let path):
            return told(nodes(path)) { (0...100).contains(XPathEvaluation.number($0)) }
        case .implies(let first, let second, _):
            return !holds(first) || holds(second) ? [] : [Breach(node: node)]
        }
    }

    /// Breaches of the nodes whose text is not right.
    private func told(_ nodes: [XPathNode], _ isRight: (String) -> Bool) -> [Breach] {
        nodes.compactMap { node in
            let text = evaluation.text(node)
            return isRight(text) ? nil : Breach(node: node, arguments: ["found": String(text.prefix(60))])
        }
    }

    private func every(_ name: String, lacks attribute: String, unless standard: String, at node: XPathNode) -> [Breach]
    {
        guard tree.elements[node.element].attributes[standard] == nil else { return [] }
        return descendants(of: node.element).filter {
            tree.elements[$0].name == name && tree.elements[$0].attributes[attribute] == nil
        }.map { Breach(node: .element($0)) }
    }

    /// Elements that carry money: `value`, `forecast`, `loan-status`.
    private func currencies(at node: XPathNode) -> [Breach] {
        ["value", "forecast", "loan-status"].flatMap {
            every($0, lacks: "currency", unless: "default-currency", at: node)
        }
    }

    private func descendants(of position: Int) -> [Int] {
        tree.elements[position].children.flatMap { [$0] + descendants(of: $0) }
    }

    private func wrongSum(_ nodes: [XPathNode], at node: XPathNode) -> [Breach] {
        let sum = nodes.reduce(0) { $0 + XPathEvaluation.number(evaluation.text($1)) }
        let rounded = (sum * 10_000).rounded() / 10_000
        return rounded == 100
            ? [] : [Breach(node: node, arguments: ["found": nodes.isEmpty ? "-" : Decimals.text(rounded)])]
    }
}
