import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Symmetric tables from supply and use, and the price model.
struct SupplyUseTests {
    private static func source(
        _ use: [Double], _ make: [Double], _ demand: [Double], industries: Int = 2, unbalanced: Bool = false
    ) throws -> SupplyUseTable {
        let products = demand.count
        return try SupplyUseTable(
            products: (0..<products).map { Industry(sector: "p\($0)") },
            industries: (0..<industries).map { Industry(sector: "i\($0)") },
            use: Matrix(rows: products, columns: industries, elements: use),
            make: Matrix(rows: industries, columns: products, elements: make),
            demandCategories: [DemandCategory(category: "e")],
            finalDemand: Matrix(rows: products, columns: 1, elements: demand), allowsImbalance: unbalanced)
    }

    private static func square() throws -> SupplyUseTable {
        try source([12, 8, 10, 7], [90, 0, 10, 100], [80, 83])
    }

    /// Two sectors attributed to Miller & Blair (2009), chapter 5; arithmetic by numpy.
    static let models: [(TransformationModel, [Double], [Double])] = [
        (
            .productTechnology, [0.13333333333333333, 0.06666666666666667, 0.1111111111111111, 0.058888888888888886],
            [80, 83]
        ),
        (
            .industryTechnology, [0.12727272727272726, 0.07272727272727272, 0.10636363636363635, 0.06363636363636363],
            [80, 83]
        ),
        (
            .fixedIndustrySales, [0.12222222222222222, 0.06636363636363636, 0.12222222222222223, 0.06999999999999999],
            [71.7, 91.3]
        ),
        (.fixedProductSales, [0.12, 0.06545454545454546, 0.12444444444444444, 0.07090909090909091], [72, 91]),
    ]

    @Test(arguments: models) func textbook(model: TransformationModel, coefficients: [Double], demand: [Double]) throws
    {
        let source = try Self.square()
        let found = try TransformedTable(source, by: model)
        #expect(Sample.gap(found.table.inputCoefficients.elements, coefficients) < 1e-14)
        #expect(Sample.gap(found.table.finalDemand.elements, demand) < 1e-14)
        #expect(found.negatives.isEmpty)
        #expect(found.table.industries == (model.isByProduct ? source.products : source.industries))
        // Value added is what output leaves: it keeps its sum, and columns stay in balance.
        let added = try Matrix(rows: 1, columns: 2, elements: [68, 95])
        let moved = try found.amounts(added)
        #expect(abs(moved.rowSums[0] - 163) < 1e-12)
        let report = try found.table.balance(primaryInputs: moved)
        #expect(try #require(report.largest(.column)).relative < 1e-14)
    }

