import LinearAlgebra
import Testing
import TestSupport

@Suite("Matrices and their factorisation")
struct LUFactorisationTests {
    private static func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
        var generator = SeededGenerator(seed: seed)
        return Matrix(rows: rows, columns: columns) { _, _ in generator.uniform() - 0.5 }
    }

    /// The product as it is defined.
    private static func product(_ left: Matrix, _ right: Matrix) -> Matrix {
        Matrix(rows: left.rows, columns: right.columns) { row, column in
            (0..<left.columns).reduce(0) { $0 + left[row, $1] * right[$1, column] }
        }
    }

    private static func gap(_ left: Matrix, _ right: Matrix) -> Double {
        guard left.rows == right.rows, left.columns == right.columns else { return .infinity }
        return zip(left.elements, right.elements).map { abs($0 - $1) }.max() ?? 0
    }

    @Test("The product is that of the definition", arguments: [(1, 1, 1), (2, 3, 4), (7, 5, 2)])
    func multiplied(rows: Int, inner: Int, columns: Int) throws {
        let left = Self.random(rows, inner, seed: 1)
        let right = Self.random(inner, columns, seed: 2)
        #expect(Self.gap(try left.multiplied(by: right), Self.product(left, right)) < 1e-14)
        #expect(throws: LinearAlgebraError.wrongSize(expected: inner, found: rows + inner)) {
            try left.multiplied(by: Self.random(rows + inner, 1, seed: 3))
        }
    }

    @Test("A X = B and X A = B give B back", arguments: [(1, 1), (4, 2), (9, 11)])
    func solutions(order: Int, systems: Int) throws {
        let matrix = Self.random(order, order, seed: UInt64(order))
        let factors = try LUFactorisation(matrix)
        let columns = Self.random(order, systems, seed: 5)
        let rows = Self.random(systems, order, seed: 6)
        #expect(Self.gap(Self.product(matrix, try factors.solution(of: columns)), columns) < 1e-11)
        #expect(Self.gap(Self.product(try factors.rowSolution(of: rows), matrix), rows) < 1e-11)
    }

    @Test("The condition of a diagonal matrix is that of its extremes")
    func condition() throws {
        let factors = try LUFactorisation(Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1e-4]))
        #expect(abs(factors.reciprocalCondition / 1e-4 - 1) < 1e-12)
    }

    @Test("What cannot be factorised is refused")
    func faults() throws {
        let singular = try Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 4])
        #expect(throws: LinearAlgebraError.singular) { try LUFactorisation(singular) }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 4, found: 6)) {
            try LUFactorisation(Matrix(rows: 2, columns: 3))
        }
        let infinite = try Matrix(rows: 1, columns: 1, elements: [.infinity])
        #expect(throws: LinearAlgebraError.notFinite(position: 0)) { try LUFactorisation(infinite) }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 2, found: 1)) {
            try Matrix(rows: 1, columns: 2, elements: [1])
        }
    }

    @Test("Sums and transpose")
    func sums() throws {
        let matrix = try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
        #expect(matrix.rowSums == [6, 15])
        #expect(matrix.columnSums == [5, 7, 9])
        #expect(matrix.transposed.elements == [1, 4, 2, 5, 3, 6])
    }
}
