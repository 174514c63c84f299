/// How a text table is written: everything that must be known to take it apart.
public struct Dialect: Hashable, Sendable {
    /// The encoding.
    public var encoding: TextEncoding
    /// Whether the file begins with a byte order mark.
    public var hasByteOrderMark: Bool
    /// What stands between two fields.
    public var separator: Separator
    /// The decimal mark of its numbers.
    public var decimal: DecimalMark
    /// How its lines end.
    public var lineEnds: LineEnds

    /// What stands between two fields.
    public enum Separator: String, CaseIterable, Codable, Sendable {
        /// `,`
        case comma
        /// `;`
        case semicolon
        /// The tab character.
        case tab
        /// `|`
        case bar

        /// The character.
        public var character: Character {
            Character(UnicodeScalar(byte))
        }

        var byte: UInt8 {
            switch self {
            case .comma: .comma
            case .semicolon: UInt8(ascii: ";")
            case .tab: .tab
            case .bar: UInt8(ascii: "|")
            }
        }
    }

    /// The decimal mark of numbers.
    public enum DecimalMark: String, CaseIterable, Codable, Sendable {
        /// `3.5`
        case point
        /// `3,5`
        case comma

        var character: Character { self == .point ? "." : "," }
    }

    /// How lines end.
    public enum LineEnds: String, CaseIterable, Sendable {
        /// Line feed.
        case lf
        /// Carriage return and line feed.
        case crlf
        /// Carriage return.
        case cr
        /// Several of them.
        case mixed
        /// The file has no line end.
        case none
    }

    /// Describes a dialect; the usual one is UTF-8 with commas, points and line feeds.
    public init(
        encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, separator: Separator = .comma,
        decimal: DecimalMark = .point, lineEnds: LineEnds = .lf
    ) {
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.separator = separator
        self.decimal = decimal
        self.lineEnds = lineEnds
    }

    /// What a user says of the dialect instead of leaving it to be found.
    public struct Choice: Hashable, Sendable {
        /// The encoding.
        public var encoding: TextEncoding?
        /// The separator.
        public var separator: Separator?
        /// The decimal mark.
        public var decimal: DecimalMark?

        /// Leaves to be found what is `nil`.
        public init(encoding: TextEncoding? = nil, separator: Separator? = nil, decimal: DecimalMark? = nil) {
            self.encoding = encoding
            self.separator = separator
            self.decimal = decimal
        }
    }
}
