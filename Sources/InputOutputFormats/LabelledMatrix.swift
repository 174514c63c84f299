internal import InputOutput
public import LinearAlgebra

/// An axis of a labelled matrix: labels of one or more levels, each level with a name.
public struct LabelAxis: Hashable, Sendable {
    /// The names of the levels, such as region and sector; empty where the file gives none.
    public let levels: [String]
    /// The labels, each with as many parts as there are levels.
    public let labels: [[String]]

    /// Makes an axis.
    public init(levels: [String], labels: [[String]]) {
        self.levels = levels
        self.labels = labels
    }
}

/// Numbers with the labels of rows and columns, as a file holds them.
public struct LabelledMatrix: Sendable {
    /// The rows.
    public let rows: LabelAxis
    /// The columns.
    public let columns: LabelAxis
    /// The numbers.
    public let values: Matrix

    /// Makes a matrix with labels.
    public init(rows: LabelAxis, columns: LabelAxis, values: Matrix) {
        self.rows = rows
        self.columns = columns
        self.values = values
    }
}

extension LabelAxis {
    /// The labels as industries: area and sector, or the sector alone.
    var industries: [Industry] {
        labels.map { $0.count == 2 ? Industry(area: $0[0], sector: $0[1]) : Industry(sector: $0[0]) }
    }

    /// The labels as columns of final demand.
    func categories(isOneArea: Bool) -> [DemandCategory] {
        labels.map { DemandCategory(area: isOneArea ? "" : $0[0], category: $0[$0.count - 1]) }
    }
}
