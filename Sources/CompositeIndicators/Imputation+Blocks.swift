extension Imputation {
    /// A set of columns that inform each other.
    struct Block {
        let name: String?
        let columns: [Int]
    }

    /// The blocks in the order in which their first columns stand.
    static func split(
        _ codes: [String], by blocks: Blocks, metadata: [IndicatorMetadata]
    ) throws(ImputationFault) -> [Block] {
        let level: Int
        switch blocks {
        case .whole: return [Block(name: nil, columns: Array(codes.indices))]
        case .byParent: level = 2
        case .byLevel(let stated): level = stated
        }
        let rows = Dictionary(metadata.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var positions: [String: Int] = [:]
        var found: [(name: String, columns: [Int])] = []
        for (column, code) in codes.enumerated() {
            guard let name = ancestor(of: code, steps: level - 1, rows: rows) else {
                throw .noParent(indicator: code)
            }
            if let position = positions[name] {
                found[position].columns.append(column)
            } else {
                positions[name] = found.count
                found.append((name, [column]))
            }
        }
        return found.map { Block(name: $0.name, columns: $0.columns) }
    }

    private static func ancestor(of code: String, steps: Int, rows: [String: IndicatorMetadata]) -> String? {
        var current = code
        for _ in 0..<max(1, steps) {
            guard let parent = rows[current]?.parent else { return nil }
            current = parent
        }
        return current
    }

    /// Cells from the unit's other indicators in the block.
    ///
    /// A constant column has no scale: it says nothing of the others and is filled in with its constant.
    static func rowCells(
        _ matrix: IndicatorMatrix, blocks: Blocks, metadata: [IndicatorMetadata], statistic: ([Double]) -> Double?
    ) throws(ImputationFault) -> [ImputedCell] {
        let directions = Dictionary(metadata.map { ($0.code, $0.direction) }, uniquingKeysWith: { first, _ in first })
        var cells: [ImputedCell] = []
        for block in try split(matrix.codes, by: blocks, metadata: metadata) {
            let columns = block.columns.map { column in
                RowScale(
                    column: column, values: matrix.values(of: column),
                    isReversed: (directions[matrix.codes[column]] ?? 1) < 0)
            }
            for unit in matrix.units.indices where columns.contains(where: { $0.values[unit].isNaN }) {
                guard let score = statistic(columns.map { $0.score(unit) }) else { continue }
                for scale in columns where scale.values[unit].isNaN {
                    cells.append(
                        ImputedCell(unit: unit, column: scale.column, value: scale.value(score), donors: block.name))
                }
            }
        }
        return cells
    }
}

/// A column and its way to [0, 1] and back, 1 being the better end.
private struct RowScale {
    let column: Int
    let values: [Double]
    let worst: Double
    let range: Double

    init(column: Int, values: [Double], isReversed: Bool) {
        let (low, high) = Descriptives.extremes(values) ?? (0, 0)
        self.column = column
        self.values = values
        worst = isReversed ? high : low
        range = isReversed ? low - high : high - low
    }

    /// Not a number if the value is missing or the column constant.
    func score(_ unit: Int) -> Double {
        range == 0 ? .nan : (values[unit] - worst) / range
    }

    func value(_ score: Double) -> Double {
        worst + score * range
    }
}
