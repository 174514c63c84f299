extension WeightRegion {
    /// Scores held against a region: the units as rows, with the smallest difference that counts.
    struct Scores {
        /// By unit the scores of the children.
        let rows: [[Double]]
        /// The index of each unit under the nominal weights.
        let index: [Double]
        /// Differences up to this count as none: 1e-9 of the range of the index.
        let tolerance: Double

        init(_ columns: [[Double]], region: WeightRegion) throws(WeightRegionError) {
            let count = region.nominal.count
            guard columns.count == count else { throw .wrongCount(found: columns.count, expected: count) }
            let units = columns[0].count
            for (child, column) in columns.enumerated() {
                guard column.count == units else { throw .wrongCount(found: column.count, expected: units) }
                if let unit = column.firstIndex(where: { !$0.isFinite }) {
                    throw .invalidScore(unit: unit, child: child)
                }
            }
            rows = (0..<units).map { unit in columns.map { $0[unit] } }
            index = rows.map { WeightRegion.sum(region.nominal, $0) }
            tolerance = 1e-9 * ((index.max() ?? 0) - (index.min() ?? 0))
        }

        /// What a unit has more than another, by child.
        func differences(_ unit: Int, _ other: Int) -> [Double] {
            zip(rows[unit], rows[other]).map { $0 - $1 }
        }
    }
}
