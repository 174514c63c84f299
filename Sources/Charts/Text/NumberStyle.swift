/// How numbers are written: decimals, grouping, unit sign, and the sign of what is missing.
///
/// The minus sign is U+2212. Numbers are rounded half away from zero, and a number that rounds to zero has no sign.
public struct NumberStyle: Sendable, Hashable {
    /// How long numbers are made readable.
    public enum Grouping: Sendable, Hashable {
        /// Digits without separators, as for years.
        case plain
        /// A comma every three digits, as in English.
        case thousands
        /// Units of 万 (10⁴), 亿 (10⁸) and 万亿 (10¹²), as in Chinese.
        case myriads
    }

    /// The number of digits after the point, 0 to 9.
    public var decimals: Int
    /// How long numbers are made readable.
    public var grouping: Grouping
    /// Text directly after the number, such as `%`.
    public var suffix: String
    /// The text in place of a missing value.
    public var missing: String
    /// Whether positive numbers carry a plus sign.
    public var showsPlus: Bool

    /// Creates a style.
    public init(
        decimals: Int, grouping: Grouping = .plain, suffix: String = "", missing: String = "–",
        showsPlus: Bool = false
    ) {
        self.decimals = min(max(decimals, 0), 9)
        self.grouping = grouping
        self.suffix = suffix
        self.missing = missing
        self.showsPlus = showsPlus
    }

    /// The style of years: whole numbers without separators.
    public static let year = NumberStyle(decimals: 0)

    /// Returns the English style: commas at thousands.
    public static func english(decimals: Int, suffix: String = "", missing: String = "–") -> NumberStyle {
        NumberStyle(decimals: decimals, grouping: .thousands, suffix: suffix, missing: missing)
    }

    /// Returns the Chinese style: 万 and 亿 for large numbers.
    public static func chinese(decimals: Int, suffix: String = "", missing: String = "–") -> NumberStyle {
        NumberStyle(decimals: decimals, grouping: .myriads, suffix: suffix, missing: missing)
    }
}
