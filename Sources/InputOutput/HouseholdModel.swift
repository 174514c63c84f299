public import LinearAlgebra

/// The model closed on households: what industries pay them they spend again (Type II).
///
/// Abar = [[A, h], [w, 0]] with a row and a column for the households of each area: w_j is their income per unit of output,
/// paid by the industries of the area; h what they spend on each product per unit of income. The induced part of a
/// multiplier is Type II less Type I. Type II rests on a closure that nobody observes: the truth lies between both types.
///
/// Source: Miller & Blair (2009), sections 2.5 and 6.2.
public struct HouseholdModel: Sendable {
    /// How the spending of households is set.
    public enum Spending: Hashable, Sendable {
        /// All they buy of products of the table, per unit of their income from industries: an upper figure, since
        /// pensions, transfers and profits pay for part of it.
        case allOverIncome
        /// This share of income, divided as their purchases of products of the table are.
        case share(Double)
    }

    /// The number of areas, and so of households.
    public let areaCount: Int

    private let table: InputOutputTable
    private let factors: LUFactorisation

    /// Closes a table.
    ///
    /// - Parameters:
    ///   - income: paid to households by each industry, such as compensation of employees.
    ///   - spending: Y of households summed by area (n x areas), in the order of the table's areas.
    ///   - rule: how spending is scaled to income.
    /// - Throws: `InputOutputFaults` for wrong sizes, an area whose households have no income but spend, and for a closed
    ///   system that is not productive.
    public init(
        _ table: InputOutputTable, income: [Double], spending: Matrix, rule: Spending
    ) throws(InputOutputFaults) {
        let areas = table.areas
        let count = table.industries.count
        try Self.check(table, income: income, spending: spending)
        let shares = try Self.shares(table, income: income, spending: spending, rule: rule)
        let closed = Self.closed(table, income: income, shares: shares)
        let largest = shares.columnSums.max() ?? 0
        guard let factors = try? LUFactorisation(closed),
            factors.reciprocalCondition >= LeontiefModel.smallestCondition,
            let multipliers = try? factors.rowSolution(
                of: Matrix(rows: 1, columns: count + areas.count, filledWith: 1)),
            multipliers.elements.allSatisfy({ $0 > 0 })
        else { throw InputOutputFaults([.closureUnproductive(largestShare: largest)]) }
        self.table = table
        self.factors = factors
        areaCount = areas.count
    }

    /// The Type II intensities (m x n): (S, 0) Lbar without the columns of households, who have no direct intensity.
    ///
    /// - Throws: `InputOutputFaults` for a wrong number of columns or a value that is not finite.
    public func totalIntensities(_ intensities: Matrix) throws(InputOutputFaults) -> Matrix {
        let count = table.industries.count
        let faults = InputOutputTable.sizeFaults(intensities, .industryFlows, intensities.rows, count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        return try solution(of: intensities, households: 0)
    }

    /// The income of all households for a unit of final demand of each industry: the rows of households in Lbar, summed.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func incomeMultipliers() throws(InputOutputFaults) -> [Double] {
        try solution(of: Matrix(rows: 1, columns: table.industries.count), households: 1).elements
    }

    /// Solves for rows of intensities whose value at every household is `households`.
    private func solution(of rows: Matrix, households: Double) throws(InputOutputFaults) -> Matrix {
        let count = table.industries.count
        let right = Matrix(rows: rows.rows, columns: count + areaCount) { row, column in
            column < count ? rows[row, column] : households
        }
        let solved = try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
            try factors.rowSolution(of: right)
        }
        return Matrix(rows: rows.rows, columns: count) { solved[$0, $1] }
    }

    static func check(_ table: InputOutputTable, income: [Double], spending: Matrix) throws(InputOutputFaults) {
        let count = table.industries.count
        var faults = InputOutputTable.sizeFaults(
            Matrix(rows: 1, columns: income.count) { income[$1] }, .income, 1, count)
        faults += InputOutputTable.sizeFaults(spending, .spending, count, table.areas.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
    }

    /// h, the spending on each product per unit of income of each area.
    static func shares(
        _ table: InputOutputTable, income: [Double], spending: Matrix, rule: Spending
    ) throws(InputOutputFaults) -> Matrix {
        let areas = table.areas
        let spent = spending.columnSums
        let earned = areas.map { area in
            zip(table.industries, income).reduce(0) { $1.0.area == area ? $0 + $1.1 : $0 }
        }
        let poor = areas.indices.filter { !(earned[$0] > 0) && spent[$0] != 0 }
        guard poor.isEmpty else { throw InputOutputFaults(poor.map { .noIncome(areas[$0]) }) }
        return Matrix(rows: spending.rows, columns: spending.columns) { row, column in
            guard spent[column] != 0 else { return 0 }
            switch rule {
            case .allOverIncome: return spending[row, column] / earned[column]
            case .share(let share): return share * spending[row, column] / spent[column]
            }
        }
    }

    /// I - Abar.
    private static func closed(_ table: InputOutputTable, income: [Double], shares: Matrix) -> Matrix {
        let count = table.industries.count
        let areas = table.areas
        let coefficients = table.inputCoefficients
        return Matrix(rows: count + areas.count, columns: count + areas.count) { row, column in
            let identity = row == column ? 1.0 : 0
            switch (row < count, column < count) {
            case (true, true): return identity - coefficients[row, column]
            case (true, false): return -shares[row, column - count]
            case (false, false): return identity
            case (false, true):
                let isPaid = table.industries[column].area == areas[row - count] && table.output[column] != 0
                return isPaid ? -income[column] / table.output[column] : 0
            }
        }
    }
}
