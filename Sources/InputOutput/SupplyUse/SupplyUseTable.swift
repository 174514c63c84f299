public import LinearAlgebra

/// Supply and use of products by industries: the statistics that symmetric tables are made from.
///
/// U (products x industries): what industries use. V (industries x products), the make matrix: what they make. e: final demand
/// for products. q = V^T 1 is output by product, g = V 1 by industry; in balance q = U 1 + e. All in one valuation (basic
/// prices) and the prices of one year. There may be more products than industries.
///
/// Source: Miller & Blair (2009), chapter 5; Eurostat (2008), Manual of Supply, Use and Input-Output Tables, chapter 11.
public struct SupplyUseTable: Sendable {
    /// The products: rows of U, columns of V.
    public let products: [Industry]
    /// The industries: columns of U, rows of V.
    public let industries: [Industry]
    /// U.
    public let use: Matrix
    /// V.
    public let make: Matrix
    /// The columns of final demand.
    public let demandCategories: [DemandCategory]
    /// Final demand by product and category; e is its row sums.
    public let finalDemand: Matrix

    /// A relative gap between use and supply of a product is told from the first on, and refused from the second on.
    public static let gapLimits = (warning: 1e-6, error: 1e-3)

    /// Makes a table.
    ///
    /// - Parameter allowsImbalance: whether use and supply of products may differ by more than 0.1 per cent.
    /// - Throws: `InputOutputFaults` with all that is wrong: repeated labels, wrong sizes, values that are not finite, outputs
    ///   below zero, products that nobody makes, industries that make nothing, use that differs from supply.
    public init(
        products: [Industry], industries: [Industry], use: Matrix, make: Matrix, demandCategories: [DemandCategory],
        finalDemand: Matrix, allowsImbalance: Bool = false
    ) throws(InputOutputFaults) {
        var faults: [InputOutputFault] = products.isEmpty || industries.isEmpty ? [.noIndustries] : []
        faults += products.repeated.map { .repeatedLabel(.products, [$0.area, $0.sector]) }
        faults += industries.repeated.map { .repeatedLabel(.industries, [$0.area, $0.sector]) }
        faults += demandCategories.repeated.map { .repeatedLabel(.demandCategories, [$0.area, $0.category]) }
        faults += InputOutputTable.sizeFaults(use, .use, products.count, industries.count)
        faults += InputOutputTable.sizeFaults(make, .make, industries.count, products.count)
        faults += InputOutputTable.sizeFaults(finalDemand, .finalDemand, products.count, demandCategories.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        self.products = products
        self.industries = industries
        self.use = use
        self.make = make
        self.demandCategories = demandCategories
        self.finalDemand = finalDemand
        let found = makeFaults + (allowsImbalance ? [] : imbalances(above: Self.gapLimits.error))
        guard found.isEmpty else { throw InputOutputFaults(found.map { .construction($0) }) }
    }

    /// q, output by product.
    public var productOutput: [Double] { make.columnSums }

    /// g, output by industry.
    public var industryOutput: [Double] { make.rowSums }

    /// Products whose use differs from supply by more than a share of the larger.
    public func imbalances(above limit: Double) -> [TableConstructionFault] {
        let uses = zip(use.rowSums, finalDemand.rowSums).map { $0 + $1 }
        let supply = productOutput
        return products.indices.compactMap { row in
            let gap = abs(uses[row] - supply[row])
            guard gap > limit * max(abs(uses[row]), abs(supply[row])) else { return nil }
            return .productImbalance(products[row], supply: supply[row], use: uses[row])
        }
    }

    private var makeFaults: [TableConstructionFault] {
        var faults: [TableConstructionFault] = []
        for row in industries.indices {
            for column in products.indices where make[row, column] < 0 {
                faults.append(
                    .negativeMake(industry: industries[row], product: products[column], make[row, column]))
            }
        }
        let (output, made) = (productOutput, industryOutput)
        faults += products.indices.filter { output[$0] == 0 }.map { .productWithoutOutput(products[$0]) }
        faults += industries.indices.filter { made[$0] == 0 }.map { .industryWithoutOutput(industries[$0]) }
        return faults
    }
}
