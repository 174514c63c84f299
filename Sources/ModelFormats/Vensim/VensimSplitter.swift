/// Cuts the equations of a model file into blocks, at bars outside of quotes.
struct VensimSplitter {
    private let characters: [Character]
    private var place = 0
    private var line = 1

    init(_ text: String) {
        characters = Array(text)
    }

    /// The next block; `nil` at the end.
    mutating func next() -> VensimBlock? {
        skipBlanks()
        guard place < characters.count else { return nil }
        if starts(":MACRO:") { return macroHead() }
        if starts(":END OF MACRO:") {
            place += 14
            return VensimBlock(equation: ":END OF MACRO:", units: "", comment: "", line: line)
        }
        let start = line
        var parts = ["", "", ""]
        var part = 0
        var isQuoted = false
        while place < characters.count {
            let character = characters[place]
            if character.isNewline { line += 1 }
            if character == "\"", part == 0, !(place > 0 && characters[place - 1] == "\\") { isQuoted.toggle() }
            if !isQuoted || part > 0 {
                if character == "|" {
                    place += 1
                    break
                }
                if character == "~" {
                    part = min(part + 1, 2)
                    place += 1
                    continue
                }
                if character == "{", part == 0 {
                    while place < characters.count, characters[place] != "}" {
                        if characters[place].isNewline { line += 1 }
                        place += 1
                    }
                    place += 1
                    continue
                }
            }
            parts[part].append(character)
            place += 1
        }
        return VensimBlock(equation: parts[0], units: parts[1], comment: parts[2], line: start)
    }

    private func starts(_ text: String) -> Bool {
        place + text.count <= characters.count
            && String(characters[place..<place + text.count]).uppercased() == text
    }

    /// The head of a macro, which no bar ends.
    private mutating func macroHead() -> VensimBlock {
        let start = line
        var text = ""
        while place < characters.count {
            let character = characters[place]
            text.append(character)
            place += 1
            if character.isNewline { line += 1 }
            if character == ")" { break }
        }
        return VensimBlock(equation: text, units: "", comment: "", line: start)
    }

    private mutating func skipBlanks() {
        while place < characters.count {
            let character = characters[place]
            if character == "{" {
                while place < characters.count, characters[place] != "}" {
                    if characters[place].isNewline { line += 1 }
                    place += 1
                }
                place += 1
            } else if character.isWhitespace || character == "\u{FEFF}" {
                if character.isNewline { line += 1 }
                place += 1
            } else {
                return
            }
        }
    }
}
