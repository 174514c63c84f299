import LinearAlgebra

/// The coefficients of an economy: what a draw of uncertain inputs changes, and scenarios start from.
struct ImpactCoefficients: Sendable {
    /// x.
    let output: [Double]
    /// A.
    var inputs: Matrix
    /// S (m x n).
    var intensities: Matrix
    /// w, income of households per unit of output; none without households.
    var income: [Double]
    /// h (n x areas), their spending per unit of income; no columns without households.
    var spending: Matrix
    /// The area of each industry as a position.
    let areas: [Int]

    init(_ base: ImpactBase) throws(InputOutputFaults) {
        let table = base.table
        let count = table.industries.count
        output = table.output
        inputs = table.inputCoefficients
        intensities = base.account?.intensities(in: table) ?? Matrix(rows: 0, columns: count)
        let names = table.areas
        let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        areas = table.industries.map { positions[$0.area] ?? 0 }
        guard let households = base.households else {
            income = []
            spending = Matrix(rows: count, columns: 0)
            return
        }
        try HouseholdModel.check(table, income: households.income, spending: households.spending)
        income = zip(households.income, table.output).map { $1 == 0 ? 0 : $0 / $1 }
        spending = try HouseholdModel.shares(
            table, income: households.income, spending: households.spending, rule: households.rule)
    }

    /// The number of areas whose households are part of the system.
    var households: Int { spending.columns }

    /// A column of the identity less the coefficients, closed on households or not.
    func systemColumn(_ column: Int, isClosed: Bool) -> [Double] {
        let count = output.count
        var result = (0..<count).map { ($0 == column ? 1.0 : 0) - inputs[$0, column] }
        guard isClosed else { return result }
        result += (0..<households).map { areas[column] == $0 ? -income[column] : 0 }
        return result
    }

    /// I - A, or I - Abar with a row and a column for the households of each area.
    func system(isClosed: Bool) -> Matrix {
        let count = output.count
        let size = count + (isClosed ? households : 0)
        return Matrix(rows: size, columns: size) { row, column in
            let identity = row == column ? 1.0 : 0
            switch (row < count, column < count) {
            case (true, true): return identity - inputs[row, column]
            case (true, false): return -spending[row, column - count]
            case (false, false): return identity
            case (false, true): return areas[column] == row - count ? -income[column] : 0
            }
        }
    }
}
