/// The factors of every cell at two moments.
public struct FactorCells: Hashable, Sendable {
    /// The names of the factors.
    public let factors: [String]
    /// The names of the cells.
    public let cells: [String]
    /// The factors at the first moment, by cell and factor.
    public let start: [[Double]]
    /// The factors at the last moment.
    public let end: [[Double]]

    /// The values of the cells at the first moment: the product of the factors, or the figure it stands for.
    public let before: [Double]
    /// The values of the cells at the last moment.
    public let after: [Double]

    /// Bundles factors; `start` and `end` have a row a cell, a number a factor.
    ///
    /// - Parameter values: the values of the cells where they are known without the rounding of a product.
    public init(
        factors: [String], cells: [String], start: [[Double]], end: [[Double]],
        values: (before: [Double], after: [Double])? = nil
    ) {
        self.factors = factors
        self.cells = cells
        self.start = start
        self.end = end
        before = values?.before ?? start.map(Self.product)
        after = values?.after ?? end.map(Self.product)
    }

    static func product(_ factors: [Double]) -> Double { factors.reduce(1, *) }

    /// What keeps the numbers from being used: a shape that does not fit, or products beyond the range of numbers.
    func faults() -> [DecompositionFault] {
        let rows = [start, end]
        let values = [before, after]
        guard
            rows.allSatisfy({ $0.count == cells.count && $0.allSatisfy { $0.count == factors.count } })
                && values.allSatisfy({ $0.count == cells.count })
        else {
            return [.shape]
        }
        guard !cells.isEmpty, !factors.isEmpty else { return [.noCells] }
        return cells.indices.compactMap { cell in
            let isSound = zip(rows, values).allSatisfy { factors, values in
                let isNumber = values[cell].isFinite && factors[cell].allSatisfy(\.isFinite)
                return isNumber && (values[cell] == 0) == factors[cell].contains(0)
            }
            return isSound ? nil : .outOfRange(cell: cells[cell])
        }
    }
}
