/// Several values in one cell.
enum CSVSubFields {
    /// Attributes that hold free text, in which a colon begins no label.
    static let freeTexts: Set<String> = [
        "NOTE", "NOTE_ZH", "TITLE", "TITLE_COMPL", "OBS_COM", "COMMENT_OBS", "COMMENT_TS", "SOURCE_DETAIL",
        "COLL_METHOD",
    ]

    /// The parts between separators; a part in quotes may hold the separator, its own quotes doubled.
    static func split(_ text: String, _ separator: Character?) -> [String] {
        guard let separator else { return [text] }
        var parts = [""]
        var isQuoted = false
        var previous: Character?
        for character in text {
            if character == "\"", isQuoted || parts[parts.count - 1].isEmpty || previous == "\"" {
                if previous == "\"", !isQuoted, !parts[parts.count - 1].isEmpty { parts[parts.count - 1].append("\"") }
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            previous = character
        }
        return parts
    }

    /// Texts in languages: `en:...;zh:...`; a part without a language goes on with the text before.
    static func languages(_ text: String, _ separator: Character?) -> [ComponentValue.LanguageText] {
        var texts: [ComponentValue.LanguageText] = []
        for part in split(text, separator) {
            let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let isTag =
                halves.count == 2 && (2...8).contains(halves[0].count)
                && halves[0].utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") }
            if isTag {
                texts.append(.init(String(halves[0]), String(halves[1])))
            } else if let last = texts.popLast() {
                texts.append(.init(last.language, last.text + String(separator ?? ";") + part))
            } else {
                texts.append(.init("", part))
            }
        }
        return texts
    }
}
