public import LinearAlgebra

/// A row of a satellite account, such as an emission, jobs or value added.
public struct Stressor: Hashable, Sendable {
    /// The label, of one or more levels (substance, compartment).
    public let label: [String]
    /// The unit; `nil` if none is given.
    public let unit: String?

    /// Names a stressor.
    public init(_ label: [String], unit: String? = nil) {
        self.label = label
        self.unit = unit
    }
}

/// A satellite account (extension): F (m x n) by industry, F_Y (m x c) by final consumers, such as emissions of households.
public struct SatelliteAccount: Sendable {
    /// The name.
    public let name: String
    /// The rows.
    public let stressors: [Stressor]
    /// F, by industry.
    public let industryFlows: Matrix
    /// F_Y, by column of final demand; `nil` if there is none.
    public let demandFlows: Matrix?

    /// Makes an account for a table.
    ///
    /// - Throws: `InputOutputFaults` for repeated stressors, wrong sizes, values that are not finite.
    public init(
        name: String, stressors: [Stressor], industryFlows: Matrix, demandFlows: Matrix? = nil,
        of table: InputOutputTable
    ) throws(InputOutputFaults) {
        let rows = stressors.count
        var faults: [InputOutputFault] = stressors.map(\.label).repeated.map { .repeatedLabel(.stressors, $0) }
        faults += InputOutputTable.sizeFaults(industryFlows, .industryFlows, rows, table.industries.count)
        if let demandFlows {
            faults += InputOutputTable.sizeFaults(demandFlows, .demandFlows, rows, table.demandCategories.count)
        }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        self.name = name
        self.stressors = stressors
        self.industryFlows = industryFlows
        self.demandFlows = demandFlows
    }

    /// S = F x^-1 (m x n), per unit of output; 0 where the output is 0.
    public func intensities(in table: InputOutputTable) -> Matrix {
        Matrix(rows: stressors.count, columns: table.industries.count) { row, column in
            table.output[column] == 0 ? 0 : industryFlows[row, column] / table.output[column]
        }
    }

    /// S_Y (m x c), F_Y per unit of the sum of each column of Y; 0 where the sum is 0.
    public func demandIntensities(in table: InputOutputTable) -> Matrix? {
        guard let demandFlows else { return nil }
        let sums = table.finalDemand.columnSums
        return Matrix(rows: stressors.count, columns: sums.count) { row, column in
            sums[column] == 0 ? 0 : demandFlows[row, column] / sums[column]
        }
    }

    /// What industries without output have in F: no demand can carry it, so it is in D_pba but in no footprint.
    public func unattributed(in table: InputOutputTable) -> [Unattributed] {
        table.industries.indices.filter { table.output[$0] == 0 }.flatMap { column in
            stressors.indices.filter { industryFlows[$0, column] != 0 }.map { row in
                Unattributed(
                    industry: table.industries[column], stressor: stressors[row], amount: industryFlows[row, column])
            }
        }
    }

    /// An amount at an industry without output.
    public struct Unattributed: Hashable, Sendable {
        /// The industry.
        public let industry: Industry
        /// What it has.
        public let stressor: Stressor
        /// How much.
        public let amount: Double
    }
}
