internal import Foundation

/// The change of a total between two moments, shared out among the factors whose product it is.
///
/// V = sum over cells i of the product over factors k of x_ki. Additive effects sum to V^T - V^0, multiplicative ones
/// multiply to V^T/V^0, without a residual; ``residual`` tells how nearly.
public struct Decomposition: Hashable, Sendable {
    /// How the change was shared out.
    public let method: DecompositionMethod
    /// The names of the factors.
    public let factors: [String]
    /// The names of the cells.
    public let cells: [String]
    /// What each cell adds to each effect, by cell and factor; of multiplicative methods the logarithm.
    public let terms: [[Double]]
    /// The total at the first moment.
    public let start: Double
    /// The total at the last moment.
    public let end: Double
    /// What a reader should know.
    public let notices: [Notice]

    /// What a reader should know of a result.
    public enum Notice: Hashable, Sendable {
        /// Several factors of a cell are zero at one moment: the change of the cell is split equally among them.
        case splitEqually(cell: String, factors: [String])
        /// A factor or a cell changes sign, so Shapley stands in for the method asked for.
        case fallback(cells: [String])
    }

    /// Shares a change out.
    ///
    /// - Parameter fallsBack: whether Shapley stands in for an additive method where a sign changes.
    /// - Throws: `DecompositionFaults` with all that was found.
    public init(
        _ values: FactorCells, method: DecompositionMethod = .lmdi1Additive, fallsBack: Bool = false
    ) throws(DecompositionFaults) {
        try values.faults().throwIfAny()
        let (before, after) = (values.before, values.after)
        let turning = method == .shapley ? [] : Self.signChanges(values)
        var used = method
        if !turning.isEmpty {
            guard fallsBack, !method.isMultiplicative else {
                throw DecompositionFaults(list: turning.map { .signChange(cell: values.cells[$0]) })
            }
            used = .shapley
        }
        let (start, end) = (before.compensatedSum(), after.compensatedSum())
        guard start.isFinite, end.isFinite, (end - start).isFinite else {
            throw DecompositionFaults(list: [.outOfRange(cell: "")])
        }
        var notices: [Notice] = used == method ? [] : [.fallback(cells: turning.map { values.cells[$0] })]
        if used == .shapley {
            terms = try Self.shapley(values)
        } else {
            if used.isMultiplicative || used.isSecond, start == 0 || end == 0 || (start > 0) != (end > 0) {
                throw DecompositionFaults(list: [.noRatio(start: start, end: end)])
            }
            terms = try Self.logarithmic(values, start: start, end: end, method: used)
            notices += Self.splits(values)
        }
        self.method = used
        factors = values.factors
        cells = values.cells
        self.start = start
        self.end = end
        self.notices = notices
        if !(residual <= Self.tolerance) { throw DecompositionFaults(list: [.notExact(residual: residual)]) }
    }

    private init(joining parts: [Decomposition], first: Decomposition, last: Decomposition) {
        method = parts.contains { $0.method == .shapley } ? .shapley : first.method
        factors = first.factors
        cells = first.cells
        terms = first.cells.indices.map { cell in
            first.factors.indices.map { factor in parts.map { $0.terms[cell][factor] }.compensatedSum() }
        }
        start = first.start
        end = last.end
        notices = parts.reduce(into: []) { all, part in
            all += part.notices.filter { !all.contains($0) }
        }
    }

    /// Joins the steps of a chain: additive effects are summed, multiplicative ones multiplied. `nil` without steps,
    /// or for steps of different factors or cells.
    public static func chained(_ steps: [Decomposition]) -> Decomposition? {
        guard let first = steps.first, let last = steps.last,
            steps.allSatisfy({ $0.factors == first.factors && $0.cells == first.cells })
        else { return nil }
        return Decomposition(joining: steps, first: first, last: last)
    }

    /// A residual from here on is an error.
    static let tolerance = 1e-9
}

extension Decomposition {
    /// The effects of the factors.
    public var effects: [Double] { effects(ofCells: Array(cells.indices)) }

    /// What some cells contribute to the effects.
    public func effects(ofCells positions: [Int]) -> [Double] {
        factors.indices.map { factor in
            let sum = positions.map { terms[$0][factor] }.compensatedSum()
            return method.isMultiplicative ? exp(sum) : sum
        }
    }

    /// The whole change: the difference of the totals, or their ratio.
    public var total: Double { method.isMultiplicative ? end / start : end - start }

    /// The change that the effects of some cells make up: their sum, or their product.
    public func total(ofCells positions: [Int]) -> Double {
        let effects = effects(ofCells: positions)
        return method.isMultiplicative ? effects.reduce(1, *) : effects.compensatedSum()
    }

    /// How far the effects are from the whole change, relative to the largest number involved.
    public var residual: Double {
        let effects = effects
        if method.isMultiplicative { return abs(effects.reduce(1, *) / total - 1) }
        let scale = (effects + [start, end]).map { abs($0) }.max() ?? 0
        return scale == 0 ? 0 : abs((effects + [start, -end]).compensatedSum()) / scale
    }

    /// The largest difference between the effects of two methods, as a share of the whole change; `nil` without change.
    public func largestDifference(from other: Decomposition) -> Double? {
        guard total != 0, effects.count == other.effects.count else { return nil }
        return zip(effects, other.effects).map { abs(($0 - $1) / total) }.max()
    }

    /// Cells in which a logarithm is not defined.
    private static func signChanges(_ values: FactorCells) -> [Int] {
        values.cells.indices.filter { cell in
            zip(values.start[cell], values.end[cell]).contains { $0 != 0 && $1 != 0 && ($0 > 0) != ($1 > 0) }
        }
    }
}
