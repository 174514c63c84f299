/// The identifier of a named thing, typed by its owner so that an area's code cannot stand where an indicator is meant.
public struct Identifier<Owner>: RawRepresentable, Hashable, Sendable, Comparable, Codable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The text of the identifier, as files write it.
    public let rawValue: String

    /// Takes any text; whether the thing exists is a question for the registry that holds it.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes any text.
    public init(_ text: some StringProtocol) {
        self.rawValue = String(text)
    }

    /// Whether the text can stand in file names, addresses and other formats: letters, digits, `.`, `_` and `-` of
    /// ASCII, at most 100, beginning with a letter or digit.
    public var isPortable: Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        }
        let bytes = rawValue.utf8
        guard let first = bytes.first, isAlphanumeric(first), bytes.count <= 100 else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }

    /// An identifier written in source code.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// Decodes a plain string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Encodes a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The text of the identifier.
    public var description: String { rawValue }

    /// Orders by text.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
