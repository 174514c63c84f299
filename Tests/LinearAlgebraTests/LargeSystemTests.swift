import LinearAlgebra
import Testing
import TestSupport

/// Factors in single precision and products alone give what factors in double precision give.
struct LargeSystemTests {
    /// A random matrix K whose rows have sums of absolute values of at most `sum`, and right-hand sides.
    private static func system(
        _ order: Int, sum: Double, seed: UInt64
    ) -> (product: Matrix, difference: Matrix, right: Matrix) {
        var generator = SeededGenerator(seed: seed)
        var product = Matrix(rows: order, columns: order) { _, _ in
            generator.uniform() < 0.3 ? 0 : generator.uniform() - 0.1
        }
        for row in 0..<order {
            let size = product.row(row).reduce(0) { $0 + abs($1) }
            for column in 0..<order { product[row, column] *= sum / size }
        }
        let difference = Matrix(rows: order, columns: order) { ($0 == $1 ? 1 : 0) - product[$0, $1] }
        let right = Matrix(rows: 5, columns: order) { row, _ in
            row == 3 ? 0 : (generator.uniform() - 0.3) * (row == 4 ? 1e-30 : 1)
        }
        return (product, difference, right)
    }

    private static func expectEqual(_ found: Matrix, _ expected: Matrix, _ tolerance: Double) {
        for row in 0..<expected.rows {
            let largest = expected.row(row).map(abs).max() ?? 0
            let gap = zip(found.row(row), expected.row(row)).map { abs($0 - $1) }.max() ?? 0
            #expect(gap <= tolerance * largest, "row \(row): \(gap) of \(largest)")
        }
    }

    @Test(arguments: [1, 2, 17, 60], [0.5, 0.95] as [Double]) func singlePrecision(order: Int, sum: Double) throws {
        let system = Self.system(order, sum: sum, seed: UInt64(order))
        let exact = try LUFactorisation(system.difference)
        let mixed = try MixedFactorisation(order: order) { row, elements in
            for column in 0..<order { elements[column] = Float(system.difference[row, column]) }
        }
        let solved = try mixed.rowSolution(of: system.right, isTransposed: false) { rows throws(LinearAlgebraError) in
            try system.right.less(rows, minus: system.product.product(of: rows))
        }
        Self.expectEqual(solved, try exact.rowSolution(of: system.right), 1e-14)
        let across = try mixed.rowSolution(of: system.right, isTransposed: true) { rows throws(LinearAlgebraError) in
            try system.right.less(rows, minus: system.product.product(of: rows, isTransposed: true))
        }
        Self.expectEqual(across.transposed, try exact.solution(of: system.right.transposed), 1e-14)
    }

    @Test(arguments: [1, 2, 17, 60], [0.5, 0.95] as [Double]) func products(order: Int, sum: Double) throws {
        let system = Self.system(order, sum: sum, seed: UInt64(order) + 7)
        let solved = try MinimalResidual.rowSolution(of: system.right) { rows throws(LinearAlgebraError) in
            try system.product.product(of: rows)
        }
        Self.expectEqual(solved, try LUFactorisation(system.difference).rowSolution(of: system.right), 1e-13)
    }

    @Test func scaledProducts() throws {
        let system = Self.system(4, sum: 1, seed: 3)
        let (before, after) = ([1.0, 2, 3, 4], [5.0, 6, 7, 8])
        for isTransposed in [false, true] {
            for rows in [1, 3] {
                let left = Matrix(rows: rows, columns: 4) { system.right[$0, $1] }
                let found = try system.product.product(
                    of: left, isTransposed: isTransposed, before: before, after: after)
                let expected = Matrix(rows: rows, columns: 4) { row, column in
                    (0..<4).reduce(0) { sum, inner in
                        let element = isTransposed ? system.product[column, inner] : system.product[inner, column]
                        return sum + left[row, inner] * before[inner] * element * after[column]
                    }
                }
                Self.expectEqual(found, expected, 1e-14)
            }
        }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 4, found: 3)) {
            _ = try system.product.product(of: Matrix(rows: 1, columns: 3))
        }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 4, found: 1)) {
            _ = try system.product.product(of: system.right, after: [1])
        }
    }

    /// What neither can solve is told, not guessed.
    @Test func noSolution() throws {
        let identity = Matrix(rows: 3, columns: 3) { $0 == $1 ? 1 : 0 }
        let right = Matrix(rows: 1, columns: 3, filledWith: 1)
        #expect(throws: LinearAlgebraError.noConvergence) {
            _ = try MinimalResidual.rowSolution(of: right) { rows throws(LinearAlgebraError) in
                try identity.product(of: rows)
            }
        }
        #expect(throws: LinearAlgebraError.singular) {
            _ = try MixedFactorisation(order: 3) { _, elements in for column in 0..<3 { elements[column] = 1 } }
        }
        // Nearly singular: single precision does not suffice, double does.
        #expect(throws: LinearAlgebraError.singular) {
            _ = try MixedFactorisation(order: 2) { row, elements in
                elements[0] = 1
                elements[1] = row == 0 ? 1 : 1 + 1e-6
            }
        }
        let infinite = try Matrix(rows: 1, columns: 1, elements: [.infinity])
        #expect(throws: LinearAlgebraError.notFinite(position: 0)) {
            _ = try MinimalResidual.rowSolution(of: infinite) { rows throws(LinearAlgebraError) in rows }
        }
    }
}
