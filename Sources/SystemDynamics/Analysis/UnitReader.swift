/// Reads the text of units.
struct UnitReader {
    private let characters: [Character]
    private var place = 0
    private var depth = 0

    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { place == characters.count }

    private mutating func take(_ sign: Character) -> Bool {
        skip()
        guard place < characters.count, characters[place] == sign else { return false }
        place += 1
        return true
    }

    private mutating func skip() {
        while place < characters.count, characters[place].isWhitespace { place += 1 }
    }

    mutating func product(_ table: UnitTable, _ level: Int) -> Units? {
        guard var result = power(table, level) else { return nil }
        while true {
            if take("*") {
                guard let next = power(table, level) else { return nil }
                result = result * next
            } else if take("/") {
                guard let next = power(table, level) else { return nil }
                result = result / next
            } else {
                skip()
                return result
            }
        }
    }

    private mutating func power(_ table: UnitTable, _ level: Int) -> Units? {
        guard let base = factor(table, level) else { return nil }
        guard take("^") else { return base }
        let isBracketed = take("(")
        let sign = take("-") ? -1.0 : 1
        let digits = word { $0.isNumber || $0 == "." }
        guard let exponent = Double(digits), !isBracketed || take(")") else { return nil }
        return base.raised(to: sign * exponent)
    }

    private mutating func factor(_ table: UnitTable, _ level: Int) -> Units? {
        if take("(") {
            depth += 1
            guard depth < 50, let inner = product(table, level), take(")") else { return nil }
            depth -= 1
            return inner
        }
        let name = word { !"*/^()".contains($0) }
        return name.isEmpty ? nil : table.named(name, level)
    }

    private mutating func word(_ belongs: (Character) -> Bool) -> String {
        skip()
        let start = place
        while place < characters.count, belongs(characters[place]) { place += 1 }
        var end = place
        while end > start, characters[end - 1].isWhitespace { end -= 1 }
        return String(characters[start..<end])
    }
}
