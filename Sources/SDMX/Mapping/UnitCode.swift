import StatisticalData

/// Units as codes of SDMX: `UNIT_MEASURE` and the power of ten `UNIT_MULT`, so that nothing of the unit as printed is lost.
///
/// `10^4 t` is `t` with the multiplier 4; `t CO2 per 10^4 yuan` is `t_CO2_per_10E4_yuan`; `ug/m3` is `ug-m3`; `%` is `PT`.
enum UnitCode {
    /// The code and the multiplier of a unit.
    static func code(of unit: UnitOfMeasure) -> (code: String, multiplier: Int) {
        let symbol = unit.symbol
        guard symbol.hasPrefix("10^") else { return (code(symbol), 0) }
        let words = symbol.dropFirst(3).split(separator: " ", maxSplits: 1)
        guard let first = words.first, let power = Int(first) else { return (code(symbol), 0) }
        return (words.count == 2 ? code(String(words[1])) : number, power)
    }

    /// The unit of a code; `nil` when it is none of ours.
    static func unit(_ code: String, multiplier: Int) -> UnitOfMeasure? {
        guard multiplier != 0 else { return UnitOfMeasure(symbol(code)) }
        let factor = "10^\(multiplier)"
        return UnitOfMeasure(code == number ? factor : factor + " " + symbol(code))
    }

    /// The pure number one.
    private static let number = "NUMBER"

    private static func code(_ symbol: String) -> String {
        if symbol == "1" { return number }
        var code = ""
        for character in symbol {
            switch character {
            case " ": code += "_"
            case "/": code += "-"
            case "^": code += "E"
            case "%": code += "PT"
            default: code.append(character)
            }
        }
        return code
    }

    private static func symbol(_ code: String) -> String {
        if code == number { return "1" }
        var words = code.replacing("_", with: " ").replacing("-", with: "/")
        words = words.replacing(/\b10E([0-9]+)/) { "10^" + $0.1 }
        return words.replacing(/\bPT\b/) { _ in "%" }
    }
}
