public import LinearAlgebra

extension InputOutputTable {
    /// A = Z x^-1 (n x n): what a unit of output of the column buys from the row; 0 where the output is 0.
    ///
    /// Source: Miller & Blair (2009), eq. 2.3.
    public var inputCoefficients: Matrix {
        Matrix(rows: output.count, columns: output.count) { row, column in
            output[column] == 0 ? 0 : flows[row, column] / output[column]
        }
    }

    /// I - A, made without A, since each takes n x n numbers.
    var identityMinusInputCoefficients: Matrix {
        Matrix(rows: output.count, columns: output.count) { row, column in
            (row == column ? 1 : 0) - (output[column] == 0 ? 0 : flows[row, column] / output[column])
        }
    }

    /// B = x^-1 Z (n x n): what share of the output of the row the column buys; 0 where the output is 0.
    ///
    /// - Throws: `InputOutputFaults` for industries that sell to others while their output is 0.
    /// - Source: Miller & Blair (2009), eq. 12.1.
    public func allocationCoefficients() throws(InputOutputFaults) -> Matrix {
        let undefined = output.indices.filter { row in output[row] == 0 && flows.row(row).contains { $0 != 0 } }
        guard undefined.isEmpty else {
            throw InputOutputFaults(undefined.map { .salesWithoutOutput(industries[$0]) })
        }
        return Matrix(rows: output.count, columns: output.count) { row, column in
            output[row] == 0 ? 0 : flows[row, column] / output[row]
        }
    }

    /// Y summed over the categories of each area (n x areas).
    public var demandByArea: Matrix {
        let positions = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        let targets = demandCategories.map { positions[$0.area] ?? 0 }
        var result = Matrix(rows: output.count, columns: positions.count)
        for row in output.indices {
            for (column, target) in targets.enumerated() { result[row, target] += finalDemand[row, column] }
        }
        return result
    }

    /// How far a gross output given elsewhere is from that of the table: the largest gap, relative to the larger of both.
    ///
    /// - Parameter given: x as published, in the order of the industries.
    /// - Returns: `nil` for a table whose outputs all meet those given.
    public func largestGap(to given: [Double]) -> (industry: Industry, relative: Double)? {
        var found: (industry: Industry, relative: Double)?
        for (position, value) in given.enumerated().prefix(output.count) where value != output[position] {
            let gap = abs(value - output[position]) / max(abs(value), abs(output[position]))
            if gap > found?.relative ?? 0 { found = (industries[position], gap) }
        }
        return found
    }

    /// How far the columns are from their balance sum_i Z_ij + V_j = x_j: the largest gap relative to x_j.
    ///
    /// - Parameter primaryInputs: V, all inputs that are not flows of the table: value added, imports, taxes.
    public func largestColumnGap(primaryInputs: [Double]) -> (industry: Industry, relative: Double)? {
        largestGap(to: zip(flows.columnSums, primaryInputs).map { $0 + $1 })
    }
}