    /// Three products of two industries, by numpy.
    @Test func rectangular() throws {
        let source = try Self.source([12, 8, 10, 7, 3, 9], [90, 0, 5, 10, 100, 15], [80, 83, 8])
        let industry = try TransformedTable(source, by: .fixedProductSales).table
        #expect(
            Sample.gap(
                industry.inputCoefficients.elements,
                [0.12157894736842105, 0.0756, 0.14157894736842105, 0.1164]) < 1e-14)
        #expect(Sample.gap(industry.finalDemand.elements, [74, 97]) < 1e-14)
        let product = try TransformedTable(source, by: .industryTechnology).table
        #expect(
            Sample.gap(
                product.inputCoefficients.elements,
                [
                    0.1200842105263158, 0.064, 0.07957894736842105, 0.10033684210526315, 0.056, 0.0683157894736842,
                    0.03562105263157895, 0.072, 0.06189473684210526,
                ]) < 1e-14)
        for model in [TransformationModel.productTechnology, .fixedIndustrySales] {
            #expect(throws: InputOutputFaults([.construction(.notSquare(products: 3, industries: 2))])) {
                try TransformedTable(source, by: model)
            }
        }
    }

    /// Product technology takes 7 of the second product away from the first: told, and kept.
    @Test func negatives() throws {
        let source = try Self.source([20, 2, 5, 30], [60, 40, 0, 100], [38, 105])
        let found = try TransformedTable(source, by: .productTechnology)
        #expect(Sample.gap(found.table.flows.elements, [19.2, 2.8, -7, 42]) < 1e-14)
        #expect(found.negatives.map(\.buyer) == ["p0"])
        #expect(found.negatives.map(\.seller.sector) == ["p1"])
        #expect(abs(try #require(found.negatives.first).value + 7) < 1e-13)
        #expect(try TransformedTable(source, by: .industryTechnology).negatives.isEmpty)
    }

    @Test func faults() throws {
        let faults = { (body: () throws -> SupplyUseTable) in
            do {
                _ = try body()
                return [InputOutputFault]()
            } catch let faults as InputOutputFaults {
                return faults.list
            } catch {
                return []
            }
        }
        let (product, industry) = (Industry(sector: "p1"), Industry(sector: "i1"))
        #expect(
            faults { try Self.source([12, 8, 10, 7], [90, 0, 10, 100], [80, 90]) } == [
                .construction(.productImbalance(product, supply: 100, use: 107))
            ])
        #expect(faults { try Self.source([12, 8, 10, 7], [90, 0, 10, 100], [80, 90], unbalanced: true) } == [])
        #expect(
            faults { try Self.source([0, 0, 0, 0], [90, 0, 10, 0], [100, 0]) } == [
                .construction(.productWithoutOutput(product))
            ])
        #expect(
            faults { try Self.source([0, 0, 0, 0], [90, 10, 0, 0], [90, 10]) } == [
                .construction(.industryWithoutOutput(industry))
            ])
        #expect(
            faults { try Self.source([0, 0, 0, 0], [90, -1, 0, 20], [90, 19]) } == [
                .construction(.negativeMake(industry: Industry(sector: "i0"), product: product, -1))
            ])
        // Both industries make the same mix.
        let same = try Self.source([0, 0, 0, 0], [10, 10, 20, 20], [30, 30])
        #expect(throws: InputOutputFaults([.construction(.makeSingular)])) {
            try TransformedTable(same, by: .productTechnology)
        }
    }

    /// In balance p = 1; a cost raises prices by L, seen from the columns; without primary inputs they are what is left.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func prices(seed: UInt64) throws {
        let (random, _) = try Sample.random([3, 3], seed: seed)
        // Outputs large enough that every industry has value added.
        let table = try InputOutputTable(
            industries: random.industries, flows: random.flows, demandCategories: random.demandCategories,
            finalDemand: Matrix(rows: 6, columns: 4) { random.finalDemand[$0, $1] + 3 })
        let added = zip(table.output, table.flows.columnSums).map { $0 - $1 }
        let model = try LeontiefModel(table)
        let inputs = Matrix(rows: 2, columns: 6) { $0 == 0 ? 0.4 * added[$1] : 0.6 * added[$1] }
        let prices = try PriceModel(model, primaryInputs: inputs)
        #expect(prices.basePrices.allSatisfy { abs($0 - 1) < 1e-13 })
        #expect(try PriceModel(model).basePrices.allSatisfy { abs($0 - 1) < 1e-13 })
        let costs = [0, 0.1, 0, 0, 0, 0]
        let inverse = try model.leontiefInverse()
        let found = try prices.prices(addedCosts: costs)
        #expect(found.indices.allSatisfy { abs(found[$0] - 1 - 0.1 * inverse[1, $0]) < 1e-13 })
        let bundle = try #require(prices.bundleChange(found, spending: [0, 2, 0, 0, 0, 2]))
        #expect(abs(bundle - (found[1] + found[5] - 2) / 2) < 1e-13)
        #expect(prices.bundleChange(found, spending: [0, 0, 0, 0, 0, 0]) == nil)
        #expect(throws: InputOutputFaults.self) { try prices.prices(addedCosts: [1]) }
        // Half of the value added: prices tell that columns are out of balance.
        let half = try PriceModel(model, primaryInputs: Matrix(rows: 1, columns: 6) { 0.5 * added[$1] })
        #expect(half.basePrices.allSatisfy { abs($0 - 0.5) < 1e-13 })
    }
}
