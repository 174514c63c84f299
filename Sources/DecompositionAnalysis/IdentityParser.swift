/// Reads the tokens of an identity by recursive descent, bounded in length, depth and number of factors.
struct IdentityParser {
    private(set) var target = ""
    private(set) var factors: [Identity.Factor] = []
    private let tokens: [IdentityToken]
    private var next = 0
    private var sums: [[String]] = []
    private var faults: [IdentityFault] = []

    init(_ text: String) throws(IdentityFaults) {
        tokens = try IdentityToken.tokens(text)
    }

    mutating func parse() throws(IdentityFaults) {
        target = try name()
        guard take("=") || take(":") else { throw fault(.equals) }
        try product()
        guard current.text.isEmpty, !current.isName else { throw fault(.trailing) }
        closeLabels()
        let all = sums.flatMap { $0 }
        for index in factors.indices {
            let enclosing = factors[index].constantOver
            factors[index].constantOver = all.filter { !enclosing.contains($0) }
        }
        guard faults.isEmpty else { throw IdentityFaults(list: faults.sorted { $0.position < $1.position }) }
    }

    private var current: IdentityToken { tokens[next] }

    private func fault(_ kind: IdentityFault.Kind, found: String? = nil, at position: Int? = nil) -> IdentityFaults {
        IdentityFaults(
            list: faults + [
                IdentityFault(
                    position: position ?? current.position, kind: kind, found: found ?? current.text)
            ])
    }

    private mutating func note(_ kind: IdentityFault.Kind, _ found: String, at position: Int) {
        faults.append(IdentityFault(position: position, kind: kind, found: found))
    }

    private mutating func take(_ sign: String) -> Bool {
        guard !current.isName, current.text == sign else { return false }
        next += 1
        return true
    }

    private mutating func name() throws(IdentityFaults) -> String {
        guard current.isName else { throw fault(.name) }
        defer { next += 1 }
        return current.text
    }

    /// Factors and at most one sum; `enclosing` are the dimensions of the sums around, the innermost last.
    private mutating func product(in enclosing: [[String]] = []) throws(IdentityFaults) {
        var hasSum = false
        repeat {
            if current.isName, current.text == "sum", tokens[next + 1].text == "(", !tokens[next + 1].isName {
                if hasSum { throw fault(.sums) }
                hasSum = true
                try sum(in: enclosing)
            } else {
                try factor(in: enclosing)
            }
        } while take("*")
    }

    private mutating func sum(in enclosing: [[String]]) throws(IdentityFaults) {
        guard enclosing.count < Identity.deepest else { throw fault(.depth, found: String(Identity.deepest)) }
        let start = current.position
        next += 2
        var dimensions: [String] = []
        repeat { dimensions.append(try dimension(beside: enclosing.flatMap { $0 } + dimensions)) } while take(",")
        guard take(":") else { throw fault(.colon) }
        sums.append(dimensions)
        try product(in: enclosing + [dimensions])
        guard take(")") else { throw fault(.parenthesis, at: current.text.isEmpty ? start : nil) }
    }

    private mutating func dimension(beside others: [String]) throws(IdentityFaults) -> String {
        let position = current.position
        let name = try name()
        if others.contains(name) { note(.dimension, name, at: position) }
        return name
    }

    private mutating func factor(in enclosing: [[String]]) throws(IdentityFaults) {
        let position = current.position
        let numerator = try term()
        let denominator = take("/") ? try term() : nil
        var label = numerator.description + (denominator.map { "/" + $0.description } ?? "")
        if current.isName, current.text == "as" {
            next += 1
            label = try name()
        }
        guard factors.count < Identity.mostFactors else {
            throw fault(.factors, found: String(Identity.mostFactors), at: position)
        }
        factors.append(
            Identity.Factor(
                label: label, numerator: numerator, denominator: denominator, level: enclosing.last,
                constantOver: enclosing.flatMap { $0 }, position: position))
    }

    private mutating func term() throws(IdentityFaults) -> Identity.Term {
        let name = try name()
        guard take("[") else { return Identity.Term(name) }
        var detail: [String] = []
        if take("]") { return Identity.Term(name, by: detail) }
        repeat { detail.append(try dimension(beside: detail)) } while take(",")
        guard take("]") else { throw fault(.bracket) }
        return Identity.Term(name, by: detail)
    }

    /// Effects are told apart by their names.
    private mutating func closeLabels() {
        var seen: Set<String> = [Identity.total]
        for factor in factors where !seen.insert(factor.label).inserted {
            note(factor.label == Identity.total ? .reserved : .label, factor.label, at: factor.position)
        }
    }
}
