/// Filling in missing values, every one recorded.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3; COINr 1.1.14, `Impute`.
public enum Imputation {
    /// Which indicators inform each other.
    public enum Blocks: Hashable, Sendable {
        /// Those with the same parent.
        case byParent
        /// Those with the same ancestor at a level, 2 being the parents.
        case byLevel(Int)
        /// All.
        case whole
    }

    /// How to impute.
    public enum Method: Hashable, Sendable {
        /// The mean of the indicator over the units.
        case mean
        /// The median of the indicator over the units.
        case median
        /// The mean over the unit's group, one label a unit. A unit without group is not imputed; neither is one whose
        /// group has no value.
        case groupMean(groups: [String?])
        /// The median over the unit's group, likewise.
        case groupMedian(groups: [String?])
        /// The mean of the unit's other indicators in the block, each times its direction and brought to [0, 1],
        /// brought back to the scale of the indicator.
        case rowMean(Blocks)
        /// The median, likewise.
        case rowMedian(Blocks)
        /// The conditional mean given the unit's other indicators in the block, under the multivariate normal
        /// distribution that has the greatest likelihood.
        case em(Blocks, EMOptions = EMOptions())
        /// Ordinary least squares on the block's other indicators over the units with all of the block; a unit that
        /// lacks another of them is not imputed.
        case regression(Blocks)
        /// From other times of the same unit in a panel; `times` has the year of each row.
        case panel(PanelMethod, times: [Double])
    }

    /// A value that was filled in.
    public struct ImputedCell: Hashable, Sendable, Codable {
        /// The row of the unit in the matrix.
        public let unit: Int
        /// The column of the indicator in the matrix.
        public let column: Int
        /// The value filled in.
        public internal(set) var value: Double
        /// The group of units or the block of indicators it came from; `nil` is all.
        public let donors: String?
        /// The value was moved to a bound.
        public internal(set) var clipped = false
    }

    /// Fills in missing values; values present never change.
    ///
    /// - Parameters:
    ///   - metadata: a row for each column, for directions and parents.
    ///   - bounds: by code, the range of values that make sense; what falls outside is moved to the bound and marked.
    /// - Returns: the matrix and every cell filled in, by column, then unit. What could not be filled in stays missing.
    /// - Throws: `ImputationFault` for an indicator without any value, labels that do not fit, or a block for which
    ///   the method is not defined.
    public static func apply(
        _ matrix: IndicatorMatrix, method: Method, metadata: [IndicatorMetadata],
        bounds: [String: ClosedRange<Double>] = [:]
    ) throws(ImputationFault) -> (IndicatorMatrix, [ImputedCell]) {
        for (column, code) in matrix.codes.enumerated() where Descriptives.count(matrix.values(of: column)) == 0 {
            throw .noValues(indicator: code)
        }
        var cells = try cells(matrix, method: method, metadata: metadata)
        cells.sort { ($0.column, $0.unit) < ($1.column, $1.unit) }
        var result = matrix
        for (index, cell) in cells.enumerated() {
            if let range = bounds[matrix.codes[cell.column]], !range.contains(cell.value) {
                cells[index].value = min(max(cell.value, range.lowerBound), range.upperBound)
                cells[index].clipped = true
            }
            result[cell.unit, cell.column] = cells[index].value
        }
        return (result, cells)
    }

    private static func cells(
        _ matrix: IndicatorMatrix, method: Method, metadata: [IndicatorMetadata]
    ) throws(ImputationFault) -> [ImputedCell] {
        switch method {
        case .mean: return columnCells(matrix, statistic: Descriptives.mean)
        case .median: return columnCells(matrix, statistic: Descriptives.median)
        case .groupMean(let groups):
            return try groupCells(matrix, groups: groups, statistic: Descriptives.mean)
        case .groupMedian(let groups):
            return try groupCells(matrix, groups: groups, statistic: Descriptives.median)
        case .rowMean(let blocks):
            return try rowCells(matrix, blocks: blocks, metadata: metadata, statistic: Descriptives.mean)
        case .rowMedian(let blocks):
            return try rowCells(matrix, blocks: blocks, metadata: metadata, statistic: Descriptives.median)
        case .em(let blocks, let options):
            return try emCells(matrix, blocks: blocks, metadata: metadata, options: options)
        case .regression(let blocks):
            return try regressionCells(matrix, blocks: blocks, metadata: metadata)
        case .panel(let method, let times):
            return try panel(matrix, times: times, method: method).1
        }
    }
}

/// What can be wrong with an imputation. A block is named by its parent, `nil` if it is all indicators.
public enum ImputationFault: Error, Hashable, Sendable {
    /// An indicator without any value.
    case noValues(indicator: String)
    /// A column without metadata, or without a parent where blocks go by parent.
    case noParent(indicator: String)
    /// The number of labels or times is not the number of units.
    case labelsMismatch(labels: Int, units: Int)
    /// No more units than indicators in a block, counting the units that the method can learn from.
    case tooFewUnits(block: String?, units: Int, indicators: Int)
    /// The indicators of a block depend on each other exactly, or one is constant.
    case singular(block: String?)
    /// The iterations did not settle.
    case notConverged(block: String?, iterations: Int)
}
