/// The columns of a table of a package, as Frictionless Table Schema (version 1) describes them.
public struct TableSchema: Codable, Hashable, Sendable {
    /// The columns, in their order.
    public var fields: [Field]
    /// The texts that mean no value.
    public var missingValues: [String] = [""]
    /// The columns that tell the rows apart.
    public var primaryKey: [String]?
    /// The columns that refer to other tables of the package.
    public var foreignKeys: [ForeignKey]?

    /// Describes a table.
    public init(_ fields: [Field], primaryKey: [String]? = nil, foreignKeys: [ForeignKey]? = nil) {
        self.fields = fields
        self.primaryKey = primaryKey
        self.foreignKeys = foreignKeys
    }

    /// A column.
    public struct Field: Codable, Hashable, Sendable {
        /// Its header.
        public var name: String
        /// What it holds, in English and Chinese.
        public var title: String?
        /// What kind of values it has.
        public var type: Kind
        /// What holds of its values.
        public var constraints: Constraints?
        /// The column that holds the unit of the numbers in this one.
        public var unitField: String?

        /// Describes a column.
        public init(
            _ name: String, _ type: Kind = .string, title: String? = nil, isRequired: Bool = false,
            words: [String]? = nil, pattern: String? = nil, minimum: Int? = nil, unitField: String? = nil
        ) {
            self.name = name
            self.title = title
            self.type = type
            self.unitField = unitField
            guard isRequired || words != nil || pattern != nil || minimum != nil else { return }
            constraints = Constraints(
                required: isRequired ? true : nil, enum: words, pattern: pattern, minimum: minimum)
        }
    }

    /// Kinds of values.
    public enum Kind: String, Codable, Sendable {
        /// Text, codes, periods and dates that need not name a day.
        case string
        /// Decimal numbers.
        case number
        /// Whole numbers.
        case integer
    }

    /// What holds of the values of a column.
    public struct Constraints: Codable, Hashable, Sendable {
        /// Whether every row has a value.
        public var required: Bool?
        /// The only values there are.
        public var `enum`: [String]?
        /// A regular expression that every value fits.
        public var pattern: String?
        /// The smallest number.
        public var minimum: Int?
    }

    /// Columns whose values are keys of another table, or of the same one where `resource` is empty.
    public struct ForeignKey: Codable, Hashable, Sendable {
        /// The columns here.
        public var fields: [String]
        /// The table and the columns there.
        public var reference: Reference

        /// Refers to columns of `resource`.
        public init(_ fields: [String], to resource: String, _ columns: [String]) {
            self.fields = fields
            reference = Reference(resource: resource, fields: columns)
        }

        /// Where a key leads.
        public struct Reference: Codable, Hashable, Sendable {
            /// The name of the table.
            public var resource: String
            /// Its columns.
            public var fields: [String]
        }
    }
}
