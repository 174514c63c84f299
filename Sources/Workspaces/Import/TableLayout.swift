import Declarations
public import StatisticalData

/// How figures are laid out in a table: which columns are keys, and what stands across the top.
///
/// Without one a table is long: a row a figure, columns found by their headers.
public struct TableLayout: Codable, Hashable, Sendable {
    /// The line (or row of the sheet) that holds the headers; found when `nil`.
    public var header: Int?
    /// The header of a column by what it holds: `area: 城市`.
    public var columns: [String: String]?
    /// What the other headers are.
    public var across: Across?
    /// The headers taken; when `nil`, all that can be read as what stands across.
    public var take: [String]?
    /// What holds for every figure: `indicator: gdp`, `unit: 10^8 yuan`.
    public var fixed: [String: String]?
    /// The unit of the figures under a header.
    public var units: [String: String]?
    /// Our words for codes of a column, by its header or by what it holds: `area: {"156": CN}`.
    public var codes: [String: [String: String]]?
    /// The codes of a column that are taken, by its header; rows with others are passed over: `SEX: [_T]`.
    public var only: [String: [String]]?

    /// What stands across the top of a wide table.
    public enum Across: String, CaseIterable, Codable, Sendable {
        /// Periods, mostly years.
        case period
        /// Areas.
        case area
        /// Indicators.
        case indicator

        var column: ImportColumn {
            switch self {
            case .period: .period
            case .area: .area
            case .indicator: .indicator
            }
        }
    }

    /// The long layout, found by the headers.
    public static let long = TableLayout()

    /// Describes a layout.
    public init(
        header: Int? = nil, columns: [String: String]? = nil, across: Across? = nil, take: [String]? = nil,
        fixed: [String: String]? = nil, units: [String: String]? = nil, codes: [String: [String: String]]? = nil,
        only: [String: [String]]? = nil
    ) {
        self.header = header
        self.columns = columns
        self.across = across
        self.take = take
        self.fixed = fixed
        self.units = units
        self.codes = codes
        self.only = only
    }

    /// Reads a layout file.
    ///
    /// - Throws: `Faults` with everything wrong with it.
    public init(yaml: String, file: String) throws(Faults) {
        self = try Declaration(yaml, file: file).decode(TableLayout.self, schema: Self.schema)
    }

    private static let schema = Schema.mapping([
        .optional("header", .integer),
        .optional("columns", .mapping(ImportColumn.allCases.map { .optional($0.rawValue, .text) })),
        .optional("across", .word(Across.allCases.map(\.rawValue))), .optional("take", .list(.text)),
        .optional(
            "fixed",
            .mapping(ImportColumn.allCases.filter { $0 != .value }.map { .optional($0.rawValue, .text) })),
        .optional("units", .dictionary(.text)), .optional("codes", .dictionary(.dictionary(.text))),
        .optional("only", .dictionary(.list(.text))),
    ])

    /// The layout as a file that `init(yaml:file:)` reads.
    public var yaml: String {
        var lines: [String] = []
        if let header { lines.append("header: \(header)") }
        func mapping(_ key: String, _ values: [String: String]?) {
            guard let values, !values.isEmpty else { return }
            lines.append(key + ":")
            lines += values.sorted { $0.key < $1.key }.map { "  \(Self.quoted($0.key)): \(Self.quoted($0.value))" }
        }
        mapping("columns", columns)
        if let across { lines.append("across: \(across.rawValue)") }
        if let take { lines.append("take: [" + take.map(Self.quoted).joined(separator: ", ") + "]") }
        mapping("fixed", fixed)
        mapping("units", units)
        if let codes, !codes.isEmpty {
            lines.append("codes:")
            for (column, words) in codes.sorted(by: { $0.key < $1.key }) {
                lines.append("  " + Self.quoted(column) + ":")
                lines += words.sorted { $0.key < $1.key }.map { "    \(Self.quoted($0.key)): \(Self.quoted($0.value))" }
            }
        }
        if let only, !only.isEmpty {
            lines.append("only:")
            lines += only.sorted { $0.key < $1.key }.map { column, codes in
                "  " + Self.quoted(column) + ": [" + codes.map(Self.quoted).joined(separator: ", ") + "]"
            }
        }
        return lines.isEmpty ? "{}\n" : lines.joined(separator: "\n") + "\n"
    }

    /// A text as a double-quoted scalar of YAML, or plain where it is a word.
    static func quoted(_ text: String) -> String {
        let isWord = text.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "_") }
        let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        if isWord, !text.isEmpty, !reserved.contains(text) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                quoted += isControl ? "\u{FFFD}" : String(scalar)
            }
        }
        return quoted + "\""
    }
}
