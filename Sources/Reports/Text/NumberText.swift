import Charts
import Foundation
import StatisticalData

/// Numbers for readers: decimals by what is measured, a true minus sign, groups of thousands.
struct NumberText {
    let wording: Wording

    /// A number with its unit.
    func text(_ value: Double, unit: UnitOfMeasure?, decimals: Int? = nil) -> String {
        let number = number(value, unit: unit, decimals: decimals)
        let name = wording.unit(unit)
        if name.isEmpty { return number }
        switch (wording.language, name.hasPrefix("10")) {
        case (.english, true): return number + " × " + name
        case (.english, false): return number + " " + name
        case (.chinese, _): return number + name
        }
    }

    /// A number without its unit.
    func number(_ value: Double, unit: UnitOfMeasure?, decimals: Int? = nil) -> String {
        let digits = decimals ?? Self.decimals(of: value, unit: unit)
        return NumberStyle(decimals: max(0, digits), grouping: .thousands).text(value)
    }

    /// The number of a value without its unit, with the decimals it was printed with where it is a published figure.
    func number(_ value: ResultValue, decimals: Int? = nil) -> String {
        guard let number = value.number else { return text(value) }
        return self.number(number, unit: value.unit, decimals: decimals ?? printedDecimals(value))
    }

    /// The finding of a value, as a number with unit or as a word.
    func text(_ value: ResultValue) -> String {
        switch value.finding {
        case .number(let number, _, _): text(number, unit: value.unit, decimals: printedDecimals(value))
        case .word(let word): wording.finding(word)
        }
    }

    /// The interval of a value; `nil` when it has none.
    func interval(_ value: ResultValue) -> String? {
        guard let low = value.low, let high = value.high, low < high else { return nil }
        let digits = Self.decimals(ofWidth: high - low)
        return wording(
            "interval",
            [
                "low": number(low, unit: value.unit, decimals: digits),
                "high": number(high, unit: value.unit, decimals: digits),
            ])
    }

    /// The decimals a published figure was printed with, where the value is one.
    private func printedDecimals(_ value: ResultValue) -> Int? {
        guard value.derivation.formula == "formula-observed",
            case .observation(let observation) = value.derivation.inputs.first?.origin,
            observation.unit == value.unit
        else { return nil }
        return observation.decimals
    }

    /// Two decimals for points and per cent, none for counts and ranks, four significant digits else.
    static func decimals(of value: Double, unit: UnitOfMeasure?) -> Int {
        switch unit {
        case .points?, .percent?: return 2
        case .one?: return value.rounded() == value ? 0 : 3
        default:
            guard value != 0, value.isFinite else { return 0 }
            return min(6, max(0, 3 - Int(log10(abs(value)).rounded(.down))))
        }
    }

    /// As many decimals as show the width of an interval with two digits.
    private static func decimals(ofWidth width: Double) -> Int {
        guard width > 0, width.isFinite else { return 2 }
        return min(8, max(0, 1 - Int(log10(width * (1 + 1e-9)).rounded(.down))))
    }
}
