/// Values of indicators by unit (country, province, city): the data every step of a composite indicator works on.
///
/// Stored column by column; inside, a missing value is not a number, outside it is `nil`. Infinite values are refused.
public struct IndicatorMatrix: Hashable, Sendable {
    /// The codes of the units, in the order of the rows.
    public let units: [String]
    /// The codes of the indicators or aggregates, in the order of the columns.
    public let codes: [String]
    /// The values, column by column; missing is not a number.
    public private(set) var storage: [Double]

    /// A matrix with every value missing.
    public init(units: [String], codes: [String]) {
        self.units = units
        self.codes = codes
        storage = Array(repeating: .nan, count: units.count * codes.count)
    }

    /// A matrix from its columns, each with a value a unit.
    public init(units: [String], codes: [String], columns: [[Double?]]) {
        self.init(units: units, codes: codes)
        for (column, values) in columns.enumerated().prefix(codes.count) {
            for (unit, value) in values.enumerated().prefix(units.count) { self[unit, column] = value }
        }
    }

    /// The value of a unit in a column; `nil` is missing. An infinite value is stored as missing.
    public subscript(unit: Int, column: Int) -> Double? {
        get {
            let value = storage[column * units.count + unit]
            return value.isNaN ? nil : value
        }
        set {
            let value = newValue ?? .nan
            storage[column * units.count + unit] = value.isFinite ? value : .nan
        }
    }

    /// A column.
    public func column(_ column: Int) -> [Double?] {
        units.indices.map { self[$0, column] }
    }

    /// The position of a code among the columns.
    public func position(of code: String) -> Int? {
        codes.firstIndex(of: code)
    }
}
