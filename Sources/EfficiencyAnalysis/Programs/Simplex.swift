/// A dense revised simplex for programs of few rows and many columns.
///
/// The inverse of the basis is kept in full. The entering column is the one with the smallest reduced cost, after
/// thirty pivots without progress the first with a negative one (Bland), which cannot cycle. The basis is factorised
/// anew every fifty pivots and at the end. An optimum is returned only with its certificate; see `certify`.
///
/// Source: G. B. Dantzig, W. Orchard-Hays (1954), Mathematical Tables and Other Aids to Computation 8, 64; R. G. Bland
/// (1977), Mathematics of Operations Research 2, 103.
struct Simplex: Sendable {
    /// Reduced costs above minus this count as not negative.
    static let reducedCostTolerance = 1e-10
    /// Pivot elements must exceed this.
    static let pivotTolerance = 1e-10
    /// What a certificate allows in each of its checks.
    static let certificateTolerance = 1e-9
    static let pivotsBeforeBland = 30
    static let pivotsBeforeFactorising = 50

    let program: LinearProgram
    let rows: Int
    let total: Int
    /// The sign of the artificial column of each row.
    let artificialSigns: [Double]
    /// Whether a column may enter the basis.
    var mayEnter: [Bool]
    /// The costs of the program's own columns and of the artificial ones, for the present stage.
    var costs: [Double]
    /// The column of the basis in each row.
    var basis: [Int]
    /// The inverse of the basis, row by row.
    var inverse: [Double]
    /// The values of the basic columns.
    var values: [Double]

    private var direction: [Double]
    /// The reduced costs of the shared columns.
    private(set) var reduced: [Double]

    init(_ program: LinearProgram) {
        self.program = program
        rows = program.rows
        total = program.shared.count + program.columns.count
        artificialSigns = program.right.map { $0 < 0 ? -1 : 1 }
        mayEnter = Array(repeating: true, count: total)
        for column in program.excluded { mayEnter[column] = false }
        costs = program.columns.map(\.cost) + Array(repeating: 0, count: program.rows)
        basis = []
        inverse = []
        values = []
        direction = Array(repeating: 0, count: program.rows)
        reduced = Array(repeating: 0, count: program.shared.count)
    }

    /// The cost of a column in the present stage.
    func cost(_ column: Int) -> Double { column < program.shared.count ? 0 : costs[column - program.shared.count] }

    /// The coefficient of a column, artificial ones included.
    func coefficient(_ row: Int, _ column: Int) -> Double {
        guard column >= total else { return program.coefficient(row, column) }
        return column - total == row ? artificialSigns[row] : 0
    }

    /// pi = c_B B^-1, the dual values.
    var duals: [Double] {
        var duals = Array(repeating: 0.0, count: rows)
        for position in 0..<rows {
            let cost = cost(basis[position])
            guard cost != 0 else { continue }
            for row in 0..<rows { duals[row] += cost * inverse[position * rows + row] }
        }
        return duals
    }

    enum Step { case optimal, unbounded, stuck }

    /// Pivots until no column lowers the cost.
    mutating func optimise() -> Step {
        var idle = 0
        for pivot in 1...max(2_000, 200 * rows) {
            guard let entering = entering(isBland: idle > Self.pivotsBeforeBland) else { return .optimal }
            guard let leaving = leaving(for: entering, isBland: idle > Self.pivotsBeforeBland) else {
                return .unbounded
            }
            let progress = exchange(leaving, entering)
            idle = progress > 1e-12 ? 0 : idle + 1
            if pivot % Self.pivotsBeforeFactorising == 0, !factorise() { return .stuck }
        }
        return .stuck
    }

    /// The column to enter; `nil` at the optimum.
    private mutating func entering(isBland: Bool) -> Int? {
        let duals = duals
        price(duals)
        var best: (column: Int, value: Double)?
        for column in 0..<program.shared.count where reduced[column] < (best?.value ?? -Self.reducedCostTolerance) {
            guard mayEnter[column] else { continue }
            best = (column, reduced[column])
            if isBland { return column }
        }
        for (position, own) in program.columns.enumerated() {
            let column = program.shared.count + position
            guard mayEnter[column] else { continue }
            var value = costs[position]
            for row in 0..<rows { value -= duals[row] * own.coefficients[row] }
            guard value < (best?.value ?? -Self.reducedCostTolerance) else { continue }
            best = (column, value)
            if isBland { return column }
        }
        return best?.column
    }

    /// The reduced costs of the shared columns, -pi a.
    mutating func price(_ duals: [Double]) {
        let count = program.shared.count
        reduced.withUnsafeMutableBufferPointer { reduced in
            reduced.update(repeating: 0)
            program.shared.elements.withUnsafeBufferPointer { elements in
                for (row, dual) in duals.enumerated() where dual != 0 {
                    let start = row * count
                    for column in 0..<count { reduced[column] -= dual * elements[start + column] }
                }
            }
        }
    }

    /// The row whose basic column leaves; `nil` if none limits the entering one. Sets `direction` to B^-1 a.
    ///
    /// Artificial columns left in the basis at zero leave at any pivot element, so that they never move off zero.
    private mutating func leaving(for entering: Int, isBland: Bool) -> Int? {
        for position in 0..<rows {
            var sum = 0.0
            for row in 0..<rows { sum += inverse[position * rows + row] * coefficient(row, entering) }
            direction[position] = sum
        }
        var chosen: Int?
        var smallest = Double.infinity
        for position in 0..<rows {
            let isFixed = basis[position] >= total && cost(basis[position]) == 0
            let pivot = isFixed ? abs(direction[position]) : direction[position]
            guard pivot > Self.pivotTolerance else { continue }
            let ratio = isFixed ? 0 : max(values[position], 0) / pivot
            guard let current = chosen else {
                (chosen, smallest) = (position, ratio)
                continue
            }
            let tie = abs(ratio - smallest) <= 1e-12 * (1 + smallest)
            let isBetter = isBland ? basis[position] < basis[current] : pivot > abs(direction[current])
            if ratio < smallest && !tie || tie && isBetter { (chosen, smallest) = (position, min(ratio, smallest)) }
        }
        return chosen
    }

    /// Exchanges the basic column of a row for another; returns the value of the new one.
    private mutating func exchange(_ leaving: Int, _ entering: Int) -> Double {
        let pivot = direction[leaving]
        let step = max(values[leaving], 0) / pivot
        for row in 0..<rows { inverse[leaving * rows + row] /= pivot }
        for position in 0..<rows where position != leaving {
            let factor = direction[position]
            guard factor != 0 else { continue }
            values[position] -= factor * step
            for row in 0..<rows { inverse[position * rows + row] -= factor * inverse[leaving * rows + row] }
        }
        values[leaving] = step
        basis[leaving] = entering
        return abs(step)
    }
}
