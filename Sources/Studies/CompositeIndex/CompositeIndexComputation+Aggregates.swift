import CompositeIndicators
import StatisticalData

/// The scores of aggregates, parts first.
extension CompositeIndexComputation {
    mutating func addAggregates() throws {
        guard let outcome else { return }
        let ends = try intervals(outcome)
        for element in data.aggregates.reversed() + [index] {
            guard let column = outcome.aggregates.position(of: element) else { continue }
            for (row, unit) in outcome.aggregates.units.enumerated() {
                guard let area = areas.first(where: { $0.rawValue == unit }) else { continue }
                guard let score = outcome.aggregates[row, column] else {
                    if element == index {
                        builder.note(Notice("notice-area-not-scored", item: index, ["area": unit].merging(told) { $1 }))
                    }
                    continue
                }
                addScore(element, area, score, low: ends?.low[row, column], high: ends?.high[row, column])
            }
        }
    }

    private mutating func addScore(_ element: String, _ area: Area.ID, _ score: Double, low: Double?, high: Double?) {
        let parts = tree.parts(of: element).filter { builder[key($0, "score", area)] != nil }
        let method = recipe.methods.method(of: element, level: level(of: element))
        let derivation = AggregateDerivation(method)
        let own = parts.flatMap { part in
            (derivation.hasWeights ? weightInputs([part]) : [])
                + [DerivationInput("s(\(part))", .result(key(part, "score", area)))]
        }
        let others = derivation.comparesAreas ? comparison(element, except: area) : []
        builder.add(
            key(element, "score", area), .number(score, low: low, high: high), unit: scoreUnit,
            formula: derivation.formula, derivation.expression, from: own + others)
    }

    /// The scores of the parts in the other areas.
    private func comparison(_ element: String, except area: Area.ID) -> [DerivationInput] {
        tree.parts(of: element).flatMap { part in
            (isPooled ? moments.map(\.period) : [period]).flatMap { period in
                areas.map { builder.key(part, "score", $0, period) }
                    .filter { $0 != key(part, "score", area) && builder[$0] != nil }
                    .map { DerivationInput("s(\(part), \(row($0)))", .result($0)) }
            }
        }
    }

    /// The level of an aggregate: one more than the highest of its parts, observed elements being level 1.
    func level(of element: String) -> Int {
        if definition.observed[element] != nil { return 1 }
        return 1 + (tree.parts(of: element).map { level(of: $0) }.max() ?? 0)
    }

    /// The aggregates with every figure at the low and high end of what rounding leaves open; `nil` where figures go
    /// through steps that move with other figures, or where the method does not grow with each part.
    private func intervals(_ outcome: IndexMoment.Outcome) throws -> (low: IndicatorMatrix, high: IndicatorMatrix)? {
        guard steps.leavesFigures, data.metadata.allSatisfy({ $0.direction == 1 }) else { return nil }
        let elements = data.aggregates + [index]
        let isMonotone = elements.allSatisfy {
            AggregateDerivation(recipe.methods.method(of: $0, level: level(of: $0))).growsWithEachPart
        }
        guard isMonotone else { return nil }
        func run(_ sign: Double) throws -> IndicatorMatrix {
            try Aggregation.aggregate(
                moment.data.end(sign, of: definition), metadata: data.metadata, methods: recipe.methods,
                weights: outcome.weights, missing: recipe.missing)
        }
        return (try run(-1), try run(1))
    }
}

/// How a method of aggregation is explained.
struct AggregateDerivation {
    let formula: String
    let expression: String
    var hasWeights = true
    /// Whether the score rests on other areas too.
    var comparesAreas = false
    /// Whether a better part never makes the whole worse, other areas aside.
    var growsWithEachPart = true

    init(_ method: Aggregation.Method) {
        switch method {
        case .arithmetic: (formula, expression) = ("formula-weighted-mean", "I = Σ w·s / Σ w")
        case .geometric: (formula, expression) = ("formula-geometric-mean", "I = exp(Σ w·ln s / Σ w)")
        case .shiftedGeometric(let offset):
            (formula, expression) = ("formula-geometric-mean", "I = exp(Σ w·ln(s + \(offset)) / Σ w) − \(offset)")
        case .harmonic: (formula, expression) = ("formula-harmonic-mean", "I = Σ w / Σ (w / s)")
        case .generalised(let power):
            (formula, expression) = ("formula-generalised-mean", "I = (Σ w·s^\(power) / Σ w)^(1/\(power))")
        case .median: (formula, expression, hasWeights) = ("formula-median-part", "I = s₀.₅", false)
        case .minimum: (formula, expression, hasWeights) = ("formula-minimum-part", "I = min s", false)
        case .sum: (formula, expression, hasWeights) = ("formula-sum-part", "I = Σ s", false)
        default:
            (formula, expression, comparesAreas, growsWithEachPart) = (
                "formula-compared", "M(s)", true, false
            )
        }
    }
}
