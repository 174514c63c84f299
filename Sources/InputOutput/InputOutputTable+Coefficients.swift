public import LinearAlgebra

extension InputOutputTable {
    /// Makes a table from input coefficients: x = (I - A)^-1 Y 1, Z = A x.
    ///
    /// - Throws: `InputOutputFaults` as for a table of flows, and for a singular I - A.
    public init(
        industries: [Industry], inputCoefficients: Matrix, demandCategories: [DemandCategory], finalDemand: Matrix,
        allowsNegativeFlows: Bool = false
    ) throws(InputOutputFaults) {
        let count = industries.count
        var faults = Self.sizeFaults(inputCoefficients, .flows, count, count)
        faults += Self.sizeFaults(finalDemand, .finalDemand, count, demandCategories.count)
        guard faults.isEmpty, count > 0 else { throw InputOutputFaults(faults + (count > 0 ? [] : [.noIndustries])) }
        let total = Matrix(rows: count, columns: 1) { row, _ in finalDemand.row(row).reduce(0, +) }
        guard let factors = try? LUFactorisation(LeontiefModel.identityMinus(inputCoefficients)),
            factors.reciprocalCondition >= LeontiefModel.smallestCondition,
            let output = try? factors.solution(of: total)
        else {
            let sums = inputCoefficients.columnSums
            let largest = sums.indices.max { sums[$0] < sums[$1] } ?? 0
            throw InputOutputFaults([.singular(industries[largest], columnSum: sums[largest])])
        }
        let flows = Matrix(rows: count, columns: count) { inputCoefficients[$0, $1] * output[$1, 0] }
        try self.init(
            industries: industries, flows: flows, demandCategories: demandCategories, finalDemand: finalDemand,
            allowsNegativeFlows: allowsNegativeFlows)
    }
}
