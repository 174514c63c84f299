/// Whether the factors multiply to the total: as written, and by the figures.
extension IdentityEvaluation {
    /// Equal terms cancel; what is left must be the total in full detail. Where it is not, only the figures can tell,
    /// and there must be figures of the total; an identity of plain columns needs none.
    mutating func checkCancelling() {
        guard !identity.isPlain, !cancels else { return }
        if identity.needsTarget || data.columns[identity.target] == nil {
            add(.leftover(leftover, target: identity.target))
        }
    }

    /// Whether equal terms cancel down to the total.
    var cancels: Bool {
        let counts = self.counts
        return counts.count == 1
            && counts.first.map { $0.term == full(Identity.Term(identity.target)) && $0.count == 1 } ?? false
    }

    /// The product of the factors is the total of the data: cell by cell, or, where the data repeat the total in every
    /// row, the sum.
    mutating func checkProduct(_ factors: [[Double?]], at moment: Int, tolerance: Double) {
        guard !cancels, let target = data.columns[identity.target]?[moment] else { return }
        let products = factors.map { $0.reduce(1) { $0 * ($1 ?? 0) } }
        let differing = data.cells.indices.filter { cell in
            guard let value = target[cell] else { return false }
            return !Self.isNear(products[cell], value, tolerance)
        }
        guard !differing.isEmpty else { return }
        let level = identity.factors.flatMap { $0.level ?? [] }
        let outer = data.dimensions.filter { !level.contains($0) }
        let (ofCell, labels) = data.groups(by: outer)
        let sums = DetailedData.sums(products, ofCell, count: labels.count)
        let repeats = data.cells.indices.allSatisfy { cell in
            guard let value = target[cell], let sum = sums[ofCell[cell]] else { return false }
            return Self.isNear(sum, value, tolerance)
        }
        guard !repeats else { return }
        for cell in differing {
            add(
                .notProduct(
                    target: identity.target, moment: data.moments[moment], cell: data.name(cell),
                    found: products[cell], expected: target[cell] ?? 0, line: data.lines[moment][cell]))
        }
    }

    private static func isNear(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
        abs(left - right) <= tolerance * max(abs(left), abs(right))
    }

    /// The terms that do not cancel, those above the line with positive counts.
    private var counts: [(term: Identity.Term, count: Int)] {
        var terms: [Identity.Term] = []
        var counts: [Identity.Term: Int] = [:]
        for factor in identity.factors {
            for (term, sign) in [(factor.numerator, 1), factor.denominator.map { ($0, -1) }].compactMap({ $0 }) {
                let term = full(term)
                if counts[term] == nil { terms.append(term) }
                counts[term, default: 0] += sign
            }
        }
        return terms.compactMap { term in counts[term].flatMap { $0 == 0 ? nil : (term, $0) } }
    }

    /// A term that names every dimension is the same as one in full detail; the order of dimensions tells nothing.
    private func full(_ term: Identity.Term) -> Identity.Term {
        guard let detail = term.detail else { return term }
        let isFull = data.dimensions.allSatisfy(detail.contains)
        return Identity.Term(term.name, by: isFull ? nil : detail.sorted())
    }

    /// What is left, as text.
    private var leftover: String {
        func text(_ sign: Int) -> String {
            let terms = counts.filter { $0.count.signum() == sign }
            return terms.flatMap { Array(repeating: $0.term.description, count: abs($0.count)) }.joined(separator: "*")
        }
        let (above, below) = (text(1), text(-1))
        return (above.isEmpty ? "1" : above)
            + (below.isEmpty ? "" : "/" + (below.contains("*") ? "(" + below + ")" : below))
    }
}
