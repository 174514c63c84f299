public import LinearAlgebra

/// A symmetric table made from supply and use, with the model and the negative cells it brought.
public struct TransformedTable: Sendable {
    /// The table: Z = A q by product or A g by industry.
    public let table: InputOutputTable
    /// The model.
    public let model: TransformationModel
    /// Negative cells that the model made; they are kept, not set to zero.
    public let negatives: [NegativeCell]

    private let source: SupplyUseTable
    private let mix: LUFactorisation?

    /// A negative cell of the result.
    public struct NegativeCell: Hashable, Sendable {
        /// The seller.
        public let seller: Industry
        /// The buyer: an industry or product, or a category of final demand.
        public let buyer: String
        /// The flow.
        public let value: Double
    }

    /// Applies a model.
    ///
    /// - Throws: `InputOutputFaults` for models A and C on tables that are not square or whose make matrix has no inverse, and
    ///   as for any table.
    public init(_ source: SupplyUseTable, by model: TransformationModel) throws(InputOutputFaults) {
        let (products, industries) = (source.products.count, source.industries.count)
        if model.needsSquare, products != industries {
            throw InputOutputFaults([.construction(.notSquare(products: products, industries: industries))])
        }
        let (product, industry) = (source.productOutput, source.industryOutput)
        let requirements = Matrix(rows: products, columns: industries) { source.use[$0, $1] / industry[$1] }
        var mix: LUFactorisation?
        if model.needsSquare {
            mix = try Self.solved { () throws(LinearAlgebraError) in
                try LUFactorisation(
                    Matrix(rows: products, columns: industries) { source.make[$1, $0] / industry[$1] })
            }
            guard let mix, mix.reciprocalCondition >= LeontiefModel.smallestCondition else {
                throw InputOutputFaults([.construction(.makeSingular)])
            }
        }
        let shares = Matrix(rows: industries, columns: products) { source.make[$0, $1] / product[$1] }
        let (coefficients, demand) = try Self.solved { () throws(LinearAlgebraError) in
            switch (model, mix) {
            case (.productTechnology, .some(let mix)):
                (try mix.rowSolution(of: requirements), source.finalDemand)
            case (.fixedIndustrySales, .some(let mix)):
                (try mix.solution(of: requirements), try mix.solution(of: source.finalDemand))
            case (.industryTechnology, _): (try requirements.multiplied(by: shares), source.finalDemand)
            default: (try shares.multiplied(by: requirements), try shares.multiplied(by: source.finalDemand))
            }
        }
        let (labels, output) = model.isByProduct ? (source.products, product) : (source.industries, industry)
        let flows = Matrix(rows: labels.count, columns: labels.count) { coefficients[$0, $1] * output[$1] }
        table = try InputOutputTable(
            industries: labels, flows: flows, demandCategories: source.demandCategories, finalDemand: demand,
            allowsNegativeFlows: true)
        negatives = Self.negatives(table, source, model)
        self.model = model
        self.source = source
        self.mix = mix
    }

    /// Amounts by industry, such as value added or jobs, as amounts by row of the table: coefficients per unit of industry
    /// output move with the model (A: w C^-1, B: w D; C and D keep them).
    ///
    /// - Throws: `InputOutputFaults` for another number of columns than industries.
    public func amounts(_ byIndustry: Matrix) throws(InputOutputFaults) -> Matrix {
        let faults = InputOutputTable.sizeFaults(
            byIndustry, .industryFlows, byIndustry.rows, source.industries.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        guard model.isByProduct else { return byIndustry }
        let (industry, product) = (source.industryOutput, source.productOutput)
        let coefficients = Matrix(rows: byIndustry.rows, columns: industry.count) {
            byIndustry[$0, $1] / industry[$1]
        }
        let moved = try Self.solved { () throws(LinearAlgebraError) in
            if let mix { return try mix.rowSolution(of: coefficients) }
            return try coefficients.multiplied(
                by: Matrix(rows: industry.count, columns: product.count) { source.make[$0, $1] / product[$1] })
        }
        return Matrix(rows: moved.rows, columns: moved.columns) { moved[$0, $1] * product[$1] }
    }

    private static func solved<Value>(
        _ body: () throws(LinearAlgebraError) -> Value
    ) throws(InputOutputFaults) -> Value {
        do throws(LinearAlgebraError) {
            return try body()
        } catch {
            throw InputOutputFaults([.construction(.makeSingular)])
        }
    }

    /// Cells below zero by more than rounding; of final demand only those that the model made.
    private static func negatives(
        _ table: InputOutputTable, _ source: SupplyUseTable, _ model: TransformationModel
    ) -> [NegativeCell] {
        guard model.needsSquare else { return [] }
        let noise = -1e-12 * (table.output.max() ?? 0)
        var found: [NegativeCell] = []
        for (row, seller) in table.industries.enumerated() {
            for (column, buyer) in table.industries.enumerated() where table.flows[row, column] < noise {
                found.append(NegativeCell(seller: seller, buyer: buyer.sector, value: table.flows[row, column]))
            }
            guard model == .fixedIndustrySales else { continue }
            for (column, buyer) in table.demandCategories.enumerated() where table.finalDemand[row, column] < noise {
                found.append(
                    NegativeCell(seller: seller, buyer: buyer.category, value: table.finalDemand[row, column]))
            }
        }
        return found
    }
}
