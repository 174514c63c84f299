/// A word of an equation.
enum EquationToken: Hashable {
    case number(Double)
    case name(String)
    case quoted(String)
    case text(String)
    case symbol(String)
    case end
}

/// Cuts an equation into words, by the rules of a dialect.
struct EquationLexer {
    private let characters: [Character]
    private var place = 0
    private let isVensim: Bool

    init(_ text: String, isVensim: Bool) {
        characters = Array(text)
        self.isVensim = isVensim
    }

    /// All words.
    ///
    /// - Throws: the character that no word begins with.
    static func tokens(_ text: String, isVensim: Bool) throws(EquationError) -> [EquationToken] {
        var lexer = EquationLexer(text, isVensim: isVensim)
        var tokens: [EquationToken] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token == .end { return tokens }
            guard tokens.count < 200_000 else { throw EquationError("…") }
        }
    }

    private var current: Character? { place < characters.count ? characters[place] : nil }

    private func peek(_ offset: Int) -> Character? {
        place + offset < characters.count ? characters[place + offset] : nil
    }

    private mutating func skipBlanks() {
        while let character = current {
            if character == "{" {
                while let inner = current, inner != "}" { place += inner.isNewline ? 1 : 1 }
                place += 1
            } else if character.isWhitespace || character == "\u{FEFF}" {
                place += 1
            } else if character == "\\", isVensim, peek(1)?.isWhitespace ?? true {
                place += 1
            } else {
                return
            }
        }
    }

    private mutating func next() throws(EquationError) -> EquationToken {
        skipBlanks()
        guard let character = current else { return .end }
        if character.isASCII, character.isNumber || character == "." && (peek(1)?.isASCIIDigit ?? false) {
            return try number()
        }
        if character == "\"" { return try quoted("\"") }
        if character == "'", isVensim { return try text() }
        if isStart(character) { return name() }
        if character == ".", !isVensim, peek(1).map(isStart) ?? false { return name() }
        return try symbol(character)
    }

    private func isStart(_ character: Character) -> Bool {
        character.isLetter || character == "_" || character == "$" || !character.isASCII && !character.isWhitespace
    }

    private mutating func number() throws(EquationError) -> EquationToken {
        let start = place
        while let digit = current, digit.isASCIIDigit { place += 1 }
        if current == ".", !(isVensim && peek(1) == ".") {
            place += 1
            while let digit = current, digit.isASCIIDigit { place += 1 }
        }
        if current == "e" || current == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isASCIIDigit ?? false {
                place += 1 + sign
                while let digit = current, digit.isASCIIDigit { place += 1 }
            }
        }
        let text = String(characters[start..<place])
        guard let value = Double(text.hasSuffix(".") ? text + "0" : text) else { throw EquationError(text) }
        return .number(value)
    }

    private mutating func quoted(_ mark: Character) throws(EquationError) -> EquationToken {
        place += 1
        var text = ""
        while let character = current, character != mark {
            if character == "\\", let next = peek(1), next == mark || next == "\\" {
                text.append(next)
                place += 2
                continue
            }
            text.append(character)
            place += 1
        }
        guard current == mark else { throw EquationError(String(mark) + text) }
        place += 1
        if !isVensim, current == ".", peek(1).map({ isStart($0) || $0 == "\"" }) ?? false {
            place += 1
            if current == "\"", case .quoted(let rest) = try quoted("\"") { return .quoted(text + "." + rest) }
            if case .name(let rest) = name() { return .quoted(text + "." + rest) }
        }
        return .quoted(text)
    }

    private mutating func text() throws(EquationError) -> EquationToken {
        place += 1
        let start = place
        while let character = current, character != "'" { place += character == "'" ? 0 : 1 }
        guard current == "'" else { throw EquationError("'") }
        let text = String(characters[start..<place])
        place += 1
        return .text(text)
    }

    /// A name; in Vensim it may hold blanks.
    private mutating func name() -> EquationToken {
        var text = ""
        while let character = current {
            if isStart(character) || character.isASCIIDigit || isVensim && (character == "'" || character == "\u{2019}")
            {
                text.append(character)
                place += 1
            } else if !isVensim, character == "." || character == "\\" && peek(1) == "n" {
                if character == "\\" {
                    text += "\\n"
                    place += 2
                    continue
                }
                if text.isEmpty {
                    text = "."
                    place += 1
                    continue
                }
                guard let after = peek(1), isStart(after) || after.isASCIIDigit || after == "\"" else { break }
                text.append(character)
                place += 1
                if current == "\"", let rest = try? quoted("\""), case .quoted(let inner) = rest { text += inner }
            } else if isVensim, character == " " || character == "\t" || character.isNewline || character == "\\" {
                var ahead = place
                while ahead < characters.count,
                    characters[ahead].isWhitespace
                        || characters[ahead] == "\\"
                            && (ahead + 1 >= characters.count || characters[ahead + 1].isWhitespace)
                {
                    ahead += 1
                }
                guard ahead < characters.count, isStart(characters[ahead]) || characters[ahead].isASCIIDigit else {
                    break
                }
                text.append(" ")
                place = ahead
            } else {
                break
            }
        }
        return .name(text)
    }

    private mutating func symbol(_ character: Character) throws(EquationError) -> EquationToken {
        if character == ":", isVensim {
            for word in [":and:", ":or:", ":not:", ":na:"] {
                let part = characters[place..<min(characters.count, place + word.count)]
                if String(part).lowercased() == word {
                    place += word.count
                    return .symbol(word)
                }
            }
        }
        let two = String(characters[place..<min(characters.count, place + 2)])
        if ["<=", ">=", "<>", "==", ".."].contains(two) {
            place += 2
            return .symbol(two)
        }
        guard "()[]+-*/^=<>,;:'!@&|~".contains(character) else { throw EquationError(String(character)) }
        place += 1
        return .symbol(String(character))
    }
}

/// What an equation could not be read at.
struct EquationError: Error, Hashable {
    var found: String

    init(_ found: String) { self.found = found }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
