import LinearAlgebra

/// The models of a structural decomposition: each factor as in the earlier or the later table.
struct DecompositionModels {
    private let periods: [StructuralDecomposition.Period]
    private let factors: [StructuralDecomposition.Factor]
    private let demands: [DemandParts]
    /// The factorised models, by period of technology and of trade.
    private let solvers: [[LUFactorisation]]

    init(
        _ earlier: StructuralDecomposition.Period, _ later: StructuralDecomposition.Period,
        factors: [StructuralDecomposition.Factor]
    ) throws(InputOutputFaults) {
        periods = [earlier, later]
        self.factors = factors
        let origins = Origins(earlier.table)
        demands = [
            try DemandParts(earlier, areas: earlier.table.areas, factors: factors),
            try DemandParts(later, areas: earlier.table.areas, factors: factors),
        ]
        let coefficients = periods.map(\.table.inputCoefficients)
        let isMixed = factors.contains(.trade)
        var solvers: [[LUFactorisation]] = []
        for technology in 0...1 {
            var row: [LUFactorisation] = []
            for trade in 0...1 where isMixed || trade == technology {
                let mixed =
                    trade == technology
                    ? coefficients[technology]
                    : origins.combined(products: coefficients[technology], shares: coefficients[trade])
                row.append(try Self.factorised(mixed, periods[technology].table))
            }
            solvers.append(row)
        }
        self.solvers = solvers
    }

    /// s L f by stressor and industry with the factors of `changed`, bits of a number, as in the later table.
    func amounts(changed: Int) throws(InputOutputFaults) -> Matrix {
        let period = { (factor: StructuralDecomposition.Factor) -> Int in
            guard let position = factors.firstIndex(of: factor) else { return 0 }
            return changed >> position & 1
        }
        let technology = period(.technology)
        let isMixed = factors.contains(.trade)
        let solver = solvers[technology][isMixed ? period(.trade) : 0]
        let demand = self.demand(period)
        let output = try LeontiefModel.solved(periods[technology].table) { () throws(LinearAlgebraError) in
            try solver.solution(of: Matrix(rows: demand.count, columns: 1) { row, _ in demand[row] })
        }
        let intensities = periods[period(.intensity)].intensities
        return Matrix(rows: intensities.rows, columns: intensities.columns) {
            intensities[$0, $1] * output[$1, 0]
        }
    }

    private func demand(_ period: (StructuralDecomposition.Factor) -> Int) -> [Double] {
        let isWhole = factors.contains(.demand)
        let mix = period(isWhole ? .demand : .mix)
        let level = period(isWhole ? .demand : .level)
        let population = factors.contains(.population) ? period(.population) : level
        var levels = demands[level].levels
        for area in levels.indices { levels[area] *= demands[population].population[area] }
        let trade = factors.contains(.trade) ? period(.trade) : mix
        let mixes =
            trade == mix
            ? demands[mix].known(or: demands[1 - mix])
            : Origins(periods[0].table).combined(
                products: demands[mix].known(or: demands[1 - mix]), shares: demands[trade].known(or: demands[1 - trade])
            )
        return (0..<mixes.rows).map { row in
            zip(mixes.row(row), levels).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    private static func factorised(
        _ coefficients: Matrix, _ table: InputOutputTable
    ) throws(InputOutputFaults) -> LUFactorisation {
        let sums = coefficients.columnSums
        let factors = try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
            try LUFactorisation(LeontiefModel.identityMinus(coefficients))
        }
        guard factors.reciprocalCondition >= LeontiefModel.smallestCondition else {
            let largest = sums.indices.max { sums[$0] < sums[$1] } ?? 0
            throw InputOutputFaults([.singular(table.industries[largest], columnSum: sums[largest])])
        }
        return factors
    }
}

/// Final demand of each area taken apart: population, level a head, mix; or as a mix alone if it is one factor.
private struct DemandParts {
    let population: [Double]
    let levels: [Double]
    let mix: Matrix

    init(
        _ period: StructuralDecomposition.Period, areas: [String], factors: [StructuralDecomposition.Factor]
    ) throws(InputOutputFaults) {
        let own = period.table.areas
        let byArea = period.table.demandByArea
        let demand = Matrix(rows: byArea.rows, columns: areas.count) { row, column in
            own.firstIndex(of: areas[column]).map { byArea[row, $0] } ?? 0
        }
        population = try Self.population(period, areas: areas, isFactor: factors.contains(.population))
        guard factors.contains(.level) else {
            levels = areas.map { _ in 1 }
            mix = demand
            return
        }
        let sums = demand.columnSums
        let cancelled = areas.indices.filter { column in
            sums[column] <= 0 && (0..<demand.rows).contains { demand[$0, column] != 0 }
        }
        guard cancelled.isEmpty else { throw InputOutputFaults(cancelled.map { .noDemandLevel(areas[$0]) }) }
        levels = zip(sums, population).map { $0 / $1 }
        mix = Matrix(rows: demand.rows, columns: demand.columns) { row, column in
            sums[column] == 0 ? 0 : demand[row, column] / sums[column]
        }
    }

    private static func population(
        _ period: StructuralDecomposition.Period, areas: [String], isFactor: Bool
    ) throws(InputOutputFaults) -> [Double] {
        guard isFactor else { return areas.map { _ in 1 } }
        let given = period.population ?? []
        let empty = areas.indices.filter { !given.indices.contains($0) || !(given[$0] > 0) }
        guard empty.isEmpty else { throw InputOutputFaults(empty.map { .noPopulation(areas[$0]) }) }
        return given
    }

    /// The mix, that of the other table for an area without demand.
    func known(or other: DemandParts) -> Matrix {
        Matrix(rows: mix.rows, columns: mix.columns) { row, column in
            levels[column] == 0 ? other.mix[row, column] : mix[row, column]
        }
    }
}

/// The origins of each product: the same sector in every area.
private struct Origins {
    let products: [Int]
    let count: Int

    init(_ table: InputOutputTable) {
        let sectors = table.sectors
        let positions = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
        products = table.industries.map { positions[$0.sector] ?? 0 }
        count = sectors.count
    }

    /// The use of each product as in one matrix, divided over its origins as in another, and as in the first where the
    /// other has no use of the product.
    func combined(products requirements: Matrix, shares: Matrix) -> Matrix {
        let used = sums(requirements)
        let supplied = sums(shares)
        return Matrix(rows: requirements.rows, columns: requirements.columns) { row, column in
            let product = products[row]
            let supply = supplied[product, column]
            return supply == 0 ? requirements[row, column] : used[product, column] * shares[row, column] / supply
        }
    }

    private func sums(_ matrix: Matrix) -> Matrix {
        var result = Matrix(rows: count, columns: matrix.columns)
        for row in 0..<matrix.rows {
            for column in 0..<matrix.columns { result[products[row], column] += matrix[row, column] }
        }
        return result
    }
}
