import CompositeIndicators
import StatisticalData

/// How scores go together: parts of one aggregate with each other and with the aggregate.
extension CompositeIndexComputation {
    mutating func addCorrelations() {
        for aggregate in [index] + data.aggregates {
            let parts = tree.parts(of: aggregate)
            for (position, first) in parts.enumerated() {
                for second in parts[(position + 1)...] { addCorrelation(first, second) }
                addCorrelation(first, aggregate)
            }
        }
    }

    private mutating func addCorrelation(_ first: String, _ second: String) {
        let common = areas.filter { number(first, "score", $0) != nil && number(second, "score", $0) != nil }
        func scores(_ item: String) -> [Double] { common.compactMap { number(item, "score", $0) } }
        let found = Correlation.coefficient(scores(first), scores(second))
        guard let value = found.value else { return }
        let item = first + "+" + second
        pairs.append(.init(item: item, first: first, second: second, count: common.count))
        furtherItems.append(ResultItem(id: item, name: name(of: first, and: second)))
        builder.add(
            key(item, "correlation", whole), .number(value), unit: .one, formula: "formula-correlation",
            "Σ (x − μ)(y − μ′) / √(Σ (x − μ)² · Σ (y − μ′)²)",
            from: [("x", first), ("y", second)].flatMap { symbol, element in
                common.map { DerivationInput("\(symbol)(\($0))", .result(key(element, "score", $0))) }
            })
    }

    private func name(of first: String, and second: String) -> LocalisedText {
        let names = [first, second].map { id in inputs.framework.rows.first { $0.id == id }?.name }
        return LocalisedText(
            en: names.map { $0?.en ?? "" }.joined(separator: " × "),
            zh: names.map { $0?.zh ?? "" }.joined(separator: " × "))
    }
}
