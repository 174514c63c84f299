extension Imputation {
    /// Cells from least squares on the block's other indicators.
    static func regressionCells(
        _ matrix: IndicatorMatrix, blocks: Blocks, metadata: [IndicatorMetadata]
    ) throws(ImputationFault) -> [ImputedCell] {
        var cells: [ImputedCell] = []
        for block in try split(matrix.codes, by: blocks, metadata: metadata) {
            let columns = block.columns.map { matrix.values(of: $0) }
            for target in columns.indices where columns[target].contains(where: \.isNaN) {
                let others = columns.indices.filter { $0 != target }
                let open = matrix.units.indices.filter { unit in
                    columns[target][unit].isNaN && others.allSatisfy { !columns[$0][unit].isNaN }
                }
                if open.isEmpty { continue }
                let line = try Regression(columns, target: target, others: others, block: block)
                cells += open.map { unit in
                    ImputedCell(
                        unit: unit, column: block.columns[target], value: line.value(columns, unit),
                        donors: block.name)
                }
            }
        }
        return cells
    }
}

/// Least squares with a constant, over the units with all indicators of a block.
private struct Regression {
    private let others: [Int]
    private let centre: [Double]
    private let targetCentre: Double
    private let scale: [Double]
    private var slopes: [Double]

    init(
        _ columns: [[Double]], target: Int, others: [Int], block: Imputation.Block
    ) throws(ImputationFault) {
        let complete = columns[target].indices.filter { unit in columns.allSatisfy { !$0[unit].isNaN } }
        guard complete.count > columns.count else {
            throw .tooFewUnits(block: block.name, units: complete.count, indicators: columns.count)
        }
        self.others = others
        let used = others.map { other in complete.map { columns[other][$0] } }
        let aimed = complete.map { columns[target][$0] }
        centre = used.map { Descriptives.mean($0) ?? 0 }
        targetCentre = Descriptives.mean(aimed) ?? 0
        scale = used.map { Descriptives.standardDeviation($0) ?? 0 }
        let (means, spreads) = (centre, scale)
        let standard = used.indices.map { index in used[index].map { ($0 - means[index]) / spreads[index] } }
        let size = others.count
        var products = Array(repeating: 0.0, count: size * size)
        for row in 0..<size {
            for column in 0..<size { products[row * size + column] = Self.product(standard[row], standard[column]) }
        }
        let centred = aimed.map { [targetCentre] in $0 - targetCentre }
        slopes = standard.map { Self.product($0, centred) }
        guard let factor = CholeskyFactor(products, order: size, members: Array(0..<size)) else {
            throw .singular(block: block.name)
        }
        factor.solve(&slopes)
    }

    func value(_ columns: [[Double]], _ unit: Int) -> Double {
        var sum = targetCentre
        for (index, other) in others.enumerated() {
            sum += slopes[index] * (columns[other][unit] - centre[index]) / scale[index]
        }
        return sum
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
