public import LinearAlgebra

/// A symmetric input-output table of one or several areas: who sells how much to whom.
///
/// Z (n x n) are the flows between industries, Y (n x c) is final demand, both of products of the table's areas alone
/// (imports from elsewhere stand apart, as inputs), in one valuation and the prices of one year. Gross output is
/// x = Z 1 + Y 1, the sum of each row. Areas may have different sectors. Nothing computed is stored: a changed table is a
/// new table.
///
/// Source: R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed. (2009), chapter 2.
public struct InputOutputTable: Sendable {
    /// The industries: rows and columns of Z.
    public let industries: [Industry]
    /// Z, the flows from row to column.
    public let flows: Matrix
    /// The columns of Y.
    public let demandCategories: [DemandCategory]
    /// Y, final demand.
    public let finalDemand: Matrix
    /// x, gross output.
    public let output: [Double]
    /// Whether a flow between industries is below zero.
    public let hasNegativeFlows: Bool

    /// Makes a table.
    ///
    /// - Parameter allowsNegativeFlows: whether a negative flow between industries is meant; final demand may always be
    ///   negative (inventories).
    /// - Throws: `InputOutputFaults` with all that is wrong: no industries, repeated labels, wrong sizes, values that are
    ///   not finite, negative flows, industries with inputs but without output, an area that consumes but is not in the
    ///   table.
    public init(
        industries: [Industry], flows: Matrix, demandCategories: [DemandCategory], finalDemand: Matrix,
        allowsNegativeFlows: Bool = false
    ) throws(InputOutputFaults) {
        var faults: [InputOutputFault] = industries.isEmpty ? [.noIndustries] : []
        faults += industries.repeated.map { .repeatedLabel(.industries, [$0.area, $0.sector]) }
        faults += demandCategories.repeated.map { .repeatedLabel(.demandCategories, [$0.area, $0.category]) }
        faults += Self.sizeFaults(flows, .flows, industries.count, industries.count)
        faults += Self.sizeFaults(finalDemand, .finalDemand, industries.count, demandCategories.count)
        let areas = Set(industries.map(\.area))
        faults += demandCategories.map(\.area).distinct.filter { !areas.contains($0) }.map { .unknownArea($0) }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        let output = zip(flows.rowSums, finalDemand.rowSums).map { $0 + $1 }
        faults += Self.flowFaults(industries, flows, output, allowsNegativeFlows: allowsNegativeFlows)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        self.industries = industries
        self.flows = flows
        self.demandCategories = demandCategories
        self.finalDemand = finalDemand
        self.output = output
        // Without leave there are none by now.
        hasNegativeFlows = allowsNegativeFlows && flows.leastElement < 0
    }

    /// The areas, in the order in which they occur.
    public var areas: [String] { industries.map(\.area).distinct }

    /// The sectors, each once, in the order in which they occur.
    public var sectors: [String] { industries.map(\.sector).distinct }

    static func sizeFaults(_ matrix: Matrix, _ part: InputOutputPart, _ rows: Int, _ columns: Int) -> [InputOutputFault]
    {
        guard matrix.rows == rows, matrix.columns == columns else {
            return [
                .wrongSize(part, rows: rows, columns: columns, foundRows: matrix.rows, foundColumns: matrix.columns)
            ]
        }
        guard let position = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return [] }
        return [.notFinite(part, row: position / columns, column: position % columns)]
    }

    private static func flowFaults(
        _ industries: [Industry], _ flows: Matrix, _ output: [Double], allowsNegativeFlows: Bool
    ) -> [InputOutputFault] {
        var faults: [InputOutputFault] = []
        if !allowsNegativeFlows, flows.leastElement < 0 {
            for row in industries.indices {
                for (column, flow) in flows.row(row).enumerated() where flow < 0 {
                    faults.append(.negativeFlow(from: industries[row], to: industries[column], flow))
                }
            }
        }
        for (position, industry) in industries.enumerated() {
            if !output[position].isFinite { faults.append(.notFinite(.output, row: position, column: 0)) }
            if output[position] < 0 { faults.append(.negativeOutput(industry, output[position])) }
            if output[position] == 0, industries.indices.contains(where: { flows[$0, position] != 0 }) {
                faults.append(.inputsWithoutOutput(industry))
            }
        }
        return faults
    }
}

extension Array where Element: Hashable {
    /// The elements without repetition, in the order of their first places.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// The elements that occur more than once, each once.
    var repeated: [Element] {
        var seen: Set<Element> = []
        return filter { !seen.insert($0).inserted }.distinct
    }
}
