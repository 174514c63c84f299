internal import InputOutput
internal import Spreadsheets
internal import StatisticalData

/// Finds labels of an axis in the columns of a table: one column of names, and one of areas where the axis has two levels.
struct LabelFinder {
    private let positions: [[String]: Int]
    private let axis: LabelAxis

    init(_ axis: LabelAxis) {
        self.axis = axis
        positions = Dictionary(axis.labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether labels have an area.
    var hasAreas: Bool { axis.levels.count > 1 }

    /// The position of the label in a row; `nil` where it is empty, or unknown, which is told.
    func position(
        _ row: CSVTable.Row, _ name: String, area: String, into faults: inout FaultCollector
    ) -> Int? {
        let label = (hasAreas ? [row[area] ?? ""] : []) + [row[name] ?? ""]
        guard label.contains(where: { !$0.isEmpty }) else { return nil }
        if let found = positions[label] { return found }
        faults.add(.ioUnknownLabel(label, known: axis.labels, at: row.place(name)))
        return nil
    }

    /// The labels at positions.
    func labels(_ positions: [Int]) -> [[String]] { positions.map { axis.labels[$0] } }
}
