import LinearAlgebra

/// What a shock does to the system: changed elements of A, demand, outputs that are set, income paid outside industries.
struct Stimulus: Sendable {
    /// An element of A.
    struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    let name: String
    let part: ScenarioPart
    let timing: ShockTiming
    /// Changes of elements of A.
    var cells: [Cell: Double] = [:]
    /// Changes of final demand by product.
    var demand: [Double]
    /// Changes of outputs that are set.
    var fixed: [Int: Double] = [:]
    /// Income of the households of each area.
    var income: [Double]
    /// What is counted of people paid directly (m x n).
    var labour: Matrix
    /// The money that is spent: what a budget has to find.
    var money = 0.0

    init(_ name: String, _ part: ScenarioPart, _ timing: ShockTiming, rows: Int, industries: Int, areas: Int) {
        self.name = name
        self.part = part
        self.timing = timing
        demand = Array(repeating: 0, count: industries)
        income = Array(repeating: 0, count: areas)
        labour = Matrix(rows: rows, columns: industries)
    }

    /// g = (change of A) x + change of demand: the first round. Outputs that are set take the place of what is asked of
    /// those industries.
    func firstRound(output: [Double], fixed all: Set<Int>) -> [Double] {
        var result = demand
        for (cell, change) in cells.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
            result[cell.row] += change * output[cell.column]
        }
        for row in all { result[row] = fixed[row] ?? 0 }
        return result
    }
}
