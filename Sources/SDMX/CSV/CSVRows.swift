import Spreadsheets
import StatisticalData

/// Gathers the rows of a file in data sets: one for each structure and action.
struct CSVRows {
    private let header: CSVHeader
    private let file: String
    private let structures: StructureMessage?
    private let structureColumn: Int?
    private let kindColumn: Int?
    private let actionColumn: Int?
    private let components: [(index: Int, id: String, form: CSVHeader.Form)]
    var collector: FaultCollector

    private var dataSets: [DataSet] = []
    private var definitions: [DataStructure?] = []
    private var numbers: [Group: Int] = [:]
    private var lastCells: (kind: String, name: String, action: String)?
    private var lastNumber = 0
    /// The bytes of the cell above and its number, by component, so that runs of one code cost a comparison.
    private var above: [(start: UnsafeRawBufferPointer, number: Int32)?]

    /// What makes a data set.
    private struct Group: Hashable {
        let structure: StructureReference
        let action: DataSet.Action
    }

    init(_ header: CSVHeader, file: String, structures: StructureMessage?, collector: FaultCollector) {
        self.header = header
        self.file = file
        self.structures = structures
        self.collector = collector
        structureColumn = header.index(of: .structureName) ?? header.index(of: .dataflow)
        kindColumn = header.index(of: .structureKind)
        actionColumn = header.index(of: .action)
        components = header.columns.enumerated().compactMap { index, column in
            if case .component(let id, let form) = column { (index, id, form) } else { nil }
        }
        above = Array(repeating: nil, count: components.count)
    }

    /// Adds a row.
    mutating func take(_ row: CSVRow, of csv: borrowing CSVReader) {
        guard let number = number(row, of: csv) else { return }
        if number != lastNumber {
            above = Array(repeating: nil, count: components.count)
            lastNumber = number
        }
        for (position, component) in components.enumerated() {
            let bytes = csv.bytes(row, component.index)
            if bytes.isEmpty {
                dataSets[number].columns[position].append(number: -1)
            } else if let last = above[position], last.start.elementsEqual(bytes) {
                dataSets[number].columns[position].append(number: last.number)
            } else {
                let value = value(
                    csv.string(row, component.index), component.form, in: dataSets[number].columns[position])
                let code = value.map { dataSets[number].columns[position].number(of: $0) } ?? -1
                dataSets[number].columns[position].append(number: code)
                above[position] = (bytes, code)
            }
        }
        dataSets[number].endRow(at: Place(file: file, line: row.line))
    }

    /// The data sets, their columns in order, checked where a structure is at hand.
    mutating func message(hasDecimalComma: Bool) throws(Faults) -> DataMessage {
        if structures == nil, !dataSets.isEmpty {
            let dimensions = dataSets[0].columns(.dimension).map(\.id)
            collector.add(.keysGuessed(dimensions, at: Place(file: file, line: 1)))
        }
        for index in dataSets.indices {
            for column in dataSets[index].columns.indices where dataSets[index].columns[column].role == .measure {
                dataSets[index].columns[column].map { Self.measure($0, hasDecimalComma: hasDecimalComma) }
            }
            if let definition = definitions[index], let structures {
                collector.add(contentsOf: dataSets[index].faults(against: definition, structures))
            } else if dataSets.count > 1 {
                dataSets[index].removeEmptyColumns()
            }
        }
        try collector.throwIfFaulty(in: file)
        return DataMessage(dataSets, warnings: collector.all(in: file))
    }

    /// The number of the data set of a row.
    private mutating func number(_ row: CSVRow, of csv: borrowing CSVReader) -> Int? {
        let cells = (
            kind: kindColumn.map { csv.string(row, $0) } ?? "dataflow",
            name: structureColumn.map { csv.string(row, $0) } ?? "",
            action: actionColumn.map { csv.string(row, $0) } ?? ""
        )
        if let lastCells, lastCells == cells { return lastNumber }
        let line = row.line
        func place(_ column: String) -> Place { Place(file: file, line: line, column: column) }
        guard let kind = Self.kinds[cells.kind.lowercased()] else {
            collector.add(.structureKind(cells.kind, at: place("STRUCTURE")))
            return nil
        }
        let nameColumn = kindColumn == nil ? "DATAFLOW" : "STRUCTURE_ID"
        let name = header.hasLabelsInCells ? CSVHeader.beforeLabel(cells.name) : cells.name
        guard let structure = StructureReference(kind, name) else {
            collector.add(.structureName(cells.name, at: place(nameColumn)))
            return nil
        }
        let implied: DataSet.Action = .information
        guard let action = cells.action.isEmpty ? implied : DataSet.Action(rawValue: cells.action.uppercased()) else {
            collector.add(.action(cells.action, at: place("ACTION")))
            return nil
        }
        let group = Group(structure: structure, action: action)
        let number = numbers[group] ?? add(group, at: place(nameColumn))
        numbers[group] = number
        lastCells = cells
        return number
    }

    private static let kinds: [String: StructureReference.Kind] = [
        "dataflow": .dataflow, "datastructure": .dataStructure, "dataprovision": .dataProvision,
    ]

    /// Begins a data set.
    private mutating func add(_ group: Group, at place: Place) -> Int {
        let definition = structures?.dataStructure(for: group.structure)
        let ids = components.map(\.id)
        var roles = GuessedRoles.roles(ids)
        if let definition {
            roles = ids.map { definition.component($0)?.role ?? .other }
            let header = Place(file: file, line: 1)
            for dimension in definition.dimensions where group.action != .delete && !ids.contains(dimension.id) {
                let place = Place(file: file, line: 1, column: dimension.id)
                collector.add(.missingDimension(dimension.id, among: ids, at: place))
            }
            for (id, role) in zip(ids, roles) where role == .other {
                collector.add(.unknownComponent(id, at: Place(file: header.file, line: 1, column: id)))
            }
        } else if let structures {
            collector.add(.unknownStructure(group.structure.description, among: structures.names, at: place))
        }
        definitions.append(definition)
        let columns = zip(ids, roles).map { ComponentColumn($0, $1) }
        dataSets.append(DataSet(group.structure, action: group.action, columns: columns))
        return dataSets.count - 1
    }

    /// The value of a cell.
    private func value(_ text: String, _ form: CSVHeader.Form, in column: ComponentColumn) -> ComponentValue? {
        if text == "~", column.role == .dimension { return nil }
        switch form {
        case .plain: return .text(header.hasLabelsInCells ? code(text, in: column) : text)
        case .list: return .list(CSVSubFields.split(text, header.subSeparator).map { $0 })
        case .languages: return .localised([CSVSubFields.languages(text, header.subSeparator)])
        }
    }

    /// The code before its label; free texts, which have none, stay whole.
    private func code(_ text: String, in column: ComponentColumn) -> String {
        let code = CSVHeader.beforeLabel(text)
        let allowed = "_-@$.:/".utf8
        let isCode = code.utf8.allSatisfy { $0.isLetterOrDigit || allowed.contains($0) }
        return isCode && !CSVSubFields.freeTexts.contains(column.id) ? code : text
    }

    private static func measure(_ value: ComponentValue, hasDecimalComma: Bool) -> ComponentValue? {
        guard case .text(let text) = value else { return value }
        if text == "NaN" { return nil }
        guard hasDecimalComma, text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1, !text.contains(".") else {
            return value
        }
        return .text(text.replacing(",", with: "."))
    }
}
