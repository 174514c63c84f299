public import LinearAlgebra

/// Trade in value added between the areas of a table.
///
/// v = V x^-1 is value added per unit of output; with the columns of the table balanced, v L = 1: all that is spent on
/// final products is somebody's value added. E are gross exports, intermediate and final.
///
/// Sources: R. Johnson, G. Noguera, Journal of International Economics 86 (2012) 224-236 (VAX); D. Hummels, J. Ishii,
/// K.-M. Yi, Journal of International Economics 54 (2001) 75-96 (vertical specialisation); R. Koopman, Z. Wang, S.-J. Wei,
/// American Economic Review 104 (2014) 459-494.
public struct ValueAddedTrade: Sendable {
    /// v, value added per unit of output; 0 where there is no output.
    public let coefficients: [Double]
    /// Gross trade.
    public let gross: GrossTrade
    /// The largest gap between the inputs and the output of an industry, relative to the latter; `nil` if there is none.
    public let largestGap: (industry: Industry, relative: Double)?

    let model: LeontiefModel
    /// V L with the value added of one area in each row (areas x n).
    let contents: Matrix

    /// A gap above this share of output is refused.
    public static let gapLimit = 1e-3

    /// Prepares a model.
    ///
    /// - Parameter valueAdded: V of each industry; `nil` takes what output leaves after all inputs of the table.
    /// - Throws: `InputOutputFaults` for a table of one area, a wrong size, and for columns that do not balance.
    public init(_ model: LeontiefModel, valueAdded: [Double]?) throws(InputOutputFaults) {
        let table = model.table
        gross = try GrossTrade(table)
        let inputs = table.flows.columnSums
        let values = valueAdded ?? zip(table.output, inputs).map { $0 - $1 }
        let faults = InputOutputTable.sizeFaults(
            Matrix(rows: 1, columns: values.count) { values[$1] }, .valueAdded, 1, table.industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        largestGap = valueAdded == nil ? nil : table.largestGap(to: zip(inputs, values).map { $0 + $1 })
        if let largestGap, largestGap.relative > Self.gapLimit {
            throw InputOutputFaults([.unbalancedColumn(largestGap.industry, relative: largestGap.relative)])
        }
        coefficients = zip(values, table.output).map { $1 == 0 ? 0 : $0 / $1 }
        let (areas, own) = (table.areas, coefficients)
        contents = try model.totalIntensities(
            Matrix(rows: areas.count, columns: own.count) { row, column in
                table.industries[column].area == areas[row] ? own[column] : 0
            })
        self.model = model
    }

    /// diag(v) L Y summed by area (n x areas): the value added of each industry in what each area consumes. What other
    /// areas consume is the value added export VAX.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func absorbed() throws(InputOutputFaults) -> Matrix {
        let outputs = try model.output(for: model.table.demandByArea)
        return Matrix(rows: outputs.rows, columns: outputs.columns) { coefficients[$0] * outputs[$0, $1] }
    }

    /// diag(v) L diag(E) (n x n): the value added of the row in the gross exports of the column.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func inExports() throws(InputOutputFaults) -> Matrix {
        var result = try model.leontiefInverse()
        for row in 0..<result.rows {
            for column in 0..<result.columns { result[row, column] *= coefficients[row] * gross.exports[column] }
        }
        return result
    }
}
