extension NumberStyle {
    /// Returns `value` as text, or ``missing`` if it is absent, infinite or not a number.
    ///
    /// Magnitudes with more than 15 digits are written with an exponent, such as `1.5×10^300`.
    public func text(_ value: Double?) -> String {
        guard let value, value.isFinite else { return missing }
        return text(value, unit: MyriadUnit(largest: abs(value), grouping: grouping), decimals: decimals)
    }

    /// Returns the value with its interval in brackets, if it has one.
    func text(_ value: Double?, from lower: Double?, to upper: Double?) -> String {
        guard let lower, let upper, lower.isFinite, upper.isFinite else { return text(value) }
        return "\(text(value)) [\(text(lower)), \(text(upper))]"
    }

    /// Returns the labels of ticks: one unit for all, with as many decimals as the step needs.
    func tickLabels(_ ticks: [Double], step: NiceStep?) -> [String] {
        let largest = ticks.map(abs).max() ?? 0
        let unit = MyriadUnit(largest: largest, grouping: grouping)
        let places = step.map { unit.exponent - $0.exponent } ?? decimals
        return ticks.map { tick in
            guard tick != 0 else { return "0" + suffix }
            return text(tick, unit: unit, decimals: min(max(places, 0), 9))
        }
    }

    private func text(_ value: Double, unit: MyriadUnit, decimals: Int) -> String {
        let scaled = abs(value) / unit.size
        let power = NumberStyle.powerOfTen(decimals)
        guard scaled * power < 1e15 else { return sign(of: value) + Self.scientific(abs(value)) + suffix }
        guard scaled == 0 || decimals < 9 || scaled * power >= 1 else {
            return sign(of: value) + Self.scientific(abs(value)) + suffix
        }
        let digits = Int((scaled * power).rounded())
        let whole = grouped(String(digits / Int(power)))
        let fraction = decimals > 0 ? "." + Self.padded(digits % Int(power), to: decimals) : ""
        return (digits == 0 ? "" : sign(of: value)) + whole + fraction + unit.sign + suffix
    }

    private func sign(of value: Double) -> String {
        value < 0 ? "\u{2212}" : showsPlus && value > 0 ? "+" : ""
    }

    private func grouped(_ digits: String) -> String {
        guard grouping == .thousands, digits.count > 3 else { return digits }
        let head = digits.count % 3
        return digits.enumerated().map { index, digit in
            index > 0 && index % 3 == head ? ",\(digit)" : "\(digit)"
        }.joined()
    }

    private static func padded(_ number: Int, to count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(count - digits.count, 0)) + digits
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// One decimal and a power of ten.
    private static func scientific(_ magnitude: Double) -> String {
        guard magnitude > 0 else { return "0" }
        var exponent = Int((Double(magnitude.exponent) * 0.30103).rounded(.down))
        let halved = exponent / 2
        let size = magnitude / (Double("1e\(halved)") ?? 1) / (Double("1e\(exponent - halved)") ?? 1)
        var tenths = Int((size * 10).rounded())
        if tenths >= 100 { (tenths, exponent) = (tenths / 10, exponent + 1) }
        return "\(tenths / 10).\(tenths % 10)×10^\(exponent < 0 ? "\u{2212}" : "")\(abs(exponent))"
    }
}
