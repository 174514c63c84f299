import LinearAlgebra

/// The iteration of `BalancedMatrix`: what is left of matrix and targets without the known cells.
struct BalancingProblem {
    private let positive: Matrix
    private let negative: Matrix
    private let known: [BalancingTargets.KnownCell]
    private let rowTargets: [Double]
    private let columnTargets: [Double]
    private let method: BalancingMethod
    private(set) var rowMultipliers: [Double]
    private(set) var columnMultipliers: [Double]

    init(
        _ prior: Matrix, _ targets: BalancingTargets, _ method: BalancingMethod
    ) throws(BalancingFaults) {
        let faults = Self.faults(prior, targets, method)
        guard faults.isEmpty else { throw BalancingFaults(faults) }
        var free = prior
        var (rows, columns) = (targets.rows, targets.columns)
        for cell in targets.known {
            free[cell.row, cell.column] = 0
            rows[cell.row] -= cell.value
            columns[cell.column] -= cell.value
        }
        // What is left of a sum that known cells make up wholly is zero, not what rounding leaves.
        let scale = 1e-13
        for row in rows.indices where abs(rows[row]) <= scale * abs(targets.rows[row]) { rows[row] = 0 }
        for column in columns.indices where abs(columns[column]) <= scale * abs(targets.columns[column]) {
            columns[column] = 0
        }
        // Totals that differ by rounding are made equal, else no matrix could meet both within the tolerance.
        let difference = rows.reduce(0, +) - columns.reduce(0, +)
        let size = columns.reduce(0) { $0 + abs($1) }
        if size > 0 { columns = columns.map { $0 + difference * abs($0) / size } }
        positive = Matrix(rows: prior.rows, columns: prior.columns) { max(0, free[$0, $1]) }
        negative = Matrix(rows: prior.rows, columns: prior.columns) { max(0, -free[$0, $1]) }
        known = targets.known
        rowTargets = rows
        columnTargets = columns
        self.method = method
        rowMultipliers = Array(repeating: 1, count: prior.rows)
        columnMultipliers = Array(repeating: 1, count: prior.columns)
        let unreachable = self.unreachable()
        guard unreachable.isEmpty else { throw BalancingFaults(unreachable) }
    }

    /// Rows first, then columns.
    mutating func scale() {
        for row in rowTargets.indices {
            var (gained, lost) = (0.0, 0.0)
            for column in columnTargets.indices {
                gained += positive[row, column] * columnMultipliers[column]
                if negative[row, column] != 0 { lost += negative[row, column] / columnMultipliers[column] }
            }
            rowMultipliers[row] = Self.multiplier(rowTargets[row], gained, lost)
        }
        var gained = Array(repeating: 0.0, count: columnTargets.count)
        var lost = gained
        for row in rowTargets.indices {
            for column in columnTargets.indices {
                gained[column] += positive[row, column] * rowMultipliers[row]
                if negative[row, column] != 0 { lost[column] += negative[row, column] / rowMultipliers[row] }
            }
        }
        for column in columnTargets.indices {
            columnMultipliers[column] = Self.multiplier(columnTargets[column], gained[column], lost[column])
        }
    }

    /// The positive root of p m - q / m = target; 1 where there is nothing to scale.
    ///
    /// Of the two forms of the root that without a difference of like numbers is taken.
    private static func multiplier(_ target: Double, _ positive: Double, _ negative: Double) -> Double {
        guard positive > 0 else { return negative > 0 ? -negative / target : 1 }
        guard negative > 0 else { return target / positive }
        let root = (target * target + 4 * positive * negative).squareRoot()
        return target >= 0 ? (target + root) / (2 * positive) : 2 * negative / (root - target)
    }

    private func cell(_ row: Int, _ column: Int) -> Double {
        let multiplier = rowMultipliers[row] * columnMultipliers[column]
        if positive[row, column] != 0 { return positive[row, column] * multiplier }
        return negative[row, column] != 0 ? -negative[row, column] / multiplier : 0
    }

