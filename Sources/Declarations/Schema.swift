/// What a declaration may hold: checked before decoding, so that every fault is found in one run, with its line.
public indirect enum Schema: Sendable {
    /// Any text.
    case text
    /// A finite number.
    case number
    /// A whole number.
    case integer
    /// `true` or `false`.
    case boolean
    /// One of some words.
    case word([String])
    /// A date: year, month or day.
    case date
    /// A period.
    case period
    /// Several values of one kind.
    case list(Schema)
    /// Values of one kind under names of the user's choosing.
    case dictionary(Schema)
    /// Values under fixed names.
    case mapping([Key])

    /// A name in a mapping.
    public struct Key: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        /// A name that must be there.
        public static func required(_ name: String, _ schema: Schema) -> Key {
            Key(name: name, schema: schema, isRequired: true)
        }

        /// A name that may be there.
        public static func optional(_ name: String, _ schema: Schema) -> Key {
            Key(name: name, schema: schema, isRequired: false)
        }
    }

    /// A text in both languages.
    public static let localisedText = Schema.mapping([.required("en", .text), .required("zh", .text)])

    /// The name of the shape, as messages call it.
    var shape: String {
        switch self {
        case .text, .word: "text"
        case .number: "number"
        case .integer: "integer"
        case .boolean: "boolean"
        case .date: "date"
        case .period: "period"
        case .list: "list"
        case .dictionary, .mapping: "mapping"
        }
    }
}
