import CompositeIndicators
import Testing

@Suite("Budget allocation")
struct BudgetAllocationTests {
    @Test("Mean, median and spread by hand")
    func byHand() throws {
        let found = try BudgetAllocation(experts: [[50, 30, 20], [40, 40, 20], [90, 10, 0]])
        #expect(found.weights(.mean)?.map { ($0 * 300).rounded() } == [180, 80, 40])
        #expect(agrees(found.weights(.median)?[0], 50.0 / 100))
        #expect(found.ranges[0] == 40...90)
        #expect(agrees(found.standardDeviations?[1], (700.0 / 3).squareRoot()))
        #expect(found.rescaled.isEmpty)
    }

    @Test("Points that do not add up are refused, or rescaled and told")
    func sums() throws {
        let experts: [[Double]] = [[50, 50], [30, 30]]
        #expect(throws: BudgetAllocationError.wrongSum(expert: 1, found: 60, expected: 100)) {
            try BudgetAllocation(experts: experts)
        }
        let found = try BudgetAllocation(experts: experts, sumRule: .rescale)
        #expect(found.rescaled == [1])
        #expect(found.points[1] == [50, 50])
        #expect(throws: BudgetAllocationError.wrongCount(expert: 1, found: 1, expected: 2)) {
            try BudgetAllocation(experts: [[50, 50], [100]])
        }
        #expect(throws: BudgetAllocationError.invalidPoints(expert: 0, element: 1)) {
            try BudgetAllocation(experts: [[110, -10]])
        }
        #expect(throws: BudgetAllocationError.empty) { try BudgetAllocation(experts: []) }
    }
}
