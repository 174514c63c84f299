public import StatisticalData

/// Data of one structure with one action: rows of dimensions, attributes and measures, each with its place.
///
/// A row with a whole key is an observation. A row in whose key dimensions are left open carries attributes of a series,
/// a group or the data set; `spread` puts them on the observations they are about.
public struct DataSet: Sendable {
    /// What a receiver is to do with the data.
    public enum Action: String, Sendable, CaseIterable {
        /// Data for information.
        case information = "I"
        /// Add what is new.
        case append = "A"
        /// Add what is new, change what is there.
        case merge = "M"
        /// Put these in the place of all there is under their keys.
        case replace = "R"
        /// Withdraw.
        case delete = "D"
    }

    /// The structure the data follow.
    public let structure: StructureReference
    /// What to do with them.
    public let action: Action
    /// The components: in the order of the structure, or of the file where none is known.
    public internal(set) var columns: [ComponentColumn]
    /// The place of each row.
    public private(set) var places: [Place] = []

    /// A data set without rows.
    public init(_ structure: StructureReference, action: Action = .information, columns: [ComponentColumn]) {
        self.structure = structure
        self.action = action
        self.columns = columns
    }

    /// The number of rows.
    public var count: Int { places.count }

    /// The components with a role.
    public func columns(_ role: ComponentColumn.Role) -> [ComponentColumn] {
        columns.filter { $0.role == role }
    }

    /// The component with this identifier.
    public subscript(id: String) -> ComponentColumn? {
        columns.first { $0.id == id }
    }

    /// The text of a component in a row; `nil` when there is none.
    public func text(_ id: String, row: Int) -> String? {
        self[id]?[row]?.text
    }

    /// The values of a row by component.
    public func row(_ row: Int) -> [String: ComponentValue] {
        var values: [String: ComponentValue] = [:]
        for column in columns { values[column.id] = column[row] }
        return values
    }

    /// Whether every dimension of a row has a value.
    public func isObservation(row: Int) -> Bool {
        columns.allSatisfy { $0.role != .dimension || $0.numbers[row] >= 0 }
    }

    /// Adds a row; components that the data set has not are left out.
    public mutating func append(_ values: [String: ComponentValue], at place: Place) {
        for index in columns.indices { columns[index].append(values[columns[index].id]) }
        places.append(place)
    }

    /// Ends a row whose values were appended to the columns one by one.
    mutating func endRow(at place: Place) {
        places.append(place)
    }

    /// Takes out columns without any value.
    mutating func removeEmptyColumns() {
        columns.removeAll { $0.isEmpty }
    }
}

/// The data sets of a file, and what was odd in it.
public struct DataMessage: Sendable {
    /// The data sets, in the order of their first rows.
    public let dataSets: [DataSet]
    /// Warnings.
    public let warnings: [Fault]

    /// Bundles data sets.
    public init(_ dataSets: [DataSet], warnings: [Fault] = []) {
        self.dataSets = dataSets
        self.warnings = warnings
    }
}
