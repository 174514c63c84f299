/// What kind of number a number format shows.
enum NumberFormat {
    case number
    case percentage
    case date

    /// The kind of a built-in format by its number (ECMA-376 part 1, 18.8.30), of another by its code: a date where
    /// `y m d h s` stand outside quotes and brackets. 27-36 and 50-58 are the Chinese and Japanese dates.
    init(id: Int, code: String?) {
        if let code {
            let bare = Self.bare(code).lowercased()
            if bare.contains("%") {
                self = .percentage
            } else if bare != "general", bare.contains(where: { "ymdhs".contains($0) }) {
                self = .date
            } else {
                self = .number
            }
            return
        }
        switch id {
        case 9, 10: self = .percentage
        case 14...22, 27...36, 45...47, 50...58: self = .date
        default: self = .number
        }
    }

    /// A code without quoted text, text in brackets and escaped characters; only its first section.
    private static func bare(_ code: String) -> String {
        var bare = ""
        var characters = code.makeIterator()
        while let character = characters.next() {
            switch character {
            case "\"": while let next = characters.next(), next != "\"" {}
            case "[": while let next = characters.next(), next != "]" {}
            case "\\", "_", "*": _ = characters.next()
            case ";": return bare
            default: bare.append(character)
            }
        }
        return bare
    }
}
