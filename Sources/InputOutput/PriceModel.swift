public import LinearAlgebra

/// The Leontief price model: what costs that change at one place do to all prices.
///
/// p = (I - A^T)^-1 v, with v primary inputs (value added, imports, taxes on products) per unit of output. At the base p = 1
/// exactly if the columns of the table are in balance. Costs are passed on wholly; nobody substitutes, and margins and
/// demand stay as they are: a first-round estimate of what prices could rise by.
///
/// Source: Miller & Blair (2009), section 2.6.
public struct PriceModel: Sendable {
    /// v, by industry.
    public let primaryInputs: [Double]
    /// p at the base.
    public let basePrices: [Double]

    private let model: LeontiefModel

    /// Makes a model.
    ///
    /// - Parameter primaryInputs: all inputs that are not flows of the table (p x n), imports among them; `nil` takes what
    ///   output leaves after flows, by which p = 1.
    /// - Throws: `InputOutputFaults` for wrong sizes and a system without solution.
    public init(_ model: LeontiefModel, primaryInputs: Matrix? = nil) throws(InputOutputFaults) {
        let table = model.table
        if let primaryInputs {
            let faults = InputOutputTable.sizeFaults(
                primaryInputs, .primaryInputs, primaryInputs.rows, table.industries.count)
            guard faults.isEmpty else { throw InputOutputFaults(faults) }
        }
        let sums =
            primaryInputs?.columnSums ?? zip(table.output, table.flows.columnSums).map { $0 - $1 }
        self.primaryInputs = zip(sums, table.output).map { $1 == 0 ? 0 : $0 / $1 }
        self.model = model
        basePrices = try Self.prices(model, self.primaryInputs)
    }

    /// The prices when each industry has these costs more per unit of its output, such as t S for a tax t on a stressor.
    ///
    /// - Throws: `InputOutputFaults` for another number of costs than industries, and costs at an industry without output.
    public func prices(addedCosts: [Double]) throws(InputOutputFaults) -> [Double] {
        let costs = Matrix(rows: 1, columns: addedCosts.count) { addedCosts[$1] }
        let faults = InputOutputTable.sizeFaults(costs, .primaryInputs, 1, primaryInputs.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        let table = model.table
        let empty = addedCosts.indices.filter { addedCosts[$0] != 0 && table.output[$0] == 0 }
        guard empty.isEmpty else {
            throw InputOutputFaults(empty.map { .construction(.noPrice(table.industries[$0])) })
        }
        return try Self.prices(model, zip(primaryInputs, addedCosts).map { $0 + $1 })
    }

    /// The change of the price of a bundle, each product with its share of the spending: of a category of final demand.
    ///
    /// - Returns: `nil` for a bundle without a sum above zero.
    public func bundleChange(_ prices: [Double], spending: [Double]) -> Double? {
        let total = spending.reduce(0, +)
        guard total > 0 else { return nil }
        var change = 0.0
        for (position, spent) in spending.enumerated() where basePrices[position] != 0 {
            change += spent / total * (prices[position] / basePrices[position] - 1)
        }
        return change
    }

    private static func prices(_ model: LeontiefModel, _ inputs: [Double]) throws(InputOutputFaults) -> [Double] {
        try model.totalIntensities(Matrix(rows: 1, columns: inputs.count) { inputs[$1] }).elements
    }
}
