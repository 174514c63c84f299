import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports

/// The tables of `greenprint io` with a row for each industry.
enum InputOutputTables {
    /// Backward and forward linkages, as they are and divided by their means; `key` is 1 where both exceed 1.
    static func linkages(_ linkages: Linkages, _ industries: LabelAxis) -> OutputTable {
        let (backward, forward) = (linkages.normalisedBackward, linkages.normalisedForward)
        return table(
            industries, ["backward", "forward", "backward_normalised", "forward_normalised", "key"]
        ) { row in
            [
                linkages.backward[row], linkages.forward[row], backward[row], forward[row],
                backward[row] > 1 && forward[row] > 1 ? 1 : 0,
            ]
        }
    }

    /// Output multipliers, and for each stressor of an account direct, Type I total and their ratio; with households also
    /// Type II.
    static func multipliers(
        _ model: LeontiefModel, _ account: SatelliteAccount?, households: HouseholdModel?, _ industries: LabelAxis
    ) throws -> OutputTable {
        var columns: [(name: String, values: [Double?])] = [("output", model.outputMultipliers)]
        if let households {
            let ones = Matrix(rows: 1, columns: industries.labels.count, filledWith: 1)
            columns.append(("output_type2", try households.totalIntensities(ones).elements))
        }
        if let account {
            let direct = account.intensities(in: model.table)
            let total = try model.totalIntensities(direct)
            let closed = try households?.totalIntensities(direct)
            for (row, stressor) in account.stressors.enumerated() {
                let name = stressor.label.joined(separator: " ")
                columns += Self.columns(
                    name, Array(direct.row(row)), Array(total.row(row)), closed.map { Array($0.row(row)) })
            }
        }
        return table(industries, columns.map(\.name)) { row in columns.map { $0.values[row] } }
    }

    private static func columns(
        _ name: String, _ direct: [Double], _ total: [Double], _ closed: [Double]?
    ) -> [(name: String, values: [Double?])] {
        let ratio = zip(direct, total).map { $0 == 0 ? nil : $1 / $0 }
        let open: [(name: String, values: [Double?])] = [
            (name + ":direct", direct), (name + ":type1", total), (name + ":type1_ratio", ratio),
        ]
        guard let closed else { return open }
        return open + [(name + ":type2", closed), (name + ":induced", zip(closed, total).map { $0 - $1 })]
    }

    private static func table(
        _ industries: LabelAxis, _ columns: [String], _ values: (Int) -> [Double?]
    ) -> OutputTable {
        OutputTable(
            header: industries.levels + columns,
            rows: industries.labels.enumerated().map { row, label in
                label.map { .word($0) } + values(row).map { .number($0) }
            })
    }
}
