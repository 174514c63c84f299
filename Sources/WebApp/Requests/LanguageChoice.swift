import StatisticalData

/// Which language a reader wants: that of the address, else the one remembered, else what the browser prefers, else that
/// of the workspace.
enum LanguageChoice {
    static let cookie = "greenprint-language"

    /// The language of an address below `/en/` or `/zh/`.
    static func named(by path: String) -> Language? {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().first
            .flatMap { Language(rawValue: String($0)) }
    }

    /// The language for an address that names none.
    static func preferred(by request: WebRequest, otherwise language: Language) -> Language {
        request.cookie(cookie).flatMap { Language(rawValue: $0) }
            ?? request.acceptedLanguages.flatMap { accepted(by: $0) } ?? language
    }

    /// The language of ours that a header `Accept-Language` prefers; `nil` when it names neither, or refuses both.
    static func accepted(by header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(40) {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
            let tag = pieces.first?.lowercased().split(separator: "-").first.map(String.init) ?? ""
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            guard let language = Language(rawValue: tag), weight > 0, weight > best?.weight ?? 0 else { continue }
            best = (language, weight)
        }
        return best?.language
    }

    /// The header that remembers a language for a year.
    static func remembering(_ language: Language) -> String {
        cookie + "=" + language.rawValue + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
    }
}
