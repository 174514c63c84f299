/// What is known of a column of the data or of an aggregate: COINr's iMeta, a row.
public struct IndicatorMetadata: Hashable, Sendable, Codable {
    /// What a row describes.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A measured indicator.
        case indicator = "Indicator"
        /// An aggregate of others.
        case aggregate = "Aggregate"
        /// A column that sorts units into groups.
        case group = "Group"
        /// A column indicators may be divided by.
        case denominator = "Denominator"
        /// Anything else.
        case other = "Other"
    }

    /// The code.
    public var code: String
    /// The level: 1 for indicators, 2 and up for aggregates; `nil` for what is not in the tree.
    public var level: Int?
    /// The aggregate above.
    public var parent: String?
    /// 1 where more is better, -1 where less is.
    public var direction: Int
    /// The weight within the parent.
    public var weight: Double
    /// What the row describes.
    public var kind: Kind
    /// The name.
    public var name: String?
    /// The unit.
    public var unit: String?
    /// The target, for distance to target.
    public var target: Double?
    /// The denominator's code.
    public var denominator: String?
    /// Further numeric parameters by column name, such as `goalpost_lower`.
    public var parameters: [String: Double]

    /// Describes a column or aggregate.
    public init(
        code: String, level: Int?, parent: String?, direction: Int = 1, weight: Double = 1, kind: Kind,
        name: String? = nil, unit: String? = nil, target: Double? = nil, denominator: String? = nil,
        parameters: [String: Double] = [:]
    ) {
        self.code = code
        self.level = level
        self.parent = parent
        self.direction = direction
        self.weight = weight
        self.kind = kind
        self.name = name
        self.unit = unit
        self.target = target
        self.denominator = denominator
        self.parameters = parameters
    }
}
