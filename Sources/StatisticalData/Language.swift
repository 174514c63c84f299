/// A language of the product: everything a user can see exists in both.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    /// English.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"

    /// The BCP 47 tag for `lang` attributes.
    public var tag: String {
        switch self {
        case .english: "en"
        case .chinese: "zh-Hans"
        }
    }

    /// The language the reader can switch to.
    public var other: Language {
        switch self {
        case .english: .chinese
        case .chinese: .english
        }
    }
}
