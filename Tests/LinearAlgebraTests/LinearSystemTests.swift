import LinearAlgebra
import Testing
import TestSupport

@Suite("Linear systems")
struct LinearSystemTests {
    @Test("2 x + y = 5, x - y = 1 gives x = 2, y = 1: the matrix is read row by row")
    func rows() throws {
        let solution = try LinearSystem.solve([2, 1, 1, -1], right: [5, 1])
        #expect(abs(solution[0] - 2) < 1e-14)
        #expect(abs(solution[1] - 1) < 1e-14)
    }

    @Test("A x gives b back", arguments: [1, 3, 10])
    func roundTrip(order: Int) throws {
        var random = SeededGenerator(seed: UInt64(100 + order))
        let matrix = (0..<order * order).map { random.uniform() + ($0 % (order + 1) == 0 ? Double(order) : 0) }
        let right = (0..<order).map { _ in random.uniform() }
        let solution = try LinearSystem.solve(matrix, right: right)
        for row in 0..<order {
            let image = (0..<order).reduce(0) { $0 + matrix[row * order + $1] * solution[$1] }
            #expect(abs(image - right[row]) < 1e-13)
        }
    }

    @Test("A singular matrix is refused")
    func singular() {
        #expect(throws: LinearAlgebraError.singular) { try LinearSystem.solve([1, 2, 2, 4], right: [1, 2]) }
        #expect(throws: LinearAlgebraError.wrongSize(expected: 4, found: 1)) {
            try LinearSystem.solve([1], right: [1, 2])
        }
    }
}
