extension Simplex {
    /// Solves a program.
    ///
    /// - Parameter start: basic columns that are tried first, such as those of the unit itself.
    static func solve(_ program: LinearProgram, start: [Int]? = nil) -> ProgramOutcome {
        var simplex = Simplex(program)
        return simplex.solve(start: start)
    }

    /// Solves a program, and among its optima a second one that minimises other costs of its own columns.
    ///
    /// Columns whose reduced cost is positive at the first optimum stay out, so the first cost cannot rise.
    static func solve(_ program: LinearProgram, start: [Int]?, then second: [Double]) -> (
        ProgramOutcome, ProgramOutcome?
    ) {
        var simplex = Simplex(program)
        let first = simplex.solve(start: start)
        guard case .optimal = first else { return (first, nil) }
        simplex.keepOptimum()
        simplex.costs = second + Array(repeating: 0, count: simplex.rows)
        return (first, simplex.finish())
    }

    private mutating func solve(start: [Int]?) -> ProgramOutcome {
        if let start, self.start(from: start) { return finish() }
        startFromRows()
        if hasArtificials {
            let own = costs
            costs = Array(repeating: 0, count: program.columns.count) + Array(repeating: 1, count: rows)
            guard optimise() == .optimal, factorise(), isCertified() else { return .uncertified }
            let left = zip(basis, values).reduce(0) { $0 + ($1.0 >= total ? $1.1 : 0) }
            guard left <= Self.certificateTolerance else { return .infeasible }
            costs = own
        }
        return finish()
    }

    /// Optimises and proves; tries again where a factorisation shows that rounding has misled it.
    private mutating func finish() -> ProgramOutcome {
        for _ in 0..<4 {
            switch optimise() {
            case .unbounded: return .unbounded
            case .stuck: return .uncertified
            case .optimal:
                guard factorise() else { return .uncertified }
                if isCertified(), artificialsVanish { return .optimal(solution) }
            }
        }
        return .uncertified
    }

    private var artificialsVanish: Bool {
        zip(basis, values).allSatisfy { $0 < total || abs($1) <= Self.certificateTolerance }
    }

    /// Whether the present basis proves its optimum: values not negative, rows met, no reduced cost negative, and the
    /// cost equal to the value of the dual, each to 1e-9.
    mutating func isCertified() -> Bool {
        let tolerance = Self.certificateTolerance
        guard values.allSatisfy({ $0 >= -tolerance }) else { return false }
        let duals = duals
        var (cost, dual) = (0.0, 0.0)
        for row in 0..<rows {
            let reached = (0..<rows).reduce(0) { $0 + coefficient(row, basis[$1]) * values[$1] }
            guard abs(reached - program.right[row]) <= tolerance * (1 + abs(program.right[row])) else { return false }
            cost += self.cost(basis[row]) * values[row]
            dual += duals[row] * program.right[row]
        }
        guard abs(cost - dual) <= tolerance * (1 + abs(cost)) else { return false }
        price(duals)
        return (0..<total).allSatisfy { column in
            guard mayEnter[column] else { return true }
            return (column < reduced.count ? reduced[column] : reducedCost(column, duals)) >= -tolerance
        }
    }

    private func reducedCost(_ column: Int, _ duals: [Double]) -> Double {
        var value = cost(column)
        for row in 0..<rows { value -= duals[row] * program.coefficient(row, column) }
        return value
    }

    /// Bars the columns that would raise the cost of the optimum.
    private mutating func keepOptimum() {
        let duals = duals
        let basic = Set(basis)
        for column in 0..<total where mayEnter[column] && !basic.contains(column) {
            mayEnter[column] = reducedCost(column, duals) <= Self.reducedCostTolerance
        }
    }

    private var solution: ProgramSolution {
        var own = Array(repeating: 0.0, count: program.columns.count)
        var shared: [ProgramSolution.Weight] = []
        var cost = 0.0
        for (column, value) in zip(basis, values) where column < total {
            if column < program.shared.count {
                if value > 0 { shared.append(.init(column: column, value: value)) }
            } else {
                own[column - program.shared.count] = max(value, 0)
                cost += self.cost(column) * max(value, 0)
            }
        }
        return ProgramSolution(
            cost: cost, shared: shared.sorted { $0.column < $1.column }, own: own, duals: duals, basis: basis)
    }
}
