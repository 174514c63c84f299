/// A small dense linear program: the largest c.x with A x <= b, x >= 0, b >= 0, by the simplex method on a tableau.
///
/// The origin is feasible, so no first phase is needed. Largest-coefficient pivots, and Bland's rule (1977) once pivots
/// no longer raise the value, which rules out cycling.
enum Simplex {
    /// A constraint: coefficients.x <= bound.
    struct Row {
        let coefficients: [Double]
        let bound: Double
    }

    /// A solution.
    struct Solution {
        let value: Double
        let point: [Double]
        /// Whether the optimum is an edge rather than a corner, or the corner is degenerate.
        let mayHaveOthers: Bool
    }

    /// Smaller numbers are taken as zero; the caller scales coefficients to about 1.
    static let tolerance = 1e-11

    static func maximum(
        objective: [Double], constraints: [Row]
    ) throws(BenefitOfTheDoubtError) -> Solution {
        var tableau = Tableau(objective: objective, constraints: constraints)
        var stalled = 0
        for _ in 0..<(50 * (objective.count + constraints.count) + 1000) {
            guard let column = tableau.entering(byBland: stalled > 2 * objective.count) else {
                return tableau.solution
            }
            guard let row = tableau.leaving(column) else { throw .notSolved }
            let before = tableau.value
            tableau.pivot(row: row, column: column)
            stalled = tableau.value > before + tolerance ? 0 : stalled + 1
        }
        throw .notSolved
    }
}

/// The tableau: one row a constraint, and the objective last; one column a variable outside the basis, and the bounds.
private struct Tableau {
    private var cells: [[Double]]
    private var outside: [Int]
    private var basis: [Int]
    private let variables: Int

    init(objective: [Double], constraints: [Simplex.Row]) {
        variables = objective.count
        cells = constraints.map { $0.coefficients + [$0.bound] } + [objective.map { -$0 } + [0]]
        outside = Array(0..<variables)
        basis = Array(variables..<(variables + constraints.count))
    }

    var value: Double { cells[basis.count][variables] }

    /// A variable that raises the objective.
    func entering(byBland: Bool) -> Int? {
        let costs = cells[basis.count]
        let candidates = outside.indices.filter { costs[$0] < -Simplex.tolerance }
        return byBland
            ? candidates.min { outside[$0] < outside[$1] } : candidates.min { costs[$0] < costs[$1] }
    }

    /// The constraint that binds first; of equals that of the smallest variable.
    func leaving(_ column: Int) -> Int? {
        var best: (row: Int, ratio: Double)?
        for row in basis.indices where cells[row][column] > Simplex.tolerance {
            let ratio = max(0, cells[row][variables]) / cells[row][column]
            guard let current = best else {
                best = (row, ratio)
                continue
            }
            let isTie = abs(ratio - current.ratio) <= 1e-15
            if isTie ? basis[row] < basis[current.row] : ratio < current.ratio { best = (row, ratio) }
        }
        return best?.row
    }

    mutating func pivot(row: Int, column: Int) {
        let inverse = 1 / cells[row][column]
        for index in cells[row].indices where index != column { cells[row][index] *= inverse }
        cells[row][column] = inverse
        for other in cells.indices where other != row {
            let factor = cells[other][column]
            guard factor != 0 else { continue }
            for index in cells[other].indices where index != column {
                cells[other][index] -= factor * cells[row][index]
            }
            cells[other][column] = -factor * inverse
        }
        (outside[column], basis[row]) = (basis[row], outside[column])
    }

    var solution: Simplex.Solution {
        var point = Array(repeating: 0.0, count: variables)
        for (row, variable) in basis.enumerated() where variable < variables {
            point[variable] = max(0, cells[row][variables])
        }
        let isEdge = cells[basis.count].dropLast().contains { abs($0) <= 1e-9 }
        return Simplex.Solution(value: value, point: point, mayHaveOthers: isEdge)
    }
}
