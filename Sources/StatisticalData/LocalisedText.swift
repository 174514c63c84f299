/// A text in English and Chinese: the name of a thing a user can see.
public struct LocalisedText: Codable, Hashable, Sendable {
    /// The English text.
    public let en: String
    /// The Chinese text.
    public let zh: String

    /// Makes a text from its two languages.
    public init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
