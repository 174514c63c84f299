public import LinearAlgebra

/// What industries and final consumers buy from outside the table: Z_m (n x n) and Y_m (n x c), by product in the order of the
/// table's industries. With it the table's own Z and Y are those of home products.
public struct ImportTable: Sendable {
    /// Z_m.
    public let flows: Matrix
    /// Y_m.
    public let finalDemand: Matrix

    /// Makes the imports of a table.
    ///
    /// - Parameter allowsNegativeFlows: whether a negative flow between industries is meant.
    /// - Throws: `InputOutputFaults` for wrong sizes, values that are not finite, negative flows.
    public init(
        flows: Matrix, finalDemand: Matrix, of table: InputOutputTable, allowsNegativeFlows: Bool = false
    ) throws(InputOutputFaults) {
        let count = table.industries.count
        var faults = InputOutputTable.sizeFaults(flows, .importFlows, count, count)
        faults += InputOutputTable.sizeFaults(finalDemand, .importDemand, count, table.demandCategories.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        for row in 0..<count where !allowsNegativeFlows {
            for column in 0..<count where flows[row, column] < 0 {
                faults.append(
                    .negativeFlow(from: table.industries[row], to: table.industries[column], flows[row, column]))
            }
        }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        self.flows = flows
        self.finalDemand = finalDemand
    }

    /// What is left of the imports, and what is added to the table's Z and Y; the sum of both is unchanged.
    ///
    /// - Throws: `InputOutputFaults` for a product or buyer that is not in the table and a share outside 0 to 1.
    public func substituted(
        _ substitution: ImportSubstitution, in table: InputOutputTable
    ) throws(InputOutputFaults) -> (imports: ImportTable, flows: Matrix, finalDemand: Matrix) {
        let positions = IndustryPositions(table)
        let buyers = substitution.buyers ?? table.industries
        let unknown = ([substitution.product] + buyers).filter { positions[$0] == nil }
        guard unknown.isEmpty, let row = positions[substitution.product] else {
            throw InputOutputFaults(unknown.map { .scenario(ScenarioFault(nil, .unknownIndustry($0))) })
        }
        guard (0...1).contains(substitution.share) else {
            throw InputOutputFaults([.scenario(ScenarioFault(nil, .shareOutOfRange(substitution.share)))])
        }
        let chosen = Set(buyers.compactMap { positions[$0] })
        let movedFlows = Matrix(rows: flows.rows, columns: flows.columns) {
            $0 == row && chosen.contains($1) ? substitution.share * flows[$0, $1] : 0
        }
        let movedDemand = Matrix(rows: finalDemand.rows, columns: finalDemand.columns) {
            $0 == row && substitution.includesFinalDemand ? substitution.share * finalDemand[$0, $1] : 0
        }
        let left = try ImportTable(
            flows: Matrix(rows: flows.rows, columns: flows.columns) { flows[$0, $1] - movedFlows[$0, $1] },
            finalDemand: Matrix(rows: finalDemand.rows, columns: finalDemand.columns) {
                finalDemand[$0, $1] - movedDemand[$0, $1]
            }, of: table)
        return (left, movedFlows, movedDemand)
    }
}

/// Where the industries of a table stand.
struct IndustryPositions {
    private let positions: [Industry: Int]

    init(_ table: InputOutputTable) {
        positions = Dictionary(uniqueKeysWithValues: table.industries.enumerated().map { ($1, $0) })
    }

    subscript(industry: Industry) -> Int? { positions[industry] }
}
