internal import StatisticalData

extension Fault {
    static func tradeNoPartners(file: String) -> Fault { Fault("trade-no-partners", at: Place(file: file, line: 1)) }

    static func tradeSeveralYears(_ years: String, file: String) -> Fault {
        Fault("trade-several-years", at: Place(file: file), ["found": years.clipped])
    }

    static func tradeNoDirection(_ direction: String, file: String) -> Fault {
        Fault("trade-no-direction", at: Place(file: file), ["found": direction])
    }

    static func tradeDuplicate(_ flow: String, at place: Place) -> Fault {
        Fault("trade-duplicate", at: place, ["found": flow.clipped])
    }

    static func tradeVintages(_ vintages: [String], file: String) -> Fault {
        Fault("trade-vintages", at: Place(file: file), ["found": vintages.joined(separator: ", ").clipped])
    }

    static func tradeNegative(_ found: String, at place: Place) -> Fault {
        Fault("trade-negative-value", at: place, ["found": found.clipped])
    }

    static func tradeLeftOut(_ code: String, count: Int, example: String, file: String) -> Fault {
        Fault(code, at: Place(file: file), severity: .warning, ["found": String(count), "example": example.clipped])
    }
}