    /// The largest gaps of rows and columns.
    func gaps() -> (largest: Double, row: Int, rowGap: Double, column: Int, columnGap: Double) {
        var columnSums = Array(repeating: 0.0, count: columnTargets.count)
        var columnSizes = columnSums
        var (worstRow, rowGap) = (0, 0.0)
        for row in rowTargets.indices {
            var (sum, size) = (0.0, 0.0)
            for column in columnTargets.indices {
                let value = cell(row, column)
                sum += value
                size += abs(value)
                columnSums[column] += value
                columnSizes[column] += abs(value)
            }
            let gap = Self.gap(sum, rowTargets[row], size)
            if !(gap <= rowGap) { (worstRow, rowGap) = (row, gap) }
        }
        var (worstColumn, columnGap) = (0, 0.0)
        for column in columnTargets.indices {
            let gap = Self.gap(columnSums[column], columnTargets[column], columnSizes[column])
            if !(gap <= columnGap) { (worstColumn, columnGap) = (column, gap) }
        }
        let largest = rowGap.isNaN || columnGap.isNaN ? .nan : max(rowGap, columnGap)
        return (largest, worstRow, rowGap, worstColumn, columnGap)
    }

    private static func gap(_ sum: Double, _ target: Double, _ size: Double) -> Double {
        sum == target ? 0 : abs(sum - target) / max(abs(target), size)
    }

    /// The matrix with the known cells put back.
    func result() -> Matrix {
        var result = Matrix(rows: positive.rows, columns: positive.columns) { cell($0, $1) }
        for cell in known { result[cell.row, cell.column] = cell.value }
        return result
    }

    /// Rows and columns whose cells cannot give a sum of the sign that is left.
    private func unreachable() -> [BalancingFault] {
        let fits = { (target: Double, gains: Bool, loses: Bool) in
            target == 0 ? gains || !loses : target > 0 ? gains : loses
        }
        var faults: [BalancingFault] = []
        for row in rowTargets.indices
        where !fits(
            rowTargets[row], positive.row(row).contains { $0 > 0 }, negative.row(row).contains { $0 > 0 })
        { faults.append(.rowUnreachable(row: row, left: rowTargets[row])) }
        let (gains, losses) = (positive.columnSums, negative.columnSums)
        for column in columnTargets.indices
        where !fits(columnTargets[column], gains[column] > 0, losses[column] > 0) {
            faults.append(.columnUnreachable(column: column, left: columnTargets[column]))
        }
        return faults
    }

    private static func faults(
        _ prior: Matrix, _ targets: BalancingTargets, _ method: BalancingMethod
    ) -> [BalancingFault] {
        guard targets.rows.count == prior.rows, targets.columns.count == prior.columns else {
            return [
                .wrongSize(
                    rows: prior.rows, columns: prior.columns, rowTargets: targets.rows.count,
                    columnTargets: targets.columns.count)
            ]
        }
        var faults: [BalancingFault] = targets.rows.indices.filter { !targets.rows[$0].isFinite }
            .map { .notFinite(row: $0, column: nil) }
        faults += targets.columns.indices.filter { !targets.columns[$0].isFinite }
            .map { .notFinite(row: nil, column: $0) }
        var seen: Set<Int> = []
        for cell in targets.known {
            let isInside = (0..<prior.rows).contains(cell.row) && (0..<prior.columns).contains(cell.column)
            if !isInside || !cell.value.isFinite || !seen.insert(cell.row * prior.columns + cell.column).inserted {
                faults.append(.knownCell(row: cell.row, column: cell.column))
            }
        }
        for row in 0..<prior.rows {
            for column in 0..<prior.columns {
                let value = prior[row, column]
                if !value.isFinite { faults.append(.notFinite(row: row, column: column)) }
                if value < 0, method == .ras, !seen.contains(row * prior.columns + column) {
                    faults.append(.negativeCell(row: row, column: column, value))
                }
            }
        }
        let (left, right) = (targets.rows.reduce(0, +), targets.columns.reduce(0, +))
        let size = max(abs(left), abs(right), targets.rows.reduce(0) { max($0, abs($1)) })
        if faults.isEmpty, abs(left - right) > 1e-9 * size {
            faults.append(.totalsDiffer(rows: left, columns: right))
        }
        return faults
    }
}
