import LinearAlgebra
import Testing
import TestSupport

@Suite("Symmetric eigen-decomposition")
struct SymmetricEigenTests {
    @Test("[[2, 1], [1, 2]] has eigenvalues 3 and 1")
    func twoByTwo() throws {
        let eigen = try SymmetricEigen([2, 1, 1, 2], order: 2)
        #expect(abs(eigen.values[0] - 3) < 1e-14)
        #expect(abs(eigen.values[1] - 1) < 1e-14)
        #expect(abs(eigen.vectors[0][0] - 0.5.squareRoot()) < 1e-14)
        #expect(eigen.vectors[1][0] > 0)
    }

    @Test("A v = lambda v, vectors orthonormal, trace kept", arguments: [1, 2, 5, 12])
    func definition(order: Int) throws {
        var random = SeededGenerator(seed: UInt64(order))
        var matrix = Array(repeating: 0.0, count: order * order)
        for row in 0..<order {
            for column in 0...row {
                let value = random.uniform() * 2 - 1
                matrix[row * order + column] = value
                matrix[column * order + row] = value
            }
        }
        let eigen = try SymmetricEigen(matrix, order: order)
        for (value, vector) in zip(eigen.values, eigen.vectors) {
            for row in 0..<order {
                let image = (0..<order).reduce(0) { $0 + matrix[row * order + $1] * vector[$1] }
                #expect(abs(image - value * vector[row]) < 1e-12)
            }
        }
        for first in 0..<order {
            for second in 0..<order {
                let product = zip(eigen.vectors[first], eigen.vectors[second]).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(abs(product - (first == second ? 1 : 0)) < 1e-12)
            }
        }
        let trace = (0..<order).reduce(0) { $0 + matrix[$1 * order + $1] }
        #expect(abs(eigen.values.reduce(0, +) - trace) < 1e-12)
        #expect(eigen.values == eigen.values.sorted(by: >))
    }

    @Test("Faults are named")
    func faults() {
        #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) {
            try SymmetricEigen([1, 2, 3, 1], order: 2)
        }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 4, found: 3)) {
            try SymmetricEigen([1, 2, 3], order: 2)
        }
        #expect(throws: LinearAlgebraError.notFinite(position: 0)) { try SymmetricEigen([.nan], order: 1) }
    }
}
