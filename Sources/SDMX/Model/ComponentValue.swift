/// What stands in a dimension, an attribute or a measure: most often one text.
public enum ComponentValue: Hashable, Sendable {
    /// One code, number or text.
    case text(String)
    /// Several values of an attribute.
    case list([String])
    /// One or several texts, each in one or several languages.
    case localised([[LanguageText]])

    /// A text and its language, a tag such as `en`.
    public struct LanguageText: Hashable, Sendable {
        /// The language; empty where none is told.
        public let language: String
        /// The text.
        public let text: String

        /// Makes a text.
        public init(_ language: String, _ text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The value as one text: lists with semicolons between, of languages the first.
    public var text: String {
        switch self {
        case .text(let text): text
        case .list(let texts): texts.joined(separator: ";")
        case .localised(let values): values.compactMap { $0.first?.text }.joined(separator: ";")
        }
    }

    /// Every single code of the value.
    var codes: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        case .localised: []
        }
    }
}
