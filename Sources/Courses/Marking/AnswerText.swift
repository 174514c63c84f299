import StatisticalData

/// Reads what a learner writes: numbers in any usual form, names in any order of letters.
enum AnswerText {
    /// A number as written, with the unit behind it.
    struct Number: Hashable {
        let value: Double
        let unit: String
    }

    /// Reads `-20.64 %`, `－20.64％`, `−20,64`, `7.13万亿`, `1,234.5 t`; `nil` for anything else.
    ///
    /// A comma before exactly three digits groups them; any other single comma is a decimal mark.
    static func number(_ text: String) -> Number? {
        var rest = plain(text)[...]
        if rest.first == "=" || rest.first == "≈" || rest.first == "~" { rest = rest.dropFirst() }
        rest = rest.drop { $0 == " " }
        var digits = rest.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
        rest = rest.dropFirst(digits.count)
        if let sign = rest.first, sign == "e" || sign == "E" {
            let exponent = rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || "+-".contains($0)) }
            guard !exponent.isEmpty else { return nil }
            digits = digits + "e" + exponent
            rest = rest.dropFirst(1 + exponent.count)
        }
        guard let value = Double(ungrouped(String(digits))), value.isFinite else { return nil }
        var factor = 1.0
        rest = rest.drop { $0 == " " }
        for (word, size) in [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)] where rest.hasPrefix(word) {
            factor = size
            rest = rest.dropFirst(word.count)
            break
        }
        return Number(value: value * factor, unit: unit(String(rest)))
    }

    /// Names separated by commas, semicolons, signs of order or new lines.
    static func names(_ text: String) -> [String] {
        plain(text).split { ",;>\n".contains($0) }.map { $0.drop { $0 == " " } }
            .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
    }

    /// The letters of options: `a`, `A, C`, `ac` only where no option is called so.
    static func options(_ text: String) -> [String] {
        plain(text).lowercased().split { ",; \n".contains($0) }.map(String.init)
    }

    /// Full-width signs as their half-width ones, minus signs as hyphens, without spaces at the ends.
    static func plain(_ text: String) -> String {
        let mapped = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar -> Unicode.Scalar in
                    switch scalar.value {
                    case 0x2212, 0x2013, 0x2014: "-"
                    case 0x3000, 0xA0: " "
                    case 0x3001: ","
                    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    default: scalar
                    }
                }))
        let start = mapped.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static func ungrouped(_ digits: String) -> String {
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return digits }
        let groups = parts.dropFirst().enumerated()
        let isGrouped = groups.allSatisfy { position, part in
            let whole = position == parts.count - 2 ? part.prefix { $0 != "." } : part
            return whole.count == 3 && !whole.contains(".")
        }
        if isGrouped { return parts.joined() }
        return parts.count == 2 && !digits.contains(".") ? digits.replacing(",", with: ".") : "?"
    }

    /// The unit without what is said of time, by the symbol of the product.
    private static func unit(_ text: String) -> String {
        var text = plain(text)
        for ending in [" a year", " per year", " annually", "每年", "/年"] where text.hasSuffix(ending) {
            text = plain(String(text.dropLast(ending.count)))
        }
        let words = [
            "per cent": "%", "percent": "%", "百分点": "%", "个百分点": "%", "percentage points": "%", "分": "points",
            "点": "points",
            "人": "persons", "people": "persons", "微克/立方米": "ug/m3", "μg/m3": "ug/m3", "µg/m³": "ug/m3",
            "μg/m³": "ug/m3",
        ]
        return words[text] ?? text
    }
}
