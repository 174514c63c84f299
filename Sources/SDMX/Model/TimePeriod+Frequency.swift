public import StatisticalData

extension TimePeriod {
    /// Whether the period is one of this frequency, a code such as `A`, `Q`, `A3`; a code of another list fits any.
    public func agrees(withFrequency code: String) -> Bool {
        guard let letter = code.first, code.dropFirst().allSatisfy(\.isNumber), kind != .range else { return true }
        switch letter {
        case "A": return kind == .year
        case "S": return kind == .half
        case "T": return kind == .third
        case "Q": return kind == .quarter
        case "M": return kind == .month
        case "W": return kind == .week || kind == .day
        case "D", "B": return kind == .day || kind == .moment
        case "H", "I": return kind == .moment || kind == .day
        default: return true
        }
    }

    /// The period in our own form, in units of the frequency where it is a range: `2016-01-01/P18M` with `S` is three
    /// half-years.
    public func period(frequency code: String?) -> Period? {
        guard kind == .range, let period, let code, let unit = Period.Frequency(sdmx: code),
            period.firstMonth % unit.rawValue == 0, period.months % unit.rawValue == 0
        else { return period }
        return Period(unit, ordinal: period.firstMonth / unit.rawValue, count: period.months / unit.rawValue)
    }
}

extension Period.Frequency {
    /// The frequency with this code of SDMX.
    init?(sdmx code: String) {
        switch code {
        case "A": self = .year
        case "S": self = .half
        case "Q": self = .quarter
        case "M": self = .month
        default: return nil
        }
    }

    /// The code of SDMX.
    public var sdmx: String {
        switch self {
        case .year: "A"
        case .half: "S"
        case .quarter: "Q"
        case .month: "M"
        }
    }
}

extension Period {
    /// The period as SDMX writes it; the first day and a length for several units counted together.
    public var sdmx: String {
        guard count > 1 else {
            return frequency == .half ? description.replacing("H", with: "S") : description
        }
        let month = Period(.month, ordinal: firstMonth)
        return "\(month)-01/P" + (months % 12 == 0 && frequency == .year ? "\(months / 12)Y" : "\(months)M")
    }
}
