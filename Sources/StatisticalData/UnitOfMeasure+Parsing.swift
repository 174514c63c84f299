extension UnitOfMeasure {
    /// Reads a unit; `nil` for an unknown symbol or a form outside the grammar.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 80 else { return nil }
        let symbol = String(text)
        var mantissa = 1.0
        var exponent = 0
        var dimension = Dimension.none
        for (position, part) in Self.factors(of: symbol).enumerated() {
            guard let factor = Factor(part) else { return nil }
            let power = position == 0 ? 1 : -1
            mantissa = power == 1 ? mantissa * factor.mantissa : mantissa / factor.mantissa
            exponent += power * factor.exponent
            dimension = dimension.multiplied(by: factor.dimension, power: power)
        }
        self.init(symbol: symbol, dimension: dimension, mantissa: mantissa, exponent: exponent)
    }

    /// The parts between `per` and `/`: the first multiplies, the others divide.
    private static func factors(of text: String) -> [[Substring]] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        var parts: [[Substring]] = [[]]
        for word in words {
            if word == "per" {
                parts.append([])
                continue
            }
            for (position, piece) in word.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                if position > 0 { parts.append([]) }
                parts[parts.count - 1].append(piece)
            }
        }
        return parts
    }

    /// A power of ten and a symbol.
    private struct Factor {
        var mantissa = 1.0
        var exponent = 0
        var dimension = Dimension.none

        init?(_ words: [Substring]) {
            var words = words[...]
            if let first = words.first, first.hasPrefix("10^") {
                guard let power = Int(first.dropFirst(3)), (-30...30).contains(power) else { return nil }
                exponent = power
                words = words.dropFirst()
                if words.isEmpty { return }
            }
            let name = words.joined(separator: " ")
            if name == "1", exponent == 0 { return }
            guard let (known, power) = Self.symbol(name) else { return nil }
            mantissa = (0..<power).reduce(1.0) { product, _ in product * known.mantissa }
            exponent += known.exponent * power
            dimension = Dimension.none.multiplied(by: known.dimension, power: power)
        }

        /// A known symbol, or a known symbol followed by a power of 2 or 3 (`km2`).
        private static func symbol(_ name: String) -> (UnitSymbol, power: Int)? {
            if let known = UnitSymbol.known[name] { return (known, 1) }
            guard let last = name.last, last == "2" || last == "3",
                let known = UnitSymbol.known[String(name.dropLast())], known.dimension == [.length: 1]
            else { return nil }
            return (known, last == "2" ? 2 : 3)
        }
    }
}
