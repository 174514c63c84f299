public import LinearAlgebra

/// The open Leontief model of a table: x = L f with L = (I - A)^-1.
///
/// I - A is factorised once, or systems are solved by products alone, whichever takes less; every question is a solution
/// with as many right-hand sides as it needs, its residual checked. L is formed only when asked for. Each number is
/// computed by one thread in one order, so that results are the same bytes on any number of cores.
///
/// Source: Miller & Blair (2009), chapter 2.
public struct LeontiefModel: Sendable {
    /// The table.
    public let table: InputOutputTable

    private let solver: LeontiefSolver
    /// Those that had to be solved for to see that the system is productive.
    private let knownMultipliers: [Double]?

    /// The smallest reciprocal condition of I - A that is accepted.
    public static let smallestCondition = 1e-12

    /// Prepares to solve systems with I - A.
    ///
    /// For A without negative elements the system is productive exactly if the output multipliers are all positive.
    ///
    /// - Parameter solver: how; many right-hand sides are expected when omitted.
    /// - Throws: `InputOutputFaults` for a singular or nearly singular I - A and for a system that is not productive.
    public init(
        _ table: InputOutputTable, solver wanted: Solver = .automatic(systems: .max)
    ) throws(InputOutputFaults) {
        let solver = try Self.solved(table) { () throws(LinearAlgebraError) in try LeontiefSolver(table, wanted) }
        self.table = table
        self.solver = solver
        guard !solver.isSurelyProductive else {
            knownMultipliers = nil
            return
        }
        let multipliers = try Self.multipliers(table, solver)
        let unproductive = multipliers.indices.filter { !(multipliers[$0] > 0) }
        guard unproductive.isEmpty else {
            let (largest, sum) = Self.largestColumn(table)
            throw InputOutputFaults([
                .unproductive(unproductive.map { table.industries[$0] }, largest: largest, columnSum: sum)
            ])
        }
        knownMultipliers = multipliers
    }

    /// The column sums of L: the output all over the table for a unit of final demand of each industry.
    public var outputMultipliers: [Double] {
        // Where they are not known yet, the table is one whose systems have solutions.
        knownMultipliers ?? (try? Self.multipliers(table, solver)) ?? []
    }

    private static func multipliers(
        _ table: InputOutputTable, _ solver: LeontiefSolver
    ) throws(InputOutputFaults) -> [Double] {
        let ones = Matrix(rows: 1, columns: table.industries.count, filledWith: 1)
        return try solved(table) { () throws(LinearAlgebraError) in try solver.rowSolution(of: ones) }.elements
    }

    /// L f for each column f of a matrix: the output for given final demand.
    ///
    /// - Throws: `InputOutputFaults` for a wrong number of rows or a value that is not finite.
    public func output(for demand: Matrix) throws(InputOutputFaults) -> Matrix {
        let faults = InputOutputTable.sizeFaults(demand, .finalDemand, table.industries.count, demand.columns)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        return try Self.solved(table) { () throws(LinearAlgebraError) in try solver.solution(of: demand) }
    }

    /// M = S L: the intensity of each unit of final demand, all inputs included.
    ///
    /// - Parameter intensities: S, or other rows by industry.
    /// - Throws: `InputOutputFaults` for a wrong number of columns or a value that is not finite.
    public func totalIntensities(_ intensities: Matrix) throws(InputOutputFaults) -> Matrix {
        let faults = InputOutputTable.sizeFaults(
            intensities, .industryFlows, intensities.rows, table.industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        return try Self.solved(table) { () throws(LinearAlgebraError) in try solver.rowSolution(of: intensities) }
    }

    /// L = (I - A)^-1, the Leontief inverse (n x n).
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func leontiefInverse() throws(InputOutputFaults) -> Matrix {
        let count = table.industries.count
        let identity = Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }
        return try Self.solved(table) { () throws(LinearAlgebraError) in try solver.rowSolution(of: identity) }
    }

    /// I - A.
    static func identityMinus(_ coefficients: Matrix) -> Matrix {
        Matrix(rows: coefficients.rows, columns: coefficients.columns) { row, column in
            (row == column ? 1 : 0) - coefficients[row, column]
        }
    }

    /// Runs `body`; what linear algebra cannot do is told as a singular system.
    static func solved<Value>(
        _ table: InputOutputTable, _ body: () throws(LinearAlgebraError) -> Value
    ) throws(InputOutputFaults) -> Value {
        do throws(LinearAlgebraError) {
            return try body()
        } catch {
            throw InputOutputFaults([singular(table)])
        }
    }

    private static func largestColumn(_ table: InputOutputTable) -> (Industry, Double) {
        let sums = table.inputCoefficients.columnSums
        let position = sums.indices.max { sums[$0] < sums[$1] } ?? 0
        return (table.industries[position], sums[position])
    }

    private static func singular(_ table: InputOutputTable) -> InputOutputFault {
        let (largest, sum) = largestColumn(table)
        return .singular(largest, columnSum: sum)
    }
}
