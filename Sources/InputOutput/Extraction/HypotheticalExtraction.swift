public import LinearAlgebra

/// What an economy would lose without a group K of industries: x - x*, with x* from the table without what is extracted.
///
/// On the demand side x* = (I - A*)^-1 f*, on the supply side x*^T = v^T (I - B*)^-1 with v = x - column sums of Z. The
/// variants differ much: name the one used.
///
/// Sources: Miller & Blair (2009), section 12.2.6; E. Dietzenbacher, M. Lahr, Economic Systems Research 25 (2013).
public struct HypotheticalExtraction: Sendable {
    /// What is taken out.
    public enum Variant: String, Hashable, Sendable, CaseIterable {
        /// Rows and columns of K and its own final demand: K loses all its output.
        case full
        /// Rows and columns of K; its own final demand is still met.
        case keepDemand
        /// Columns: K buys nothing.
        case column
        /// Rows: K sells nothing to industries.
        case row
        /// Rows and columns but for what industries of K exchange among themselves; final demand is met.
        case external
    }

    /// From which side the table is solved.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// Final demand drives output (Leontief).
        case demand
        /// Primary inputs drive output (Ghosh).
        case supply
    }

    /// x - x* by industry.
    public let loss: [Double]
    /// The loss over x; `nil` where x is 0.
    public let rate: [Double?]
    /// What an account loses (m x n), S times the loss.
    public let accountLoss: Matrix

    /// Extracts industries.
    ///
    /// - Throws: `InputOutputFaults` for industries that are not in the table, and for a system that cannot be solved.
    public init(
        _ table: InputOutputTable, of industries: [Industry], variant: Variant, side: Side = .demand,
        account: SatelliteAccount? = nil
    ) throws(InputOutputFaults) {
        let positions = IndustryPositions(table)
        let unknown = industries.filter { positions[$0] == nil }
        guard unknown.isEmpty else {
            throw InputOutputFaults(unknown.map { .scenario(ScenarioFault(nil, .unknownIndustry($0))) })
        }
        let group = Set(industries.compactMap { positions[$0] })
        let coefficients = side == .demand ? table.inputCoefficients : try table.allocationCoefficients()
        let system = Matrix(rows: coefficients.rows, columns: coefficients.columns) {
            let isOut = Self.isExtracted(group.contains($0), group.contains($1), variant)
            return ($0 == $1 ? 1 : 0) - (isOut ? 0 : coefficients[$0, $1])
        }
        let columns = table.flows.columnSums
        let driving = table.output.indices.map { position in
            variant == .full && group.contains(position)
                ? 0
                : side == .demand
                    ? table.finalDemand.row(position).reduce(0, +) : table.output[position] - columns[position]
        }
        let remaining = try LeontiefModel.solved(table) { () throws(LinearAlgebraError) in
            let factors = try LUFactorisation(system)
            switch side {
            case .demand: return try factors.solution(of: Matrix(rows: driving.count, columns: 1, elements: driving))
            case .supply: return try factors.rowSolution(of: Matrix(rows: 1, columns: driving.count, elements: driving))
            }
        }.elements
        let loss = zip(table.output, remaining).map { $0 - $1 }
        self.loss = loss
        rate = zip(loss, table.output).map { $1 == 0 ? nil : $0 / $1 }
        let intensities = account?.intensities(in: table) ?? Matrix(rows: 0, columns: loss.count)
        accountLoss = Matrix(rows: intensities.rows, columns: loss.count) { intensities[$0, $1] * loss[$1] }
    }

    private static func isExtracted(_ isRow: Bool, _ isColumn: Bool, _ variant: Variant) -> Bool {
        switch variant {
        case .full, .keepDemand: isRow || isColumn
        case .column: isColumn
        case .row: isRow
        case .external: isRow != isColumn
        }
    }
}
