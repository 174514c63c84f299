import InputOutput
import LinearAlgebra
import Testing

/// Worked examples of books and articles.
struct TextbookTests {
    /// Miller & Blair (2009), chapter 2: printed L = 1.254 .330 / .264 1.122, output for f = (600, 1500) 1247.52, 1841.58.
    @Test func millerAndBlair() throws {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1400 + 300])
        #expect(table.output == [1000, 2000])
        #expect(Sample.gap(table.inputCoefficients.elements, [0.15, 0.25, 0.2, 0.05]) < 1e-15)
        let model = try LeontiefModel(table)
        let inverse = try model.leontiefInverse()
        for (found, printed) in zip(inverse.elements, [1.254, 0.330, 0.264, 1.122]) {
            #expect(abs(found - printed) < 0.0005)
        }
        let output = try model.output(for: Matrix(rows: 2, columns: 1, elements: [600, 1500]))
        #expect(Sample.gap(output.elements, [1247.524752475248, 1841.584158415842]) < 1e-14)
        #expect(Sample.gap(model.outputMultipliers, inverse.columnSums) < 1e-14)
    }

    /// Miller & Blair (2009), sections 2.5 and 6.2: income multipliers of both types have one ratio, the household
    /// element of the closed inverse. Household coefficients are the book's, w = (0.3, 0.25) and h = (0.05, 0.4), without
    /// what its households buy from each other; so the expected values come from the partitioned inverse.
    @Test func closedOnHouseholds() throws {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1700])
        let households = try HouseholdModel(
            table, income: [300, 500], spending: Matrix(rows: 2, columns: 1, elements: [40, 320]), rule: .allOverIncome)
        let income = try households.incomeMultipliers()
        let open = try LeontiefModel(table).totalIntensities(Matrix(rows: 1, columns: 2, elements: [0.3, 0.25]))
            .elements
        #expect(abs(income[0] / open[0] - income[1] / open[1]) < 1e-13)
        // L_hh = 1 / (1 - w L h).
        let spent = try LeontiefModel(table).output(for: Matrix(rows: 2, columns: 1, elements: [0.05, 0.4])).elements
        let household = 1 / (1 - (0.3 * spent[0] + 0.25 * spent[1]))
        #expect(abs(income[0] / open[0] - household) < 1e-13)
        let direct = try Matrix(rows: 1, columns: 2, elements: [1, 1])
        let total = try households.totalIntensities(direct).elements
        for column in 0..<2 {
            let simple = try LeontiefModel(table).outputMultipliers[column]
            #expect(abs(total[column] - (simple + (spent[0] + spent[1]) * income[column])) < 1e-13)
        }
    }

    /// J. Kitzes, An introduction to environmentally-extended input-output analysis, Resources 2(4) (2013), 489-503.
    @Test func kitzes() throws {
        let table = try InputOutputTable(
            industries: ["x", "y"].map { Industry(area: $0, sector: "all") },
            flows: Matrix(rows: 2, columns: 2, elements: [8, 5, 4, 2]),
            demandCategories: ["x", "y"].map { DemandCategory(area: $0, category: "final") },
            finalDemand: Matrix(rows: 2, columns: 2, elements: [3, 0, 0, 6]))
        let account = try SatelliteAccount(
            name: "e", stressors: [Stressor(["q"])], industryFlows: Matrix(rows: 1, columns: 2, elements: [8, 4]),
            of: table)
        let footprint = try Footprint(try LeontiefModel(table), account)
        #expect(Sample.gap(footprint.consumptionBased.elements, [4.8, 7.2]) < 1e-14)
        #expect(footprint.productionBased.elements == [8, 4])
        // Of the bilateral table 4, 4 / 0.8, 3.2 the parts away from the diagonal.
        #expect(Sample.gap(try footprint.imported().elements, [0.8, 4]) < 1e-14)
        #expect(Sample.gap(try footprint.exported().elements, [4, 0.8]) < 1e-14)
    }
}
