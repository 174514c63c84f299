/// One dimension, attribute or measure of all rows: the different values once, and the number of its value a row.
public struct ComponentColumn: Sendable {
    /// What a component is in its structure.
    public enum Role: Sendable {
        /// A part of the key.
        case dimension
        /// Tells something of an observation, a series, a group or the data set.
        case attribute
        /// What was observed.
        case measure
        /// Not in the structure: kept as it came.
        case other
    }

    /// The identifier of the component.
    public let id: String
    /// What it is.
    public internal(set) var role: Role
    /// The different values, in the order of their first appearance.
    public private(set) var values: [ComponentValue] = []
    /// The number of the value in each row; -1 where there is none.
    private(set) var numbers: [Int32] = []
    private var known: [ComponentValue: Int32] = [:]

    /// An empty column.
    public init(_ id: String, _ role: Role) {
        self.id = id
        self.role = role
    }

    /// The value of a row.
    public subscript(row: Int) -> ComponentValue? {
        let number = numbers[row]
        return number < 0 ? nil : values[Int(number)]
    }

    /// Whether no row has a value.
    var isEmpty: Bool { numbers.allSatisfy { $0 < 0 } }

    mutating func append(_ value: ComponentValue?) {
        numbers.append(value.map { number(of: $0) } ?? -1)
    }

    /// Adds a row with a value that is numbered already.
    mutating func append(number: Int32) {
        numbers.append(number)
    }

    mutating func set(_ number: Int32, row: Int) {
        numbers[row] = number
    }

    /// The number of a value, new or known.
    mutating func number(of value: ComponentValue) -> Int32 {
        if let number = known[value] { return number }
        let number = Int32(values.count)
        values.append(value)
        known[value] = number
        return number
    }

    /// Each value changed; `nil` takes it out.
    mutating func map(_ change: (ComponentValue) -> ComponentValue?) {
        let old = values
        values = []
        known = [:]
        let renumbered = old.map { value in change(value).map { number(of: $0) } ?? -1 }
        numbers = numbers.map { $0 < 0 ? $0 : renumbered[Int($0)] }
    }
}
