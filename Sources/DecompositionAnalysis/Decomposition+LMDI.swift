internal import Foundation

/// LMDI-I and LMDI-II with the analytical limits for zeros.
///
/// One pass gives the four forms, for dV_k/ln D_k = L(V^T, V^0) for every factor. Sources: Ang (2005), Energy Policy
/// 33:867-871; Ang (2015), Energy Policy 86:233-238; zeros: Ang, Zhang and Choi (1998), Energy 23:489-495, table 2.
extension Decomposition {
    /// The terms by cell and factor: additive, or logarithms where the method is multiplicative.
    static func logarithmic(
        _ values: FactorCells, start: Double, end: Double, method: DecompositionMethod
    ) throws(DecompositionFaults) -> [[Double]] {
        let (before, after) = (values.before, values.after)
        guard method.isMultiplicative || method.isSecond else {
            return values.cells.indices.map { terms(values, cell: $0, before[$0], after[$0]) }
        }
        let mean = LogarithmicMean.of(end, start) ?? 0
        guard method.isSecond else {
            return values.cells.indices.map { cell in
                terms(values, cell: cell, before[cell], after[cell]).map { $0 / mean }
            }
        }
        let shares = (before.map { $0 / start }, after.map { $0 / end })
        let weight = zip(shares.1, shares.0).map { LogarithmicMean.of($0, $1) ?? 0 }.compensatedSum()
        guard weight > 0 else { throw DecompositionFaults(list: [.noCommonCells]) }
        let scale = method.isMultiplicative ? 1 / weight : mean / weight
        return values.cells.indices.map { cell in
            terms(values, cell: cell, shares.0[cell], shares.1[cell]).map { $0 * scale }
        }
    }

    /// The terms of a cell: L(V^T, V^0) ln(x^T/x^0), and where one of the values is zero the limit.
    ///
    /// A cell that appears gives its value to the factors that were zero, in equal parts if there are several: the
    /// limit when all zeros are one common small number. One that disappears likewise, with the sign turned.
    private static func terms(_ values: FactorCells, cell: Int, _ before: Double, _ after: Double) -> [Double] {
        let (start, end) = (values.start[cell], values.end[cell])
        if before != 0, after != 0 {
            let mean = LogarithmicMean.of(after, before) ?? 0
            return zip(end, start).map { mean * (LogarithmicMean.logRatio($0, $1) ?? 0) }
        }
        guard before != 0 || after != 0 else { return start.map { _ in 0 } }
        let vanished = before == 0 ? start : end
        let share = (after - before) / Double(vanished.count { $0 == 0 })
        return vanished.map { $0 == 0 ? share : 0 }
    }

    /// Cells whose change is split because several of their factors are zero.
    static func splits(_ values: FactorCells) -> [Notice] {
        values.cells.indices.compactMap { cell in
            guard (values.before[cell] == 0) != (values.after[cell] == 0) else { return nil }
            let vanished = values.before[cell] == 0 ? values.start[cell] : values.end[cell]
            let factors = vanished.indices.filter { vanished[$0] == 0 }.map { values.factors[$0] }
            return factors.count > 1 ? .splitEqually(cell: values.cells[cell], factors: factors) : nil
        }
    }
}
