/// The columns that many linear programs share: a coefficient for each row and column, row by row, at no cost.
struct SharedColumns: Hashable, Sendable {
    /// The number of rows.
    let rows: Int
    /// The number of columns.
    let count: Int
    /// The coefficients, row by row.
    let elements: [Double]

    /// Columns from their rows, which all have the same length.
    init(rows: [[Double]]) {
        self.rows = rows.count
        count = rows.first?.count ?? 0
        elements = rows.flatMap { $0 }
    }
}

/// A linear program: minimise c x over x >= 0 with A x = b.
///
/// A consists of the shared columns, which cost nothing, and a few columns of the program's own. The number of rows is
/// small (inputs, outputs and one more); there may be thousands of shared columns.
struct LinearProgram: Sendable {
    /// A column of the program's own.
    struct Column: Hashable, Sendable {
        /// A coefficient for each row.
        var coefficients: [Double]
        /// c, the cost.
        var cost: Double
    }

    /// The shared columns.
    let shared: SharedColumns
    /// Shared columns that may not be used.
    var excluded: [Int] = []
    /// b, the right-hand sides.
    var right: [Double]
    /// The columns of its own.
    private(set) var columns: [Column] = []

    /// A program without columns of its own.
    init(_ shared: SharedColumns, right: [Double]) {
        self.shared = shared
        self.right = right
    }

    /// The number of rows.
    var rows: Int { right.count }

    /// Adds a column; returns its number among all columns, shared ones first.
    @discardableResult
    mutating func add(_ coefficients: [(row: Int, value: Double)], cost: Double = 0) -> Int {
        var column = Column(coefficients: Array(repeating: 0, count: rows), cost: cost)
        for (row, value) in coefficients { column.coefficients[row] = value }
        columns.append(column)
        return shared.count + columns.count - 1
    }

    /// The coefficient of a column in a row.
    func coefficient(_ row: Int, _ column: Int) -> Double {
        column < shared.count
            ? shared.elements[row * shared.count + column] : columns[column - shared.count].coefficients[row]
    }
}

/// How a linear program ended.
enum ProgramOutcome: Sendable {
    /// An optimum with its certificate.
    case optimal(ProgramSolution)
    /// No x satisfies the rows.
    case infeasible
    /// The cost has no lower bound.
    case unbounded
    /// The numbers do not allow a solution that proves itself.
    case uncertified
}

/// An optimum of a linear program.
struct ProgramSolution: Hashable, Sendable {
    /// c x.
    let cost: Double
    /// The shared columns that are used, with their values, in ascending order.
    let shared: [Weight]
    /// The values of the program's own columns.
    let own: [Double]
    /// The dual value of each row: by how much the cost changes for a unit more of the right-hand side.
    let duals: [Double]
    /// The columns of the basis, by row; a start for a similar program.
    let basis: [Int]

    /// A shared column and its value.
    struct Weight: Hashable, Sendable {
        let column: Int
        let value: Double
    }
}
