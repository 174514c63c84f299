public import LinearAlgebra

extension StructuralDecomposition {
    /// One of the two tables with its intensities.
    public struct Period: Sendable {
        /// The table.
        public let table: InputOutputTable
        /// The labels of the rows of `intensities`.
        public let stressors: [Stressor]
        /// s (m x n), per unit of output.
        public let intensities: Matrix
        /// The inhabitants of each area, in the order of the table's areas; needed for the factor `population`.
        public let population: [Double]?

        /// A table with one or more rows of a satellite account.
        public init(_ table: InputOutputTable, _ account: SatelliteAccount, population: [Double]? = nil) {
            self.init(
                table, stressors: account.stressors, intensities: account.intensities(in: table),
                population: population)
        }

        /// A table whose output itself is decomposed.
        public init(_ table: InputOutputTable, population: [Double]? = nil) {
            self.init(
                table, stressors: [Stressor(["output"])],
                intensities: Matrix(rows: 1, columns: table.industries.count, filledWith: 1), population: population)
        }

        private init(
            _ table: InputOutputTable, stressors: [Stressor], intensities: Matrix, population: [Double]?
        ) {
            self.table = table
            self.stressors = stressors
            self.intensities = intensities
            self.population = population
        }

        /// The same with industries, areas and stressors in the order of another period.
        ///
        /// - Throws: `InputOutputFaults` with the labels that only one of them has, and units that differ.
        func matched(to other: Period) throws(InputOutputFaults) -> Period {
            let (rows, rowFaults) = Self.order(
                stressors.map(\.label), as: other.stressors.map(\.label), .stressors)
            let (columns, columnFaults) = Self.order(
                table.industries.map { [$0.area, $0.sector] }, as: other.table.industries.map { [$0.area, $0.sector] },
                .industries)
            var faults = rowFaults + columnFaults
            if faults.isEmpty {
                for (stressor, row) in zip(other.stressors, rows) where stressor.unit != stressors[row].unit {
                    faults.append(.otherUnit(stressor, stressors[row].unit ?? ""))
                }
            }
            guard faults.isEmpty else { throw InputOutputFaults(faults) }
            let areas = table.areas
            let places = other.table.areas.compactMap { areas.firstIndex(of: $0) }
            return Period(
                columns == Array(columns.indices) ? table : try table.reordered(columns),
                stressors: other.stressors,
                intensities: Matrix(rows: rows.count, columns: columns.count) { intensities[rows[$0], columns[$1]] },
                population: population.map { inhabitants in
                    places.compactMap { inhabitants.indices.contains($0) ? inhabitants[$0] : nil }
                })
        }

        /// The position of each label of `wanted` among `labels`.
        private static func order(
            _ labels: [[String]], as wanted: [[String]], _ part: InputOutputPart
        ) -> (positions: [Int], faults: [InputOutputFault]) {
            let positions = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
            let known = Set(wanted)
            let missing = wanted.filter { positions[$0] == nil }
            let surplus = labels.filter { !known.contains($0) }
            guard missing.isEmpty, surplus.isEmpty else {
                return ([], [.otherClassification(part, missing: missing, surplus: surplus)])
            }
            return (wanted.compactMap { positions[$0] }, [])
        }
    }
}

extension InputOutputTable {
    /// The same table with its industries in another order.
    fileprivate func reordered(_ order: [Int]) throws(InputOutputFaults) -> InputOutputTable {
        try InputOutputTable(
            industries: order.map { industries[$0] },
            flows: Matrix(rows: order.count, columns: order.count) { flows[order[$0], order[$1]] },
            demandCategories: demandCategories,
            finalDemand: Matrix(rows: order.count, columns: demandCategories.count) { finalDemand[order[$0], $1] },
            allowsNegativeFlows: true)
    }
}
