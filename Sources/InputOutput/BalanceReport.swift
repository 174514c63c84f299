public import LinearAlgebra

/// How far a table is from its two balances.
///
/// Rows: the sum of Z and Y against the x that is given. Columns: the sum of Z, imports and primary inputs against x. A gap is
/// relative to the larger of both sides.
public struct BalanceReport: Hashable, Sendable {
    /// A side of the table.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// What an industry sells.
        case row
        /// What an industry buys.
        case column
    }

    /// What an industry's row or column adds up to.
    public struct Entry: Hashable, Sendable {
        /// The industry.
        public let industry: Industry
        /// The side.
        public let side: Side
        /// The sum of the parts.
        public let sum: Double
        /// The output it should be.
        public let output: Double

        /// Sum less output.
        public var gap: Double { sum - output }

        /// |sum - output| / max(|sum|, |output|); 0 where both are equal.
        public var relative: Double {
            sum == output ? 0 : abs(sum - output) / max(abs(sum), abs(output))
        }
    }

    /// The entries, rows first; none of a side for which nothing was given.
    public let entries: [Entry]

    /// A relative gap is told from the first on, and an error from the second on unless declared.
    public static let limits = (warning: 1e-6, error: 1e-3)

    /// The entry with the largest relative gap on a side; `nil` if the side was not checked.
    public func largest(_ side: Side) -> Entry? {
        entries.filter { $0.side == side }.max { $0.relative < $1.relative }
    }
}

extension InputOutputTable {
    /// Both balances.
    ///
    /// - Parameters:
    ///   - givenOutput: x as published, in the order of the industries; `nil` leaves out the rows.
    ///   - primaryInputs: value added and other inputs that are not flows of the table (p x n), imports included unless
    ///     `importFlows` holds them; `nil` leaves out the columns.
    ///   - importFlows: Z_m; `nil` if imports are among the primary inputs or there are none.
    /// - Throws: `InputOutputFaults` for wrong sizes and values that are not finite.
    public func balance(
        givenOutput: [Double]? = nil, primaryInputs: Matrix? = nil, importFlows: Matrix? = nil
    ) throws(InputOutputFaults) -> BalanceReport {
        let count = industries.count
        var faults: [InputOutputFault] = []
        if let givenOutput {
            let column = Matrix(rows: givenOutput.count, columns: 1) { row, _ in givenOutput[row] }
            faults += Self.sizeFaults(column, .output, count, 1)
        }
        if let primaryInputs { faults += Self.sizeFaults(primaryInputs, .primaryInputs, primaryInputs.rows, count) }
        if let importFlows { faults += Self.sizeFaults(importFlows, .importFlows, count, count) }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        var entries: [BalanceReport.Entry] = []
        if let givenOutput {
            for (row, industry) in industries.enumerated() {
                entries.append(.init(industry: industry, side: .row, sum: output[row], output: givenOutput[row]))
            }
        }
        if let primaryInputs {
            var sums = zip(flows.columnSums, primaryInputs.columnSums).map { $0 + $1 }
            if let importFlows { sums = zip(sums, importFlows.columnSums).map { $0 + $1 } }
            let due = givenOutput ?? output
            for (column, industry) in industries.enumerated() {
                entries.append(.init(industry: industry, side: .column, sum: sums[column], output: due[column]))
            }
        }
        return BalanceReport(entries: entries)
    }
}
