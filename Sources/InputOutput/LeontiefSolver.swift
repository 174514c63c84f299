import LinearAlgebra

extension LeontiefModel {
    /// How systems with I - A are solved.
    public enum Solver: Hashable, Sendable {
        /// The cheapest of the others for the size of the table and a number of right-hand sides; double-precision factors
        /// up to 600 industries.
        case automatic(systems: Int)
        /// Factors in double precision: n x n numbers beside the table, 2/3 n^3 operations.
        case factorised
        /// Factors in single precision, refined to double: half the memory and time of `factorised`.
        case singlePrecision
        /// Products with Z alone, no factors: the least memory; each right-hand side takes about as long.
        case iterative
    }
}

/// Systems with I - A of a table, which is never formed beside Z but for the factors.
struct LeontiefSolver: Sendable {
    private let table: InputOutputTable
    /// 1 / x, and 0 where x is 0.
    private let inverseOutput: [Double]
    private let kind: Kind

    private enum Kind: Sendable {
        case factorised(LUFactorisation)
        case singlePrecision(MixedFactorisation)
        case iterative
    }

    /// Prepares the solver, or one that asks less of the table where the one wanted cannot solve it.
    ///
    /// - Throws: `LinearAlgebraError` for a singular or nearly singular I - A.
    init(_ table: InputOutputTable, _ wanted: LeontiefModel.Solver) throws(LinearAlgebraError) {
        self.table = table
        inverseOutput = table.output.map { $0 == 0 ? 0 : 1 / $0 }
        switch Self.chosen(wanted, count: table.industries.count) {
        case .iterative: kind = .iterative
        case .singlePrecision:
            if let factors = try? Self.singlePrecision(table, inverseOutput) {
                kind = .singlePrecision(factors)
            } else {
                kind = .factorised(try Self.factorised(table))
            }
        default: kind = .factorised(try Self.factorised(table))
        }
    }

    /// Whether the table alone shows that the system is productive: no flow below zero, and all inputs of each industry less
    /// than its output. Small tables are solved instead, which is as fast.
    var isSurelyProductive: Bool {
        guard table.output.count > Self.small, !table.hasNegativeFlows else { return false }
        return zip(table.flows.columnSums, inverseOutput).allSatisfy { $0 * $1 < 0.999 }
    }

    private static let small = 600

    /// The solutions X of X (I - A) = B, a system for each row.
    func rowSolution(of right: Matrix) throws(LinearAlgebraError) -> Matrix {
        switch kind {
        case .factorised(let factors): return try factors.rowSolution(of: right)
        case .singlePrecision(let factors):
            let solved = try? factors.rowSolution(of: right, isTransposed: false) {
                solution throws(LinearAlgebraError) in
                try residual(of: solution, right, isTransposed: false)
            }
            if let solved { return solved }
        case .iterative:
            let solved = try? MinimalResidual.rowSolution(of: right) { rows throws(LinearAlgebraError) in
                try table.flows.product(of: rows, after: inverseOutput)
            }
            if let solved { return solved }
        }
        return try Self.factorised(table).rowSolution(of: right)
    }

    /// The solutions X of (I - A) X = B, a system for each column.
    func solution(of right: Matrix) throws(LinearAlgebraError) -> Matrix {
        switch kind {
        case .factorised(let factors): return try factors.solution(of: right)
        case .singlePrecision(let factors):
            let rows = right.transposed
            let solved = try? factors.rowSolution(of: rows, isTransposed: true) { solution throws(LinearAlgebraError) in
                try residual(of: solution, rows, isTransposed: true)
            }
            if let solved { return solved.transposed }
        case .iterative:
            if let solved = try? shares(of: right) { return solved }
        }
        return try Self.factorised(table).solution(of: right)
    }

    /// Solves for shares of output instead of output, so that small industries are as accurate as large ones.
    private func shares(of right: Matrix) throws(LinearAlgebraError) -> Matrix {
        let scale = table.output.map { $0 == 0 ? 1 : $0 }
        let rows = Matrix(rows: right.columns, columns: right.rows) { right[$1, $0] / scale[$1] }
        let solved = try MinimalResidual.rowSolution(of: rows) { rows throws(LinearAlgebraError) in
            try table.flows.product(of: rows, isTransposed: true, after: inverseOutput)
        }
        return Matrix(rows: right.rows, columns: right.columns) { solved[$1, $0] * scale[$0] }
    }

    private func residual(
        of solution: Matrix, _ right: Matrix, isTransposed: Bool
    ) throws(LinearAlgebraError) -> Matrix {
        let product = try table.flows.product(
            of: solution, isTransposed: isTransposed, before: isTransposed ? inverseOutput : nil,
            after: isTransposed ? nil : inverseOutput)
        return try right.less(solution, minus: product)
    }

    private static func factorised(_ table: InputOutputTable) throws(LinearAlgebraError) -> LUFactorisation {
        let factors = try LUFactorisation(table.identityMinusInputCoefficients)
        guard factors.reciprocalCondition >= LeontiefModel.smallestCondition else { throw .singular }
        return factors
    }

    private static func singlePrecision(
        _ table: InputOutputTable, _ inverseOutput: [Double]
    ) throws(LinearAlgebraError) -> MixedFactorisation {
        try MixedFactorisation(order: table.industries.count) { row, elements in
            for (column, flow) in table.flows.row(row).enumerated() {
                elements[column] = Float((row == column ? 1 : 0) - flow * inverseOutput[column])
            }
        }
    }

    /// The cheapest solver, by operations in double precision over n^2: factors take 2 n / 3 and then 2 a system; those in
    /// single precision half of that and then 7; products about 16 passes, each as long as 50 operations for reading Z and
    /// 2 a system.
    private static func chosen(_ wanted: LeontiefModel.Solver, count: Int) -> LeontiefModel.Solver {
        guard case .automatic(let wantedSystems) = wanted else { return wanted }
        guard count > small else { return .factorised }
        let systems = max(0, min(wantedSystems, 4 * count))
        let costs: [(LeontiefModel.Solver, Int)] = [
            (.iterative, 16 * (50 + 2 * systems)), (.singlePrecision, count / 3 + 7 * systems),
            (.factorised, 2 * count / 3 + 2 * systems),
        ]
        return costs.min { $0.1 < $1.1 }?.0 ?? .factorised
    }
}
