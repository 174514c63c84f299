import StatisticalData

/// A data set whose components show themselves row by row, as in XML and JSON.
struct DataSetBuilder {
    private(set) var dataSet: DataSet
    private let definition: DataStructure?
    private var positions: [String: Int] = [:]

    init(_ structure: StructureReference, action: DataSet.Action, definition: DataStructure?) {
        dataSet = DataSet(structure, action: action, columns: [])
        self.definition = definition
    }

    /// A value of a row: its component, what that is where the file says it, and the value.
    typealias Cell = (id: String, role: ComponentColumn.Role?, value: ComponentValue)

    /// What a component is: by the structure, else by the file, else guessed.
    func role(_ id: String, _ told: ComponentColumn.Role?) -> ComponentColumn.Role {
        definition.map { $0.component(id)?.role ?? .other } ?? told ?? GuessedRoles.role(id)
    }

    /// Adds a row; of several values of one component the last counts.
    mutating func append(_ cells: [Cell], at place: Place) {
        for cell in cells where positions[cell.id] == nil {
            var column = ComponentColumn(cell.id, role(cell.id, cell.role))
            for _ in 0..<dataSet.count { column.append(number: -1) }
            positions[cell.id] = dataSet.columns.count
            dataSet.columns.append(column)
        }
        for index in dataSet.columns.indices { dataSet.columns[index].append(number: -1) }
        for cell in cells {
            guard let position = positions[cell.id] else { continue }
            if dataSet.columns[position].role == .measure, cell.value == .text("NaN") { continue }
            let number = dataSet.columns[position].number(of: cell.value)
            dataSet.columns[position].set(number, row: dataSet.count)
        }
        dataSet.endRow(at: place)
    }

    /// The data set with its components in the order of the structure: dimensions, measures, attributes.
    var ordered: DataSet {
        var result = dataSet
        let known = definition.map { ($0.dimensions + $0.measures + $0.attributes).map(\.id) } ?? []
        func rank(_ column: ComponentColumn) -> (Int, Int) {
            let role =
                switch column.role {
                case .dimension: 0
                case .measure: 1
                case .attribute: 2
                case .other: 3
                }
            return (role, known.firstIndex(of: column.id) ?? (GuessedRoles.isTime(column.id) ? .max : known.count))
        }
        result.columns = result.columns.enumerated().sorted { left, right in
            (rank(left.element).0, rank(left.element).1, left.offset)
                < (rank(right.element).0, rank(right.element).1, right.offset)
        }.map(\.element)
        return result
    }
}

extension StructureMessage {
    /// Everything wrong with data sets of XML or JSON against these structures.
    func faults(in dataSets: [DataSet], file: String) -> [Fault] {
        dataSets.flatMap { dataSet -> [Fault] in
            let place = dataSet.places.first ?? Place(file: file)
            guard let definition = dataStructure(for: dataSet.structure) else {
                return [.unknownStructure(dataSet.structure.description, among: names, at: place)]
            }
            var faults: [Fault] = []
            if dataSet.action != .delete, dataSet.count > 0 {
                let ids = dataSet.columns.map(\.id)
                faults = definition.dimensions.filter { !ids.contains($0.id) }.map {
                    .missingDimension($0.id, among: ids, at: place)
                }
            }
            faults += dataSet.columns(.other).map { .unknownComponent($0.id, at: place) }
            return faults + dataSet.faults(against: definition, self)
        }
    }
}
