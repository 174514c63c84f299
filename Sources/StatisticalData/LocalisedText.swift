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

    /// A text of which one language may be missing, and is then taken from the other; `nil` when both are.
    public init?(en: String?, zh: String?) {
        guard let text = en ?? zh else { return nil }
        self.init(en: text, zh: zh ?? text)
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
