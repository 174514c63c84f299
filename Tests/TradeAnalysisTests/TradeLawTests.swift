import LinearAlgebra
import TestSupport
import Testing

@testable import TradeAnalysis

/// What holds for any table.
struct TradeLawTests {
    private func matrices() throws -> [TradeMatrix] {
        try [(7, 12, 3), (12, 7, 4), (20, 30, 5)].map {
            try TradeSamples.random(areas: $0.0, products: $0.1, seed: $0.2)
        }
    }

    @Test func sumsThatVanish() throws {
        for matrix in try matrices() {
            let values = matrix.normalisedAdvantage()
            let imports = try TradeMatrix(
                areas: matrix.areas, products: matrix.products,
                values: Matrix(rows: matrix.areas.count, columns: matrix.products.count) {
                    matrix.values[$0, $1] * (1 + Double(($0 * 7 + $1 * 3) % 5))
                })
            let lafay = try matrix.lafay(imports: imports)
            for area in matrix.areas.indices {
                #expect(abs(matrix.products.indices.reduce(0) { $0 + (values[area, $1] ?? .nan) }) < 1e-12)
                #expect(abs(matrix.products.indices.reduce(0) { $0 + (lafay[area, $1] ?? .nan) }) < 1e-11)
            }
            for product in matrix.products.indices {
                #expect(abs(matrix.areas.indices.reduce(0) { $0 + (values[$1, product] ?? .nan) }) < 1e-12)
            }
        }
    }

    @Test func areasAreMeansOfTheirProducts() throws {
        for matrix in try matrices() {
            let complexity = try EconomicComplexity(AdvantageNetwork(matrix.advantage()))
            let network = complexity.network
            let means = network.areaMeans(complexity.products())
            for (value, mean) in zip(complexity.areas(), means) { #expect(abs(value - mean) < 1e-12) }
            let weighted = zip(network.ubiquity, complexity.productVector).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(weighted) < 1e-10)
            #expect(Moments.covariance(complexity.areas(), network.diversity) >= 0)
        }
    }

    /// The definition, iterated: D_c^-1 M D_p^-1 M' k = lambda k.
    @Test func vectorsAreEigenvectors() throws {
        for matrix in try matrices() {
            let complexity = try EconomicComplexity(AdvantageNetwork(matrix.advantage()))
            let network = complexity.network
            let next = network.areaMeans(network.productMeans(complexity.areaVector))
            for (value, before) in zip(next, complexity.areaVector) {
                #expect(abs(value - complexity.eigenvalues[1] * before) < 1e-10)
            }
        }
    }

    @Test func nothingDependsOnUnitsOrOrder() throws {
        for matrix in try matrices() {
            let order = matrix.areas.indices.reversed().map { $0 }
            let other = try TradeMatrix(
                areas: order.map { matrix.areas[$0] }, products: matrix.products,
                values: Matrix(rows: order.count, columns: matrix.products.count) {
                    matrix.values[order[$0], $1] * 1024
                })
            let first = try EconomicComplexity(AdvantageNetwork(matrix.advantage()))
            let second = try EconomicComplexity(AdvantageNetwork(other.advantage()))
            for (value, same) in zip(first.areas(), second.areas().reversed()) { #expect(abs(value - same) < 1e-9) }
            for (value, same) in zip(first.products(), second.products()) { #expect(abs(value - same) < 1e-9) }
        }
    }

    @Test(arguments: [false, true])
    func productSpace(withoutDiagonal: Bool) throws {
        for matrix in try matrices() {
            let network = try AdvantageNetwork(matrix.advantage())
            let space = try ProductSpace(network, withoutDiagonal: withoutDiagonal)
            for row in network.products.indices {
                #expect(space.proximity[row, row] == 1)
                for column in network.products.indices {
                    #expect(space.proximity[row, column] == space.proximity[column, row])
                    let both = network.areas.indices.count {
                        network.members[$0, row] == 1 && network.members[$0, column] == 1
                    }
                    let least = max(network.ubiquity[row], network.ubiquity[column])
                    #expect(abs(space.proximity[row, column] - Double(both) / least) < 1e-15)
                }
            }
            for value in space.density.elements { #expect(value >= 0 && value <= 1 + 1e-12) }
        }
    }

    /// COI and COG beside their sums written out.
    @Test func outlook() throws {
        let matrix = try TradeSamples.random(areas: 9, products: 14, seed: 8)
        let network = try AdvantageNetwork(matrix.advantage())
        let complexity = try EconomicComplexity(network)
        let space = try ProductSpace(network)
        let outlook = try ComplexityOutlook(complexity, space)
        let worth = complexity.products()
        let products = network.products.indices
        for area in network.areas.indices {
            let lacking = products.filter { network.members[area, $0] == 0 }
            let index = lacking.reduce(0) { $0 + space.density[area, $1] * worth[$1] }
            #expect(abs(outlook.index[area] - index) < 1e-12)
            for product in products {
                let opened = lacking.reduce(0) { sum, other in
                    let around = products.reduce(0) { $0 + space.proximity[$1, other] }
                    return sum + space.proximity[product, other] / around * worth[other]
                }
                let gain =
                    network.members[area, product] == 1 ? 0 : opened - space.density[area, product] * worth[product]
                #expect(abs(outlook.gain[area, product] - gain) < 1e-12)
            }
        }
    }

    /// An area of the world, appended to it, is where it was, but for its own part in the world's totals.
    @Test func appendedAreaSeesTheWorld() throws {
        let matrix = try TradeSamples.random(areas: 9, products: 14, seed: 9)
        let complexity = try EconomicComplexity(AdvantageNetwork(matrix.advantage()))
        let space = try ProductSpace(complexity.network)
        for (area, name) in complexity.network.areas.enumerated() {
            let row = try matrix.index(ofArea: name)
            let appended = try AppendedArea(Array(matrix.values.row(row)), world: matrix, complexity, space)
            #expect(abs((appended.index ?? .nan) - complexity.areas()[area]) < 1e-12)
            #expect(
                zip(appended.density, space.density.row(area)).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    @Test func fitnessSettles() throws {
        let network = try AdvantageNetwork(TradeSamples.random(areas: 9, products: 14, seed: 10).advantage())
        let fitness = TradeFitness(network)
        #expect(abs(Moments.mean(fitness.areas) - 1) < 1e-12 && abs(Moments.mean(fitness.products) - 1) < 1e-12)
        #expect(TradeFitness(network, limit: 1).hasConverged == false)
    }
}
